import type { JSX } from 'preact';
import type { HeaderCell, Run, Table, TableRow } from '../../documents/official-document.ts';

type RunsOf = (runs: readonly Run[]) => JSX.Element;

/**
 * A table as on paper. Too wide for a screen, it scrolls inside its own box, which the
 * keyboard reaches; the page around it never does.
 */
export function DocumentTable(props: {
  readonly table: Table;
  readonly runsOf: RunsOf;
}): JSX.Element {
  const { table, runsOf } = props;
  const name = table.caption ?? table.unit ?? 'Bảng số liệu';
  return (
    <section
      class="paper-table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
    >
      {table.caption && <p class="paper-caption">{table.caption}</p>}
      {table.unit && <p class="paper-unit">{table.unit}</p>}
      <table aria-label={name}>
        <colgroup>
          {shares(table).map((width) => (
            <col key={width} style={{ width }} />
          ))}
        </colgroup>
        <thead>{table.header.map(headerRow)}</thead>
        <tbody>{table.rows.map((row) => bodyRow(row, table, runsOf))}</tbody>
      </table>
    </section>
  );
}

function shares(table: Table): string[] {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  return table.columns.map((column) => `${Math.round((column.width / whole) * 10_000) / 100}%`);
}

function headerRow(cells: readonly HeaderCell[]): JSX.Element {
  return <tr>{cells.map(headerCell)}</tr>;
}

function headerCell({ text, columns = 1, rows = 1 }: HeaderCell): JSX.Element {
  return (
    <th scope={columns > 1 ? 'colgroup' : 'col'} colSpan={columns} rowSpan={rows}>
      {text}
    </th>
  );
}

function bodyRow(row: TableRow, table: Table, runsOf: RunsOf): JSX.Element {
  let start = 0;
  const cells = row.cells.map(({ runs, columns = 1 }) => {
    const align = row.style === 'group' ? 'left' : (table.columns[start]?.align ?? 'left');
    start += columns;
    return (
      <td class={`paper-${align}`} colSpan={columns}>
        {runsOf(runs)}
      </td>
    );
  });
  return <tr class={row.style && `paper-${row.style}`}>{cells}</tr>;
}
