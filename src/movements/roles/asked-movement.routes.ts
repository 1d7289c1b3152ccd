import type { House } from '../../shared/house.ts';
import { found, idOf, must, personOf, type Request } from '../../shared/web.ts';
import { mayGiveRoles } from '../movements.policy.ts';
import { loadMovementOfRoles, type MovementOfRoles } from './roles.sql.ts';

/** The movement of the address. */
export async function askedMovement(request: Request, house: House): Promise<MovementOfRoles> {
  const id = idOf(request, 'id', 'phong trào này');
  return found(await loadMovementOfRoles(house.db, id, house.today()), 'phong trào này');
}

/** The same, for those only who may give its roles. */
export async function movementToGive(request: Request, house: House): Promise<MovementOfRoles> {
  const movement = await askedMovement(request, house);
  must(mayGiveRoles(personOf(request), movement), 'vai trò trong phong trào');
  return movement;
}
