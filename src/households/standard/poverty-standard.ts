import type { AreaType } from '../household-class.ts';

/** The lines of a kind of area; scores are points of score A, incomes dong a person a month. */
export interface PovertyLine {
  readonly areaType: AreaType;
  readonly incomeLine: number;
  /** Up to here an average living standard; null where the standard has none. */
  readonly averageLine: number | null;
  /** At or under it a household is poor whatever score B says (2016–2021); null: no such line. */
  readonly sureScore: number | null;
  /** At or under it a household is poor or near-poor by score B; null: not known yet. */
  readonly scoreLine: number | null;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface Indicator {
  readonly key: string;
  readonly dimension: string;
  readonly name: string;
  readonly deprivedWhen: string;
  readonly source: string;
  readonly confirmed: boolean;
}

/** A multidimensional poverty standard as dated data. */
export interface PovertyStandard {
  readonly id: string;
  readonly name: string;
  /** Years of review, both included. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Points of score B for each deprived indicator. */
  readonly pointsEach: number;
  /** Score B from which a household is poor. */
  readonly deprivationCut: number;
  readonly lines: Readonly<Record<AreaType, PovertyLine>>;
  /** In the order of the form. */
  readonly indicators: readonly Indicator[];
  readonly source: string;
  readonly confirmed: boolean;
}

/** The standards made for a year of review; none, one, or several to choose from. */
export function standardsFor(
  standards: readonly PovertyStandard[],
  year: number,
): PovertyStandard[] {
  return standards.filter((one) => one.firstYear <= year && year <= one.lastYear);
}

/** Can households be classified by it? Not while a score line is unknown. */
export function isUsable({ lines }: PovertyStandard): boolean {
  return lines.rural.scoreLine !== null && lines.urban.scoreLine !== null;
}
