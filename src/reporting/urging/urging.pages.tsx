import type { Day } from '../../shared/day.ts';
import { DataTable } from '../../shared/html/data-table.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
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
