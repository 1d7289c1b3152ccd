import { expect, test } from 'vitest';
import { day } from '../shared/day.ts';
import { succeeding } from './succession.ts';

const FIRST = day('2020-01-01');
const standing = (unit_id: string, from = FIRST, to: string | null = null) => ({
  unit_id,
  valid_from: from,
  valid_to: to === null ? null : day(to),
});
const step = (from_id: string, to_id: string, on: string, share = 1, kind = 'whole') => ({
  from_id,
  to_id,
  on_day: day(on),
  share,
  kind,
});

test('shares multiply along a way and add up where ways meet', () => {
  const { expressIn } = succeeding(
    [
      standing('old', FIRST, '2021-12-31'),
      standing('north', day('2022-01-01'), '2024-12-31'),
      standing('south', day('2022-01-01')),
      standing('all', day('2025-01-01')),
    ],
    [
      step('old', 'north', '2022-01-01', 0.4, 'part'),
      step('old', 'south', '2022-01-01', 0.6, 'part'),
      step('north', 'all', '2025-01-01', 0.5, 'part'),
      step('north', 'south', '2025-01-01', 0.5, 'part'),
    ],
  );
  expect(expressIn(day('2023-06-01'), 'old').shares).toEqual([
    { unitId: 'north', share: 0.4 },
    { unitId: 'south', share: 0.6 },
  ]);
  const later = expressIn(day('2025-06-01'), 'old').shares ?? [];
  expect(later.map((one) => one.unitId)).toEqual(['all', 'south']);
  expect(later[0]?.share).toBeCloseTo(0.2);
  expect(later[1]?.share).toBeCloseTo(0.8);
});

test('backward is not possible, and the reason is told', () => {
  const { expressIn } = succeeding([standing('new', day('2025-07-01'))], []);
  expect(expressIn(day('2025-06-30'), 'new')).toEqual({ shares: undefined, why: 'laterUnit' });
  expect(expressIn(day('2025-06-30'), 'else')).toEqual({ shares: undefined, why: 'unknownUnit' });
});

test('a move of duties carries no figures, so its unit ends without a successor', () => {
  const { expressIn } = succeeding(
    [standing('labour', FIRST, '2025-02-28'), standing('home')],
    [step('labour', 'home', '2025-03-01', 1, 'duties')],
  );
  expect(expressIn(day('2025-03-01'), 'labour')).toEqual({
    shares: undefined,
    why: 'endedWithoutSuccessor',
  });
});
