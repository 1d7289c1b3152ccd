import type { SheetBook, SheetColumn, SheetValue } from '../../shared/sheet/write.ts';
import { CLASSES } from '../household-class.ts';
import { type ClassRequest, STANDINGS, standingOf, WISHES } from './class-request.ts';

interface ListedRequests {
  readonly requests: readonly ClassRequest[];
  /** Masked names of heads by household. */
  readonly names: ReadonlyMap<string, string>;
  readonly communes: ReadonlyMap<string, string>;
}

interface Part extends SheetColumn {
  readonly value: (one: ClassRequest, all: ListedRequests) => SheetValue;
}

const text = (header: string, value: Part['value'], width = 18): Part => ({
  ...{ header, kind: 'text', width, value },
});
const onDay = (header: string, value: Part['value']): Part => ({
  ...{ header, kind: 'day', width: 14, value },
});

const PARTS: readonly Part[] = [
  text('Xã', ({ communeId }, { communes }) => communes.get(communeId) ?? null, 22),
  text('Thôn, bản', ({ villageName }) => villageName, 22),
  text('Mã hộ', ({ code }) => code, 14),
  text('Chủ hộ (che bớt)', ({ householdId }, { names }) => names.get(householdId) ?? null, 24),
  text('Diện trước khi đề nghị', ({ classBefore }) => CLASSES[classBefore]),
  text('Đề nghị', ({ wish }) => WISHES[wish], 32),
  onDay('Ngày nhận', ({ receivedOn }) => receivedOn),
  onDay('Hạn trả lời', ({ dueOn }) => dueOn),
  text('Đến bước', (one) => STANDINGS[standingOf(one)]),
  text('Kết quả rà soát', ({ result }) => (result ? CLASSES[result] : null)),
  onDay('Ngày quyết định', ({ decidedOn }) => decidedOn),
  text('Lý do từ chối', ({ reason }) => reason, 40),
];

/** Requests as a workbook, one row each; heads are masked as on the page. */
export function requestListSheet(all: ListedRequests): SheetBook {
  const rows = all.requests.map((one) => PARTS.map(({ value }) => value(one, all)));
  return { sheets: [{ name: 'Đề nghị', columns: PARTS, rows }] };
}
