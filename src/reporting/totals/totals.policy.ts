import { carries, type Person } from '../../people/person.ts';
import { mayReadTotals, type RoundPlace } from '../reporting.policy.ts';

const READERS = ['receiveReports', 'oversee', 'issueDocuments'] as const;

/** A round with the standing agency of today, who took over what earlier ones received. */
export interface WatchedRound extends RoundPlace {
  readonly standingId: string | undefined;
}

/**
 * The whole of a round: its own standing agency, those who oversee or issue, and the standing
 * agency of today, since the duty with its records moved on (on 1/3/2025 from the Department
 * of Labour to that of Agriculture and Environment). Reading only: a sum is signed by its own.
 */
export function mayReadRoundTotals(person: Person, round: WatchedRound): boolean {
  const { standingId } = round;
  return (
    mayReadTotals(person, round) ||
    (standingId !== undefined && mayReadTotals(person, { ...round, receiverId: standingId }))
  );
}

/**
 * The total of a level and of all below it: whoever may read the whole, and those who
 * receive, oversee or issue at that level or above. `path` runs from the top to the level.
 * People who only write or approve a unit's own report see no totals.
 */
export function mayReadLevel(
  person: Person,
  path: readonly string[],
  round: WatchedRound,
): boolean {
  const line = path.toReversed();
  return mayReadRoundTotals(person, round) || READERS.some((duty) => carries(person, duty, line));
}
