import { type Day, showInstant } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import type { Frame } from '../../shared/web.ts';
import { STATUS_NAMES } from '../reports/report.ts';
import { STATUS_TONES } from '../reports/report-marks.ts';
import { lastDayFor } from '../rounds/deadline.ts';
import type { Round } from '../rounds/round.ts';
import type { WorkReport } from './work.ts';

interface UrgingPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly round: Round;
  readonly late: readonly WorkReport[];
  readonly returned: readonly WorkReport[];
  readonly waiting: readonly WorkReport[];
  readonly last: string | undefined;
}

/** Who has not sent, who is late, who was returned; and one press that writes to them all. */
export function UrgingPage(props: UrgingPageProps) {
  const { frame, round, late, returned, waiting, last } = props;
  return (
    <Page frame={frame} title={`Đôn đốc: ${round.name}`}>
      <PageHead
        title="Đôn đốc"
        lead={`${round.name}: ${late.length} đơn vị quá hạn, ${returned.length} đơn vị đang sửa chỗ bị trả lại, ${waiting.length} đơn vị chưa nộp còn hạn.`}
        back={{ href: `/rounds/${round.id}`, label: round.name }}
        actions={
          <ActionForm
            action={`/rounds/${round.id}/urging`}
            label="Gửi thư nhắc việc"
            kind="primary"
            icon="send"
          />
        }
      />
      <p class="soft">
        Mỗi người nhận nhiều nhất một thư mỗi ngày, gộp mọi việc đang chờ.
        {last ? ` Lần gần nhất: ${last}.` : ' Kỳ này chưa gửi lần nào.'}
      </p>
      <Units title="Quá hạn, chưa nộp" reports={late} {...props} />
      <Units title="Đang sửa chỗ bị trả lại" reports={returned} {...props} />
      <Units title="Chưa nộp, còn hạn" reports={waiting} {...props} />
    </Page>
  );
}

function Units({
  title,
  reports,
  today,
}: UrgingPageProps & { title: string; reports: readonly WorkReport[] }) {
  if (reports.length === 0) return null;
  return (
    <Section title={`${title}: ${reports.length} đơn vị`}>
      <DataTable
        caption={title}
        quietCaption
        rows={reports}
        keyOf={(report) => report.id}
        columns={[
          {
            key: 'unit',
            head: 'Đơn vị',
            cell: ({ id, unitName }) => <a href={`/reports/${id}`}>{unitName}</a>,
          },
          {
            key: 'status',
            head: 'Trạng thái',
            cell: ({ status, openReturns }) => (
              <>
                <Status tone={STATUS_TONES[status]}>{STATUS_NAMES[status]}</Status>
                {openReturns > 0 ? ` ${openReturns} chỗ` : null}
              </>
            ),
          },
          {
            key: 'due',
            head: 'Ngày cuối đúng hạn',
            cell: (report) => (
              <DeadlineText due={lastDayFor(report, report.extendedUntil)} today={today} />
            ),
          },
        ]}
      />
    </Section>
  );
}

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

interface ShownMail {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly address: string | null;
}

/** The letters that were written to the person; readable here even where no mail goes out. */
export function MailsPage({ frame, mails }: { frame: Frame; mails: readonly ShownMail[] }) {
  return (
    <Page frame={frame} title="Thư nhắc việc">
      <PageHead title="Thư nhắc việc" back={{ href: '/work', label: 'Việc của tôi' }} />
      {mails.length === 0 ? <Empty sentence="Chưa có thư nhắc việc nào gửi cho bạn." /> : null}
      {mails.map((mail) => (
        <Panel key={mail.id} title={mail.subject}>
          <p class="soft">
            Viết lúc {showInstant(mail.created_at)}.{' '}
            {mail.sent_at
              ? `Đã gửi tới ${mail.address} lúc ${showInstant(mail.sent_at)}.`
              : 'Chưa gửi qua thư điện tử; nội dung đọc được tại đây.'}
          </p>
          <MailText body={mail.body} />
        </Panel>
      ))}
    </Page>
  );
}

/** The letter line by line; an address becomes a link, since nobody reads addresses. */
function MailText({ body }: { readonly body: string }) {
  return body.split('\n').map((line, place) => {
    const [words = '', address] = line.split(/(?=https?:\/\/)/);
    return (
      <p key={`${place} ${line}`}>
        {words}
        {address ? (
          <a href={new URL(address).pathname}>{words.trim() ? 'mở' : 'Mở việc này'}</a>
        ) : null}
      </p>
    );
  });
}
