import type { Person } from '../people/person.ts';

/** One thing found: where it leads, what it is called, and what tells it from its namesakes. */
export interface Finding {
  readonly href: string;
  readonly title: string;
  readonly facts: readonly string[];
}

/**
 * One group of the search over everything. Finds only what the person may see; gives nothing
 * for words that are too short for it.
 */
export interface Finder {
  /** The heading over its findings: "Đơn vị". */
  readonly group: string;
  find(typed: string, person: Person): Promise<readonly Finding[]>;
}
