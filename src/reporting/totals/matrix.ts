import type { FormField } from '../forms/form.ts';
import { type MatrixLine, type MatrixLines, matrixLines } from './matrix-lines.ts';
import {
  acceptedOf,
  type Coverage,
  coverageOf,
  type Given,
  type Silence,
  silenceOf,
  type Total,
  type Totals,
  totalAt,
} from './totals.ts';

export interface CellNumber {
  readonly state: 'value';
  readonly amount: number;
  /** The same of the round before, where it may be compared. */
  readonly last: number | undefined;
  readonly adjusted: boolean;
  readonly estimated: boolean;
}

/** A number, or which kind of silence; `none`: the row says nothing here (a heading). */
export type MatrixCell = CellNumber | { readonly state: Silence | 'none' };

export interface MatrixRow extends MatrixLine {
  readonly cells: readonly MatrixCell[];
}

/** Units down, figures across: the one form that page, phone and export are drawn from. */
export interface Matrix {
  readonly fields: readonly FormField[];
  readonly rows: readonly MatrixRow[];
  /** Under each figure: how many of those who are asked have answered. */
  readonly coverage: readonly Coverage[];
}

export interface MatrixSource extends MatrixLines {
  readonly fields: readonly FormField[];
  readonly totals: Totals;
  readonly last: Totals;
  readonly given: Given;
}

/** Builds the matrix; what it shows of a figure is only what was accepted. */
export function buildMatrix(source: MatrixSource): Matrix {
  const { fields, reports, given } = source;
  return {
    fields,
    rows: withoutBare(
      matrixLines(source).map((line) => ({
        ...line,
        cells: fields.map((field) => cellOf(source, line, field)),
      })),
    ),
    coverage: fields.map((field) =>
      coverageOf(field, reports, ({ id }) => acceptedOf(given, id, field) !== null),
    ),
  };
}

/** Leaves out who is not asked for any of these figures, and headings over nothing. */
function withoutBare(rows: readonly MatrixRow[]): MatrixRow[] {
  const telling = rows.filter(
    ({ kind, cells }) =>
      kind === 'heading' ||
      kind === 'total' ||
      cells.some(({ state }) => state !== 'unasked' && state !== 'none'),
  );
  return telling.filter(({ kind }, at) => kind !== 'heading' || telling[at + 1]?.depth === 1);
}

function cellOf(source: MatrixSource, line: MatrixLine, field: FormField): MatrixCell {
  if (line.kind === 'heading') return { state: 'none' };
  if (line.kind === 'own') return ownCell(source, line, field);
  const total = totalAt(source.totals, line.placeId, field.slug);
  if (total && total.amount !== null) return numberCell(source, line, field, total.amount, total);
  if (line.kind === 'adjustments') return { state: 'none' };
  return { state: silenceOf(source.given, line.reports, field) };
}

function numberCell(
  source: MatrixSource,
  line: MatrixLine,
  field: FormField,
  amount: number,
  { adjusted, estimated }: Total,
): MatrixCell {
  const before = totalAt(source.last, line.placeId, field.slug)?.amount ?? undefined;
  const last = isWhole(source, line, field) ? before : undefined;
  return { state: 'value', amount, last, adjusted, estimated };
}

/** Have all who are asked answered? A sum over a part of them is no comparison with last year. */
function isWhole({ given }: MatrixSource, { reports }: MatrixLine, field: FormField): boolean {
  const { reported, nil, expected } = coverageOf(
    field,
    reports,
    ({ id }) => acceptedOf(given, id, field) !== null,
  );
  return reported + nil === expected;
}

/** What a level says for itself, apart from the units that add into it. */
function ownCell({ given }: MatrixSource, { reports }: MatrixLine, field: FormField): MatrixCell {
  const [report] = reports;
  const amount = report ? acceptedOf(given, report.id, field) : null;
  if (amount === null) return { state: silenceOf(given, reports, field) };
  return { state: 'value', amount, last: undefined, adjusted: false, estimated: false };
}
