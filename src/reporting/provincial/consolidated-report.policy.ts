import { carries, type Person } from '../../people/person.ts';
import { mayReadTotals, mayRunRound, type RoundPlace } from '../reporting.policy.ts';

/** The draft and the document: whoever may read the province's totals. */
export function mayReadDocument(person: Person, round: RoundPlace): boolean {
  return mayReadTotals(person, round);
}

/** The standing agency's officers write it, and propose errata to it (plan VI.3.b). */
export function mayWriteDocument(person: Person, round: RoundPlace): boolean {
  return mayRunRound(person, round);
}

/** Whoever issues documents at the very office that signs; no other office, above or below. */
export function mayIssueDocument(person: Person, issuerId: string): boolean {
  return carries(person, 'issueDocuments', [issuerId]);
}

/** Separation of duties: a person who wrote the document does not issue it alone. */
export function hasWritten(person: Person, writers: readonly string[]): boolean {
  return writers.includes(person.id);
}
