import type { Day } from '../../shared/day.ts';

/** The counts of a unit that are printed, or that follow from what is printed. */
export const COLUMNS = {
  total: 'Tổng số hộ',
  poor: 'Hộ nghèo',
  poorKinh: 'Hộ nghèo, chủ hộ dân tộc Kinh hoặc khác',
  poorMinority: 'Hộ nghèo, chủ hộ dân tộc thiểu số',
  nearPoor: 'Hộ cận nghèo',
  nearPoorKinh: 'Hộ cận nghèo, chủ hộ dân tộc Kinh hoặc khác',
  nearPoorMinority: 'Hộ cận nghèo, chủ hộ dân tộc thiểu số',
} as const;
export type Column = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as Column[];

export type UnitCounts = Readonly<Record<Column, number>>;

/** A commune as it was in a round; without counts its review was not recognised. */
export interface PublicCommune {
  readonly id: string;
  readonly name: string;
  readonly counts: UnitCounts | undefined;
  /** The unit of today that it is, or is part of. */
  readonly todayId: string;
  readonly todayName: string;
}

/** Deprived households of the province by indicator. */
export interface IndicatorCounts {
  readonly key: string;
  readonly name: string;
  readonly dimension: string;
  readonly poor: number;
  readonly nearPoor: number;
}

/** What the standard says of every household of a class, and so of their sum. */
interface DeprivationRule {
  /** A poor household lacks at least so many; 0 where score A alone may decide. */
  readonly leastOfPoor: number;
  /** A near-poor one at most so many. */
  readonly mostOfNearPoor: number;
}

/** An official yearly review as it may be looked at by anybody, before small counts are hidden. */
export interface PublicYear {
  readonly year: number;
  readonly provinceId: string;
  readonly provinceName: string;
  readonly officialOn: Day;
  readonly officialDocument: string;
  readonly isStory: boolean;
  readonly standardName: string;
  readonly rule: DeprivationRule;
  readonly communes: readonly PublicCommune[];
  readonly indicators: readonly IndicatorCounts[];
}

/** The counts of several communes together. */
export function sumOfCounts(all: readonly UnitCounts[]): UnitCounts {
  const sum = (column: Column) => all.reduce((total, one) => total + one[column], 0);
  return {
    ...{ total: sum('total'), poor: sum('poor'), nearPoor: sum('nearPoor') },
    ...{ poorKinh: sum('poorKinh'), poorMinority: sum('poorMinority') },
    ...{ nearPoorKinh: sum('nearPoorKinh'), nearPoorMinority: sum('nearPoorMinority') },
  };
}
