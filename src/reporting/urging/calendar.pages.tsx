import type { Day } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import type { Frame } from '../../shared/web.ts';

interface CalendarPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly dates: readonly { readonly what: string; readonly on: Day; readonly href: string }[];
  /** The address of the feed, shown once, right after it was made. */
  readonly feed: string | undefined;
  readonly hasFeed: boolean;
}

/** What is due when, and the address that a phone's calendar can follow. */
export function CalendarPage({ frame, today, dates, feed, hasFeed }: CalendarPageProps) {
  return (
    <Page frame={frame} title="Lịch hạn nộp">
      <PageHead title="Lịch hạn nộp" back={{ href: '/work', label: 'Việc của tôi' }} />
      {dates.length > 0 ? (
        <DataTable
          caption="Các hạn của bạn"
          quietCaption
          rows={dates}
          keyOf={({ what, on }) => `${on} ${what}`}
          columns={[
            { key: 'what', head: 'Việc', cell: ({ what, href }) => <a href={href}>{what}</a> },
            { key: 'on', head: 'Ngày', cell: ({ on }) => <DeadlineText due={on} today={today} /> },
          ]}
        />
      ) : (
        <Empty sentence="Không có hạn nào đang chờ bạn." />
      )}
      <Panel title="Xem trong lịch của điện thoại">
        {feed ? (
          <TextField
            name="feed"
            label="Địa chỉ lịch riêng của bạn"
            hint="Chép địa chỉ này vào mục “Thêm lịch theo địa chỉ” của điện thoại. Ai có địa chỉ đều xem được lịch, nên đừng chuyển cho người khác. Địa chỉ chỉ hiện một lần."
            value={feed}
            readonly
          />
        ) : (
          <p>
            {hasFeed
              ? 'Bạn đã có một địa chỉ lịch. Tạo địa chỉ mới thì địa chỉ cũ ngừng dùng được.'
              : 'Tạo một địa chỉ riêng để các hạn tự hiện trong lịch điện thoại.'}
          </p>
        )}
        <form method="post" action="/calendar">
          <Button>{hasFeed || feed ? 'Tạo địa chỉ mới' : 'Tạo địa chỉ lịch'}</Button>
        </form>
      </Panel>
    </Page>
  );
}
