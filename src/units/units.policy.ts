import { carries, type Person } from '../people/person.ts';

/**
 * May correct the entry of a unit, or add one below it: whoever runs the movement at one of its
 * keepers (the unit, those above it, the standing agency).
 */
export function mayCorrectUnit(person: Person, keepers: readonly string[]): boolean {
  return carries(person, 'runMovement', keepers);
}

/** May set the emulation blocks of a year, add units and import lists: the movement's own agency. */
export function mayKeepRegister(person: Person, movementKeepers: readonly string[]): boolean {
  return carries(person, 'runMovement', movementKeepers);
}
