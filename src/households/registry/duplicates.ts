import type { Member } from './household.ts';
import { relationName } from './member.ts';

/** Where the queue is. */
export const DUPLICATES = '/households/duplicates';

/** What a person says of a pair. Said to be the same, it is still two until somebody merges it. */
export const VERDICTS = { same: 'Cùng một hộ', different: 'Hai hộ khác nhau' } as const;
export type Verdict = keyof typeof VERDICTS;

export function isVerdict(text: string | undefined): text is Verdict {
  return text !== undefined && Object.hasOwn(VERDICTS, text);
}

/** Two households that may be one, as queued. */
export interface DuplicatePair {
  readonly id: string;
  readonly communeId: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly likeness: string;
  readonly foundAt: Date;
  readonly verdict: Verdict | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly deciderName: string | null;
}

/** Which pairs somebody sees: of whole communes, and of some villages of others. */
export interface DuplicateSight {
  readonly communeIds: readonly string[];
  readonly villageIds: readonly string[];
}

/** One thing told of both households, and whether it is alike; null: not known of both. */
export interface Comparison {
  readonly name: string;
  readonly first: string;
  readonly second: string;
  readonly alike: boolean | null;
}

/** Two texts side by side; what is missing is neither alike nor different. */
export function compared(
  name: string,
  first: string | null | undefined,
  second: string | null | undefined,
): Comparison {
  const known = Boolean(first) && Boolean(second);
  return {
    name,
    first: first || '—',
    second: second || '—',
    alike: known ? first === second : null,
  };
}

/** The people of a household in a line, told apart without names. */
export function peopleWords(members: readonly Member[]): string {
  return members
    .map(({ relation, birthYear }) => `${relationName(relation).toLowerCase()} ${birthYear}`)
    .join(', ');
}
