import { type Day, lastDayOnTime, showDay } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { ActionForm, Filters } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import { Pager } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';
import { type Status as ReportStatus, STATUS_NAMES } from '../reports/report.ts';
import { STATUS_TONES } from '../reports/report-marks.ts';
import { PUNCTUALITY_TONES } from '../reports/report-parts.pages.tsx';
import type { ListedReport } from '../reports/report-view.ts';
import { lastDayFor, PUNCTUALITY_NAMES, punctuality } from './deadline.ts';
import type { DeskCounts, Round } from './round.ts';

export interface RoundDeskPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly round: Round;
  readonly reports: readonly ListedReport[];
  /** Only where the person sees all reports of the round. */
  readonly counts: DeskCounts | undefined;
  readonly wish: { readonly status?: string | undefined; readonly q?: string | undefined };
  readonly next: string | undefined;
  readonly mayRun: boolean;
  readonly mayReadTotals: boolean;
}

/** A round's desk: who has not sent, who is late, what was returned, first of all. */
export function RoundDeskPage(props: RoundDeskPageProps) {
  const { frame, round, reports, counts, next } = props;
  return (
    <Page frame={frame} title={round.name}>
      <PageHead
        title={round.name}
        lead={<DeskLead {...props} />}
        back={{ href: '/rounds', label: 'Các kỳ báo cáo' }}
        actions={<DeskLinks {...props} />}
      />
      {counts ? <Counts counts={counts} round={round} /> : null}
      <ListFilters {...props} />
      <DataTable
        caption="Báo cáo của các đơn vị"
        quietCaption
        rows={reports}
        keyOf={(report) => report.id}
        rowKind={(report) => rowKind(report, props)}
        columns={columns(props)}
        none="Không có báo cáo nào như đang lọc."
      />
      <Pager shown={`${reports.length} đơn vị trên trang này`} next={next} />
    </Page>
  );
}

function DeskLead({ round, today }: RoundDeskPageProps) {
  const last = lastDayOnTime(round.legalDue, round.legalInclusive);
  return (
    <>
      Hạn theo {round.legalSource}: {round.legalInclusive ? 'đến hết' : 'trước'} ngày{' '}
      {showDay(round.legalDue)}; ngày cuối đúng hạn{' '}
      {round.closedAt ? `${showDay(last)}.` : <DeadlineText due={last} today={today} />}
    </>
  );
}

function DeskLinks({ round, today, mayReadTotals, mayRun }: RoundDeskPageProps) {
  if (!mayReadTotals) return null;
  return (
    <Actions>
      {mayRun && !round.closedAt && today > round.locksOn ? (
        <ActionForm action={`/rounds/${round.id}/close`} label="Đóng kỳ báo cáo" />
      ) : null}
      {mayRun && !round.closedAt ? (
        <ButtonLink href={`/rounds/${round.id}/urging`}>Đôn đốc</ButtonLink>
      ) : null}
      <ButtonLink href={`/rounds/${round.id}/reports.xlsx`} icon="download" download>
        Tải danh sách
      </ButtonLink>
      <ButtonLink href={`/rounds/${round.id}/matrix`}>Bảng tổng hợp</ButtonLink>
      <ButtonLink href={`/rounds/${round.id}/document`} kind="primary">
        Báo cáo cấp tỉnh
      </ButtonLink>
    </Actions>
  );
}

function Counts({ counts, round }: { readonly counts: DeskCounts; readonly round: Round }) {
  const of = (...statuses: ReportStatus[]) =>
    statuses.reduce((sum, status) => sum + (counts.byStatus.get(status) ?? 0), 0);
  const expected = of('open', 'prepared', 'submitted', 'received', 'returned', 'accepted');
  const link = (status: string, words: string) => (
    <a href={`/rounds/${round.id}?status=${status}`}>{words}</a>
  );
  const late = counts.overdue > 0 ? `${counts.overdue} đơn vị đã quá hạn` : undefined;
  return (
    <Figures
      figures={[
        { name: 'Chưa nộp', value: link('open', `${of('open', 'prepared')}`), before: late },
        { name: 'Bị trả lại', value: link('returned', `${of('returned')}`) },
        { name: 'Chờ tiếp nhận', value: link('submitted', `${of('submitted')}`) },
        { name: 'Đang xem', value: link('received', `${of('received')}`) },
        { name: 'Đã chấp nhận', value: link('accepted', `${of('accepted')}/${expected}`) },
      ]}
    />
  );
}

function ListFilters({ round, wish }: RoundDeskPageProps) {
  return (
    <Filters action={`/rounds/${round.id}`}>
      <TextField name="q" label="Tên đơn vị" value={wish.q} optional />
      <SelectField
        name="status"
        label="Trạng thái"
        optional
        value={wish.status}
        nothing="Tất cả"
        choices={Object.entries(STATUS_NAMES).map(([value, label]) => ({ value, label }))}
      />
      <Button>Lọc</Button>
    </Filters>
  );
}

function rowKind(report: ListedReport, { round, today }: RoundDeskPageProps) {
  if (report.status === 'returned') return 'due';
  if (report.sentOn) return undefined;
  const standing = punctuality(round, report.extendedUntil, null, today);
  return standing === 'overdue' || standing === 'missed' ? 'late' : undefined;
}

function columns({ round, today, mayRun }: RoundDeskPageProps): Column<ListedReport>[] {
  const list: Column<ListedReport>[] = [
    {
      key: 'unit',
      head: 'Đơn vị',
      cell: ({ id, unitName }) => <a href={`/reports/${id}`}>{unitName}</a>,
    },
    {
      key: 'status',
      head: 'Trạng thái',
      cell: ({ status, openReturns, nil }) => (
        <>
          <Status tone={STATUS_TONES[status]}>{STATUS_NAMES[status]}</Status>
          {openReturns > 0 ? ` ${openReturns} chỗ` : null}
          {nil ? ' Không có phát sinh' : null}
        </>
      ),
    },
    {
      key: 'time',
      head: 'Thời hạn',
      cell: (report) => <Standing report={report} round={round} today={today} />,
    },
  ];
  if (mayRun && !round.closedAt)
    list.push({
      key: 'extend',
      head: 'Gia hạn',
      cell: ({ unitId, sentOn, extendedUntil }) =>
        sentOn ? null : (
          <a href={`/rounds/${round.id}/extensions/new?unit=${unitId}`}>
            {extendedUntil ? `Đến ${showDay(extendedUntil)}, gia hạn thêm` : 'Gia hạn'}
          </a>
        ),
    });
  return list;
}

interface StandingProps {
  readonly report: ListedReport;
  readonly round: Round;
  readonly today: Day;
}

function Standing({ report, round, today }: StandingProps) {
  const { sentOn, extendedUntil } = report;
  const standing = punctuality(round, extendedUntil, sentOn, today);
  const chip = <Status tone={PUNCTUALITY_TONES[standing]}>{PUNCTUALITY_NAMES[standing]}</Status>;
  if (sentOn)
    return (
      <span class="nowrap">
        {chip} {showDay(sentOn)}
      </span>
    );
  if (standing !== 'due') return chip;
  return (
    <span class="nowrap">
      <DeadlineText due={lastDayFor(round, extendedUntil)} today={today} />
    </span>
  );
}
