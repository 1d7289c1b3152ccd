import { carries, type Person } from '../people/person.ts';
import { mayReadTotals, type RoundPlace } from './reporting.policy.ts';

const READERS = ['receiveReports', 'oversee', 'issueDocuments'] as const;

/**
 * The total of a level and of all below it: whoever may read the whole, and those who
 * receive, oversee or issue at that level or above. `path` runs from the top to the level.
 * People who only write or approve a unit's own report see no totals.
 */
export function mayReadLevel(person: Person, path: readonly string[], round: RoundPlace): boolean {
  const line = path.toReversed();
  return mayReadTotals(person, round) || READERS.some((duty) => carries(person, duty, line));
}
