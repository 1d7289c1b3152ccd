import { DataTable } from '../shared/html/data-table.tsx';
import { Spark } from '../shared/html/spark.tsx';
import { Missing, NumberText } from '../shared/html/texts.tsx';
import type { ClauseFigure } from './clause-figures.ts';
import type { MarginView } from './margin-view.ts';

/** All figures of a clause, a column a year. */
export function FiguresTable({
  figures,
  view,
}: {
  figures: readonly ClauseFigure[];
  view: MarginView;
}) {
  const years = figures[0]?.years.map(({ year }) => year) ?? [];
  return (
    <DataTable
      caption="Số liệu của mục này qua các năm"
      quietCaption
      rows={figures}
      keyOf={(one) => one.slug}
      columns={[
        { key: 'name', head: 'Số liệu', cell: (one) => <FigureName figure={one} view={view} /> },
        { key: 'measure', head: 'Đơn vị tính', cell: (one) => one.measure },
        ...years.map((year, at) => ({
          key: String(year),
          head: `Năm ${year}`,
          align: 'numeric' as const,
          cell: (one: ClauseFigure) => {
            const value = one.years[at]?.value;
            return value === undefined ? <Missing /> : <NumberText value={value} />;
          },
        })),
        {
          key: 'spark',
          head: 'Diễn biến',
          cell: (one) => <Spark label={one.name} values={one.years} />,
        },
      ]}
    />
  );
}

function FigureName({ figure, view }: { figure: ClauseFigure; view: MarginView }) {
  const round = figure.years.findLast((one) => one.roundId)?.roundId;
  if (!view.mayReadTotals || !round) return <>{figure.name}</>;
  return <a href={`/rounds/${round}/figures/${figure.slug}`}>{figure.name}</a>;
}
