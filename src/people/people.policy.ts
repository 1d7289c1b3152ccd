import { carries, type Person } from './person.ts';

/** A unit and all above it, nearest first. */
export type Line = readonly string[];

/** May create people, positions and duties at a unit. */
export function mayAdminister(person: Person, line: Line): boolean {
  return carries(person, 'administerAccounts', line);
}

/** May open the rooms of accounts at all: an administrator of some unit. */
export function mayEnterPeople(person: Person): boolean {
  return person.duties.some((held) => held.duty === 'administerAccounts');
}

/** May see the page of a person: one's own, or of someone who belongs to a unit in reach. */
export function mayOpenPerson(person: Person, subjectId: string, lines: readonly Line[]): boolean {
  return person.id === subjectId || lines.some((line) => mayAdminister(person, line));
}

/**
 * May give a new password, disable or enable an account. Every unit of its owner must be in
 * reach: whoever also serves above or elsewhere is out of reach, or a new password would be a
 * way up. Never one's own account.
 */
export function mayChangeAccount(
  person: Person,
  subjectId: string,
  lines: readonly Line[],
): boolean {
  const allInReach = lines.length > 0 && lines.every((line) => mayAdminister(person, line));
  return person.id !== subjectId && allInReach;
}

/** May give or end a position or duty at a unit: in reach, and never for oneself. */
export function mayAssign(person: Person, subjectId: string, line: Line): boolean {
  return person.id !== subjectId && mayAdminister(person, line);
}
