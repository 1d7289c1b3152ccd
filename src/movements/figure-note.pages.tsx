import type { ComponentChildren } from 'preact';
import type { Day } from '../shared/day.ts';
import { MarginNote } from '../shared/html/plan-layout.tsx';
import { Spark } from '../shared/html/spark.tsx';
import { Missing, NumberText } from '../shared/html/texts.tsx';
import { showNumber } from '../shared/vietnamese.ts';
import type { ClauseFigure, YearFigure } from './clause-figures.ts';
import type { MarginView } from './margin-view.ts';

/** A figure in the margin: its last years as a line, and the sum that is known last. */
export function FigureNote({ figure, view }: { figure: ClauseFigure; view: MarginView }) {
  const last = figure.years.findLast((one) => one.value !== undefined);
  const name: ComponentChildren =
    view.mayReadTotals && last?.roundId ? (
      <a href={`/rounds/${last.roundId}/figures/${figure.slug}`}>{figure.shortName}</a>
    ) : (
      figure.shortName
    );
  return (
    <div class="figure-note">
      <span class="margin-what">{name}</span>
      <Spark label={figure.name} values={figure.years} />
      {last?.value === undefined ? (
        <Missing />
      ) : (
        <span class="figure-now">
          <NumberText {...shortAmount(last.value, figure.measure)} />
          <span class="soft"> {whenOf(last, view.today)}</span>
        </span>
      )}
    </div>
  );
}

/** Sums of the province run to trillions; beside a text milliards are enough. */
function shortAmount(value: number, unit: string) {
  const milliards = value / 1_000_000_000;
  return unit === 'đồng' && milliards >= 1
    ? { value: milliards, unit: 'tỷ đồng' }
    : { value, unit };
}

/** A year that still runs is not to be read as a fall: it says how many have reported so far. */
function whenOf({ year, reported }: YearFigure, today: Day): string {
  if (!today.startsWith(String(year))) return `năm ${year}`;
  return `đến nay, ${showNumber(reported)} báo cáo`;
}

/** Figures that are not key ones; they open together. */
export function MoreFigures({
  figures,
  view,
}: {
  figures: readonly ClauseFigure[];
  view: MarginView;
}) {
  if (figures.length === 0) return null;
  return (
    <MarginNote note={<span>Còn {figures.length} số liệu của mục này</span>}>
      {figures.map((figure) => (
        <FigureNote key={figure.slug} figure={figure} view={view} />
      ))}
    </MarginNote>
  );
}
