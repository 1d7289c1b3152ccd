import { stableId } from '../../units/reference-ids.ts';
import type { Indicator, PovertyLine, PovertyStandard } from './poverty-standard.ts';

/** The texts of db/seed/households. */
export interface StandardTexts {
  readonly standards: string;
  readonly indicators: string;
}

type IndicatorSeed = Pick<Indicator, 'key' | 'dimension' | 'name' | 'deprivedWhen'>;
type StandardSeed = Omit<PovertyStandard, 'id' | 'lines' | 'indicators'> & {
  readonly lines: readonly [PovertyLine, PovertyLine];
  readonly indicators: string;
};

const INDICATOR_SOURCE =
  'Tên và thứ tự: Nghị định 07/2021/NĐ-CP; điều kiện thiếu hụt theo tài liệu tóm tắt, cần đối chiếu';

/** The id of the reference standard that begins with a year of review: `standardId(2022)`. */
export function standardId(firstYear: number): string {
  return stableId(`poverty standard:${firstYear}`);
}

/** The standards that ship with the house; what is not verified says so. */
export function referenceStandards(texts: StandardTexts): PovertyStandard[] {
  const sets = JSON.parse(texts.indicators) as Record<string, IndicatorSeed[]>;
  return (JSON.parse(texts.standards) as StandardSeed[]).map((seed) => ({
    ...seed,
    id: standardId(seed.firstYear),
    lines: { rural: seed.lines[0], urban: seed.lines[1] },
    indicators: (sets[seed.indicators] ?? []).map((one) => ({
      ...one,
      source: INDICATOR_SOURCE,
      confirmed: false,
    })),
  }));
}
