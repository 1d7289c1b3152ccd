import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classify } from './classification.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import { isUsable, standardsFor } from './poverty-standard.ts';
import { referenceStandards } from './reference-standards.ts';

const SEED = join(import.meta.dirname, '../../../db/seed/households');
const STANDARDS = referenceStandards({
  standards: readFileSync(join(SEED, 'standards.json'), 'utf8'),
  indicators: readFileSync(join(SEED, 'indicators.json'), 'utf8'),
});

function standardOf(year: number): PovertyStandard {
  const [found] = standardsFor(STANDARDS, year);
  if (!found) throw new Error(`no standard for ${year}`);
  return found;
}

function classOf(year: number, areaType: 'rural' | 'urban', incomeScore: number, count: number) {
  const standard = standardOf(year);
  const deprived = standard.indicators.slice(0, count).map(({ key }) => key);
  return classify(standard, { areaType, incomeScore, deprived });
}

describe('the standard of 2022 to 2026 at its boundaries', () => {
  test.each([
    ['rural', 140, 3, 'poor'],
    ['rural', 140, 2, 'near-poor'],
    ['rural', 141, 8, 'not-poor'],
    ['urban', 175, 3, 'poor'],
    ['urban', 175, 0, 'near-poor'],
    ['urban', 176, 12, 'not-poor'],
    ['urban', 140, 2, 'near-poor'],
    ['rural', 0, 12, 'poor'],
  ] as const)('%s, score A %i, %i indicators: %s', (area, score, count, expected) => {
    for (const year of [2022, 2025, 2026])
      expect(classOf(year, area, score, count)?.householdClass).toBe(expected);
  });

  test('the working is a sentence that names both scores and both lines', () => {
    expect(classOf(2025, 'rural', 140, 3)?.because).toBe(
      'Điểm A 140 không quá 140 (khu vực nông thôn) và điểm B 30 (3 chỉ số thiếu hụt) từ 30, nên là hộ nghèo.',
    );
    expect(classOf(2025, 'urban', 176, 12)?.because).toContain('2.000.000 đồng/người/tháng');
  });

  test('a key that is no indicator of the standard counts nothing', () => {
    const survey = { areaType: 'rural', incomeScore: 100 } as const;
    const deprived = ['healthAccess', 'nutrition', 'nutrition'];
    expect(classify(standardOf(2025), { ...survey, deprived })?.deprivationScore).toBe(10);
  });
});

test('before 2022 a household under the lower line is poor whatever it lacks', () => {
  expect(classOf(2021, 'rural', 120, 0)?.householdClass).toBe('poor');
  expect(classOf(2021, 'rural', 121, 2)?.householdClass).toBe('near-poor');
  expect(classOf(2021, 'rural', 150, 3)?.householdClass).toBe('poor');
  expect(classOf(2021, 'urban', 176, 10)?.householdClass).toBe('not-poor');
});

test('the standard of 2027 says that its scores are not known, and classifies nobody', () => {
  expect(isUsable(standardOf(2027))).toBe(false);
  expect(standardOf(2027).lines.rural).toMatchObject({ incomeLine: 2_200_000, confirmed: false });
  expect(classOf(2027, 'rural', 100, 3)).toBeUndefined();
});
