/** What shall be reached, year by year, and what has been. */
export interface Target {
  readonly id: string;
  readonly clauseId: string;
  readonly name: string;
  readonly measure: string;
  readonly better: 'lower' | 'higher';
  readonly source: string;
  readonly confirmed: boolean;
  readonly values: readonly TargetValue[];
}

export interface TargetValue {
  readonly year: number;
  readonly planned: number | null;
  readonly reached: number | null;
  readonly source: string | null;
  readonly confirmed: boolean;
}

/** Was the year's plan met? `undefined` while one of the two numbers is not known. */
export function isMet(
  { better }: Pick<Target, 'better'>,
  { planned, reached }: Pick<TargetValue, 'planned' | 'reached'>,
): boolean | undefined {
  if (planned === null || reached === null) return undefined;
  return better === 'lower' ? reached <= planned : reached >= planned;
}

/** The value of a year, or the last one known before it. */
export function valueFor(target: Target, year: number): TargetValue | undefined {
  return target.values.findLast((one) => one.year <= year) ?? target.values[0];
}
