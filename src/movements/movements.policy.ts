import { carries, type Person, unitsWithDuty } from '../people/person.ts';

/** The units that are standing agency of a movement on the day asked. */
export interface MovementPlace {
  readonly standingIds: readonly string[];
}

/** The standing agency leads the movement (plan, organisation, item 1): its plan, tasks, targets. */
export function mayRunMovement(person: Person, movement: MovementPlace): boolean {
  return movement.standingIds.some((id) => carries(person, 'runMovement', [id]));
}

/**
 * Whoever runs a movement may begin the next one; in a house without any, whoever has the duty
 * at all. Its own unit then is the standing agency, so nothing of others comes into reach.
 */
export function mayStartMovement(person: Person, movements: readonly MovementPlace[]): boolean {
  if (movements.length === 0) return unitsWithDuty(person, 'runMovement').length > 0;
  return movements.some((movement) => mayRunMovement(person, movement));
}

/** Where a movement has no standing agency: whoever led it or issued its plan, and the province. */
export interface RolePlace extends MovementPlace {
  readonly repairIds: readonly string[];
}

/**
 * The standing agency says who holds which role (plan, organisation, item 1). While there is none,
 * whoever runs movements at the province, at the issuer or at a former standing agency steps in,
 * so that a role ended by mistake locks nobody out.
 */
export function mayGiveRoles(person: Person, { standingIds, repairIds }: RolePlace): boolean {
  return mayRunMovement(person, { standingIds: standingIds.length > 0 ? standingIds : repairIds });
}

/** Everyone signed in reads a plan; a draft only those who may correct it. */
export function mayReadPlan(
  person: Person,
  plan: { readonly isDraft: boolean },
  movement: MovementPlace,
): boolean {
  return !plan.isDraft || mayRunMovement(person, movement);
}
