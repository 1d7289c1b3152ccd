import { expect, test } from 'vitest';
import { type ReadCell, textCell } from '../../shared/sheet/cells.ts';
import { FaultList } from './import-fault.ts';
import { mergedCells } from './sheet-notes.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { SheetRows } from './sheet-rows.ts';

const KEYS = [null, 'code', 'village', 'headName', 'note'];
const PLAN: SheetPlan = {
  ...{ name: 'Hộ', role: 'households', headerRow: 1 },
  columns: KEYS.map((meaning, position) => ({
    ...{ position, meaning, heading: meaning ?? 'TT', samples: [], font: null, convert: false },
  })),
};

/** A sheet whose rows go by from the second on; `taken`: the numbers of those that say something. */
function passed(...rows: readonly (readonly string[])[]) {
  const faults = new FaultList();
  const sheet = new SheetRows(PLAN, new Set(), faults);
  const taken = rows.flatMap((texts, at) => {
    const cells: ReadCell[] = texts.map(textCell);
    return sheet.begin({ number: at + 2, cells }) ? [at + 2] : [];
  });
  const said = () => faults.take().map(({ row, message }) => `${row}: ${message}`);
  return { sheet, taken, said };
}

const HOUSEHOLD = ['1', 'MT-001', 'Bản Một', 'Lò Văn Phương'];
const SUM = ['', 'Tổng cộng', '', '12'];
const PLACE = ['', '', '', 'Mường Than, ngày 5 tháng 11 năm 2025'];
const SIGNATURES = ['', 'NGƯỜI LẬP BIỂU', '', 'CHỦ TỊCH'];

test('signatures under the sums of a table are no households', () => {
  const { taken, said } = passed(HOUSEHOLD, HOUSEHOLD, SUM, PLACE, SIGNATURES);
  expect(taken).toEqual([2, 3]);
  expect(said()).toEqual([]);
});

test('sums on top, or in a table of two columns, hide no row', () => {
  expect(passed(SUM, HOUSEHOLD, SIGNATURES).taken).toEqual([3, 4]);
  const short = ['', 'MT-001', '', '', 'Mới xây nhà'];
  expect(passed(short, SUM, short).taken).toEqual([2, 4]);
});

test('where the table goes on under its sums, a row that was passed over is told', () => {
  const { taken, said } = passed(
    HOUSEHOLD,
    SUM,
    ['', 'MT-002', '', '', 'x'],
    HOUSEHOLD,
    SUM,
    PLACE,
  );
  expect(taken).toEqual([2, 5]);
  expect(said()).toEqual([
    '4: Dòng này ở dưới dòng tổng và chỉ ghi một, hai ô nên chưa được đọc. Hãy ghi đủ dòng, hoặc xóa dòng.',
  ]);
});

const area = (top: number, bottom: number, left: number, right: number) => ({
  ...{ top, bottom, left, right },
});

test('merged cells are a fault where a column is read that lost its value', () => {
  const { sheet } = passed(HOUSEHOLD, HOUSEHOLD);
  const merges = [area(2, 3, 0, 0), area(2, 2, 4, 6), area(2, 2, 0, 1), area(2, 3, 2, 2)];
  expect(mergedCells(merges, 1, sheet.positions)).toEqual([
    { row: 2, column: 1, message: expect.stringContaining('Ô gộp A2:B2') },
    { row: 3, column: 2, message: expect.stringContaining('Ô gộp C2:C3') },
  ]);
});

test('of merged sums and signatures nothing is said', () => {
  const { sheet, said } = passed(HOUSEHOLD, SUM, PLACE);
  for (const row of [2, 3, 4]) sheet.sayOfColumn(row, 1, 'Ô gộp');
  expect(said()).toEqual(['2: Ô gộp']);
});
