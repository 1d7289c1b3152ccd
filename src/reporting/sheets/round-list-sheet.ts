import { type Day, showDay } from '../../shared/day.ts';
import type { SheetBook, SheetColumn } from '../../shared/sheet/write.ts';
import { STATUS_NAMES } from '../reports/report.ts';
import type { ListedReport } from '../reports/report-view.ts';
import { lastDayFor, PUNCTUALITY_NAMES, punctuality } from '../rounds/deadline.ts';
import type { Round } from '../rounds/round.ts';

const COLUMNS: readonly SheetColumn[] = [
  { header: 'TT', kind: 'number', width: 6 },
  { header: 'Đơn vị', kind: 'text', width: 66 },
  { header: 'Trạng thái', kind: 'text', width: 20 },
  { header: 'Ngày nộp', kind: 'day', width: 14 },
  { header: 'Thời hạn', kind: 'text', width: 24 },
  { header: 'Ngày cuối được nộp', kind: 'day', width: 24 },
  { header: 'Số chỗ đang trả lại', kind: 'number', width: 24 },
  { header: 'Nội dung', kind: 'text', width: 22 },
];

/** The reports of a round as the desk lists them, one row a unit. */
export function roundListSheet(
  round: Round,
  reports: readonly ListedReport[],
  today: Day,
): SheetBook {
  const title = [
    `${round.name}: tình hình nộp báo cáo`,
    `Lập ngày ${showDay(today)}; ${reports.length} đơn vị.`,
  ];
  const rows = reports.map((report, at) => [
    at + 1,
    report.unitName,
    STATUS_NAMES[report.status],
    report.sentOn,
    PUNCTUALITY_NAMES[punctuality(round, report.extendedUntil, report.sentOn, today)],
    lastDayFor(round, report.extendedUntil),
    report.openReturns,
    report.nil ? 'Không có phát sinh' : null,
  ]);
  return { sheets: [{ name: 'Danh sách', title, columns: COLUMNS, rows }] };
}
