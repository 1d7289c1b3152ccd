import { officeId } from '../../units/reference-ids.ts';
import type { RoundSeed, TodaySeed } from './story-shapes.ts';

/** What became of a report: how far it went, and what went otherwise than usual. */
export type Fate =
  | { readonly to: 'accepted'; readonly late: boolean; readonly nil: boolean }
  /** Some figures came back once, and were mended. */
  | { readonly to: 'settled'; readonly figures: readonly string[] }
  | {
      readonly to: 'returned';
      readonly figures: readonly { readonly figure: string; readonly reason: string }[];
    }
  | { readonly to: 'prepared' | 'submitted' | 'received' | 'partly' | 'unsent' };

const USUAL: Fate = { to: 'accepted', late: false, nil: false };

/** The fate of a unit's report in a closed round. */
export function fateIn(round: RoundSeed, unitId: string): Fate {
  const named = (codes: readonly string[]) => codes.some((code) => officeId(code) === unitId);
  if (named(round.unsent)) return { to: 'unsent' };
  if (named(round.nil)) return { to: 'accepted', late: false, nil: true };
  const returned = round.returned.find((one) => officeId(one.unit) === unitId);
  if (returned) return { to: 'settled', figures: returned.figures };
  return named(round.late) ? { to: 'accepted', late: true, nil: false } : USUAL;
}

/** Where it stands on the day of the story, in the round that is open. */
export function fateToday(today: TodaySeed, round: RoundSeed, unitId: string): Fate {
  const returned = today.returned.find((one) => officeId(one.unit) === unitId);
  if (returned) return { to: 'returned', figures: returned.figures };
  for (const to of ['prepared', 'submitted', 'received', 'partly'] as const)
    if (today[to].some((code) => officeId(code) === unitId)) return { to };
  if (today.empty.some((code) => officeId(code) === unitId)) return { to: 'unsent' };
  return fateIn(round, unitId);
}
