import type { ComponentChildren } from 'preact';
import { showNumber } from '../vietnamese.ts';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { MarksLegend, Missing, Nil } from './texts.tsx';

export interface MatrixProps<Row> extends DataTableProps<Row> {
  /** What a phone shows instead: one figure, as a `RankedList` with its chooser. */
  readonly phone?: ComponentChildren;
}

/** Units down, figures across, both frozen; the three marks explained under it. */
export function Matrix<Row>({ phone, ...table }: MatrixProps<Row>) {
  return (
    <>
      <div class={phone ? 'table-block matrix has-ranked' : 'table-block matrix'}>
        <DataTable {...table} />
        <MarksLegend />
      </div>
      {phone ? <div class="only-phone stack">{phone}</div> : null}
    </>
  );
}

/** A figure of a matrix: a number, an answer "nothing to report", or nothing yet. */
export type CellFigure = number | 'nil' | 'missing';

export interface MatrixCellProps {
  readonly figure: CellFigure;
  readonly lastYear?: number | undefined;
  /** The rows under a total, the report behind a figure. */
  readonly href?: string;
}

/** One figure with its change against last year: an arrow, a faint shade, words for the ear. */
export function MatrixCell({ figure, lastYear, href }: MatrixCellProps) {
  if (figure === 'missing') return <Missing />;
  if (figure === 'nil') return <Nil />;
  const change = lastYear === undefined ? 0 : Math.sign(figure - lastYear);
  const face = (
    <>
      {change ? <Change up={change > 0} lastYear={lastYear ?? 0} /> : null}
      {showNumber(figure)}
    </>
  );
  const kind = change > 0 ? 'cell cell-up' : change < 0 ? 'cell cell-down' : 'cell';
  return href ? (
    <a class={kind} href={href}>
      {face}
    </a>
  ) : (
    <span class={kind}>{face}</span>
  );
}

function Change({ up, lastYear }: { readonly up: boolean; readonly lastYear: number }) {
  return (
    <>
      <span class="cell-arrow" aria-hidden="true">
        {up ? '↗' : '↘'}
      </span>
      <span class="sr-only">
        {up ? 'tăng' : 'giảm'}, năm trước {showNumber(lastYear)}, năm nay{' '}
      </span>
    </>
  );
}
