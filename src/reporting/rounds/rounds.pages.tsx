import { type Day, lastDayOnTime, showDay } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import type { Frame } from '../../shared/web.ts';
import { STATUS_NAMES } from '../reports/report.ts';
import { STATUS_TONES } from '../reports/report-marks.ts';
import type { Report } from '../reports/report-view.ts';
import type { Round } from './round.ts';

export interface ListedRound {
  readonly round: Round;
  /** The person's own unit's report in it, if one is expected. */
  readonly own: Pick<Report, 'id' | 'status'> | undefined;
}

interface RoundsPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly rounds: readonly ListedRound[];
  readonly mayOpen: boolean;
}

/** All rounds, newest first; the person's own report is one tap away. */
export function RoundsPage({ frame, today, rounds, mayOpen }: RoundsPageProps) {
  return (
    <Page frame={frame} title="Các kỳ báo cáo">
      <PageHead
        title="Các kỳ báo cáo"
        lead="Mỗi kỳ có hạn theo kế hoạch, biểu số liệu và danh sách đơn vị phải báo cáo của ngày đó."
        actions={
          mayOpen ? (
            <Actions>
              <ButtonLink href="/forms">Biểu báo cáo</ButtonLink>
              <ButtonLink href="/rounds/new" kind="primary" icon="add">
                Mở kỳ báo cáo
              </ButtonLink>
            </Actions>
          ) : null
        }
      />
      {rounds.length > 0 ? (
        <DataTable
          caption="Các kỳ báo cáo"
          quietCaption
          rows={rounds}
          keyOf={({ round }) => round.id}
          columns={columns(today)}
        />
      ) : (
        <Empty
          sentence={
            mayOpen
              ? 'Chưa có kỳ báo cáo nào. Hãy mở kỳ đầu tiên.'
              : 'Chưa có kỳ báo cáo nào. Cơ quan thường trực sẽ mở kỳ trước tháng 11.'
          }
        />
      )}
    </Page>
  );
}

function columns(today: Day): Column<ListedRound>[] {
  return [
    {
      key: 'name',
      head: 'Kỳ báo cáo',
      cell: ({ round }) => <a href={`/rounds/${round.id}`}>{round.name}</a>,
    },
    {
      key: 'due',
      head: 'Ngày cuối đúng hạn',
      cell: ({ round }) => {
        const last = lastDayOnTime(round.legalDue, round.legalInclusive);
        return round.closedAt ? showDay(last) : <DeadlineText due={last} today={today} />;
      },
    },
    {
      key: 'state',
      head: 'Tình trạng kỳ',
      cell: ({ round }) =>
        round.closedAt ? (
          <Status tone="done">Đã đóng</Status>
        ) : (
          <Status tone="info">Đang mở</Status>
        ),
    },
    {
      key: 'own',
      head: 'Báo cáo của đơn vị tôi',
      cell: ({ own }) =>
        own ? (
          <a href={`/reports/${own.id}`}>
            <Status tone={STATUS_TONES[own.status]}>{STATUS_NAMES[own.status]}</Status>
          </a>
        ) : (
          'Không phải báo cáo'
        ),
    },
  ];
}
