import { expect, test } from 'vitest';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { dimensionsOf } from './tiles.ts';

const indicator = (key: string, dimension: string) => ({
  ...{ key, dimension, name: key, deprivedWhen: '', source: '', confirmed: false },
});
const standard = {
  indicators: [indicator('a', 'Một'), indicator('b', 'Một'), indicator('c', 'Hai')],
} as unknown as PovertyStandard;

test('indicators stand by dimension, and what was not surveyed is neither full nor empty', () => {
  expect(dimensionsOf(standard, ['b']).map(({ name }) => name)).toEqual(['Một', 'Hai']);
  const states = (deprived: string[] | null) =>
    dimensionsOf(standard, deprived).flatMap(({ tiles }) => tiles.map(({ state }) => state));
  expect(states(['b'])).toEqual(['met', 'deprived', 'met']);
  expect(states([])).toEqual(['met', 'met', 'met']);
  expect(states(null)).toEqual(['unknown', 'unknown', 'unknown']);
});
