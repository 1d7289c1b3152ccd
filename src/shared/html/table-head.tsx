import type { ComponentChildren } from 'preact';

export interface ColumnHead {
  readonly key: string;
  readonly head: ComponentChildren;
  /** `numeric`: to the right, tabular figures. */
  readonly align?: 'numeric';
  /** Neighbours with the same word share a heading above theirs. */
  readonly group?: string;
}

interface Span {
  readonly word: string | undefined;
  readonly columns: readonly ColumnHead[];
}

/** One row of headings, or two when columns are grouped as in the State's own forms. */
export function TableHead({ columns }: { readonly columns: readonly ColumnHead[] }) {
  const grouped = columns.some((column) => column.group);
  return (
    <thead>
      {grouped ? <GroupRow columns={columns} /> : null}
      <tr>
        {columns.map((column, place) => (
          <th key={column.key} scope="col" class={classOf(column, place)}>
            {column.head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function GroupRow({ columns }: { readonly columns: readonly ColumnHead[] }) {
  return (
    <tr class="group-row">
      {spansOf(columns).map((span) =>
        span.word ? (
          <th
            key={span.columns[0]?.key}
            scope="colgroup"
            colSpan={span.columns.length}
            class="group"
          >
            {span.word}
          </th>
        ) : (
          <td key={span.columns[0]?.key} colSpan={span.columns.length} />
        ),
      )}
    </tr>
  );
}

function spansOf(columns: readonly ColumnHead[]): Span[] {
  const spans: Span[] = [];
  for (const column of columns) {
    const last = spans.at(-1);
    if (last && last.word === column.group)
      spans[spans.length - 1] = { word: last.word, columns: [...last.columns, column] };
    else spans.push({ word: column.group, columns: [column] });
  }
  return spans;
}

function classOf(column: ColumnHead, place: number): string | undefined {
  return [place === 0 ? 'first' : '', column.align ?? ''].filter(Boolean).join(' ') || undefined;
}
