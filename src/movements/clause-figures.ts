import { ratio } from '../reporting/forms/figure.ts';

/** A figure that a clause is measured by, with its last years for the whole movement. */
export interface ClauseFigure {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly measure: string;
  readonly clausePath: string;
  /** Oldest first; `undefined`: no accepted number of that year. */
  readonly years: readonly YearFigure[];
}

export interface YearFigure {
  readonly year: number;
  readonly value: number | undefined;
  /** Reports in the sum, and the round that they belong to. */
  readonly reported: number;
  readonly roundId: string | undefined;
}

/** A figure as it is kept; a ratio names its two parts. */
export interface FigureRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly measure: string;
  readonly clausePath: string;
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
}

/** The sum of a figure at the top of a round. */
export interface FigureSum {
  readonly roundId: string;
  readonly year: number;
  readonly figureId: string;
  readonly amount: number;
  readonly reported: number;
}

/** Figures with the values of the given years. A ratio follows from its parts, never from ratios. */
export function figuresWithYears(
  figures: readonly FigureRow[],
  sums: readonly FigureSum[],
  years: readonly number[],
): ClauseFigure[] {
  const held = new Map(sums.map((sum) => [`${sum.figureId} ${sum.year}`, sum]));
  return figures.map((figure) => {
    const { slug, name, shortName, measure, clausePath } = figure;
    const values = years.map((year) => yearOf(figure, year, held));
    return { slug, name, shortName, measure, clausePath, years: values };
  });
}

function yearOf(
  { id, numeratorId, denominatorId }: FigureRow,
  year: number,
  held: ReadonlyMap<string, FigureSum>,
): YearFigure {
  const of = (figureId: string | null) => held.get(`${figureId} ${year}`);
  if (numeratorId === null || denominatorId === null) {
    const sum = of(id);
    return { year, value: sum?.amount, reported: sum?.reported ?? 0, roundId: sum?.roundId };
  }
  const [above, below] = [of(numeratorId), of(denominatorId)];
  const value = ratio(above?.amount ?? null, below?.amount ?? null) ?? undefined;
  return { year, value, reported: above?.reported ?? 0, roundId: above?.roundId };
}
