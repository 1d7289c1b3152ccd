import type { SheetBook, SheetValue } from '../../shared/sheet/write.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrix.ts';

/** What stands in a cell without a number, on the page for the ear and in the file for all. */
export const SILENCE_WORDS: Record<Exclude<MatrixCell['state'], 'value'>, string> = {
  none: '',
  unasked: 'không phải báo cáo',
  nil: 'không phát sinh',
  waiting: 'chờ chấp nhận',
  missing: '—',
};

/** The marks that follow a number. */
export function marksOf(cell: MatrixCell): string[] {
  if (cell.state !== 'value') return [];
  return [
    ...(cell.adjusted ? ['có điều chỉnh'] : []),
    ...(cell.estimated ? ['ước theo tỷ lệ chia tách'] : []),
  ];
}

/** The matrix as a workbook: the same rows, figures and words as on the page. */
export function matrixSheet(matrix: Matrix, title: readonly string[]): SheetBook {
  const { fields, rows, coverage } = matrix;
  const columns = fields.map(({ name, kind, measure }) => ({
    header: measure ? `${name} (${measure})` : name,
    kind: kind === 'ratio' ? ('percent' as const) : ('number' as const),
  }));
  const answered = coverage.map(({ reported, expected }) => `${reported}/${expected}`);
  const sheet = {
    name: 'Tổng hợp',
    title,
    columns: [{ header: 'Đơn vị', kind: 'text' as const, width: 40 }, ...columns],
    rows: [...rows.map(sheetRow), ['Đã có số / phải báo cáo', ...answered]],
    notes: rows.flatMap(notesOf),
  };
  return { sheets: [sheet] };
}

function sheetRow({ name, depth, cells }: MatrixRow): SheetValue[] {
  return [`${'   '.repeat(depth)}${name}`, ...cells.map(sheetValue)];
}

function sheetValue(cell: MatrixCell): SheetValue {
  return cell.state === 'value' ? cell.amount : SILENCE_WORDS[cell.state];
}

function notesOf({ cells }: MatrixRow, row: number) {
  return cells.flatMap((cell, place) => {
    const marks = marksOf(cell);
    return marks.length > 0 ? [{ row, column: place + 1, text: marks.join('; ') }] : [];
  });
}
