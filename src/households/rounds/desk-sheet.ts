import { showDay } from '../../shared/day.ts';
import type { SheetBook, SheetColumn } from '../../shared/sheet/write.ts';
import type { DeskCommune } from './desk.ts';
import { type ReviewRound, STATUS_NAMES } from './review-round.ts';

const number = (header: string): SheetColumn => ({ header, kind: 'number', width: 14 });
const COLUMNS: readonly SheetColumn[] = [
  { header: 'Xã', kind: 'text', width: 26 },
  { header: 'Đến bước', kind: 'text', width: 20 },
  ...['Tổng số hộ', 'Hộ nghèo', 'Hộ cận nghèo', 'Chưa rà soát'].map(number),
];

/** How far each commune is, as a workbook; one that has not begun has no numbers, and not 0. */
export function deskSheet(round: ReviewRound, communes: readonly DeskCommune[]): SheetBook {
  const standing = round.officialOn
    ? `Số liệu chính thức từ ${showDay(round.officialOn)}`
    : 'Số liệu sơ bộ';
  const rows = communes.map(({ name, status, counts }) => [
    ...[name, status ? STATUS_NAMES[status] : 'Chưa bắt đầu'],
    ...[counts?.households ?? null, counts?.poor ?? null],
    ...[counts?.nearPoor ?? null, counts?.pending ?? null],
  ]);
  const title = [`Rà soát hộ nghèo năm ${round.year}: tiến độ các xã`, standing];
  return { sheets: [{ name: 'Các xã', title, columns: COLUMNS, rows }] };
}
