import type { ComponentChildren } from 'preact';
import { type ColumnHead, TableHead } from './table-head.tsx';

export interface Column<Row> extends ColumnHead {
  readonly cell: (row: Row) => ComponentChildren;
  /** What stands under the column in the foot; its number or "". */
  readonly total?: ComponentChildren;
}

export interface DataTableProps<Row> {
  /** What the table tells, in one line. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said in the table's place when there are no rows. */
  readonly none?: string;
  /** A coloured edge for a late or due row, a ground for a row that sums others. */
  readonly rowKind?: (row: Row) => 'late' | 'due' | 'sum' | undefined;
  /** Hides the caption from sight when a heading right above says the same. */
  readonly quietCaption?: boolean;
  readonly id?: string;
}

/**
 * A dense table in its own scroll container; head, first column and totals stay in sight.
 * The first column names the row. A foot appears when a column has a `total`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, quietCaption, id } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-scroll" aria-label={caption} tabIndex={0} id={id}>
      <table class="table">
        <caption class={quietCaption ? 'sr-only' : undefined}>{caption}</caption>
        <TableHead columns={columns} />
        <tbody>{rows.length ? <Rows {...props} /> : <NoRows {...props} />}</tbody>
        {columns.some((column) => column.total !== undefined) ? <Totals columns={columns} /> : null}
      </table>
    </section>
  );
}

function Rows<Row>({ columns, rows, keyOf, rowKind }: DataTableProps<Row>) {
  return rows.map((row) => {
    const kind = rowKind?.(row);
    return (
      <tr key={keyOf(row)} class={kind ? `row-${kind}` : undefined}>
        {columns.map((column, place) => cellOf(column, place === 0, column.cell(row)))}
      </tr>
    );
  });
}

function NoRows<Row>({ columns, none = 'Chưa có dòng nào.' }: DataTableProps<Row>) {
  return (
    <tr>
      <td class="none" colSpan={columns.length}>
        {none}
      </td>
    </tr>
  );
}

function Totals<Row>({ columns }: Pick<DataTableProps<Row>, 'columns'>) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, place) =>
          cellOf(column, place === 0, column.total ?? (place === 0 ? 'Tổng' : '')),
        )}
      </tr>
    </tfoot>
  );
}

/** A plain call and no component: a long table has thousands of cells. */
function cellOf(column: ColumnHead, first: boolean, content: ComponentChildren) {
  if (first)
    return (
      <th key={column.key} scope="row" class="first">
        {content}
      </th>
    );
  return (
    <td key={column.key} class={column.align} data-head={spokenHead(column)}>
      {content}
    </td>
  );
}

/** What stands over the cell on a phone, where a row is a card and the head is out of sight. */
function spokenHead({ head, group }: ColumnHead): string | undefined {
  if (typeof head !== 'string') return undefined;
  return group ? `${group}: ${head}` : head;
}
