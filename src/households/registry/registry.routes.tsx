import type { House } from '../../shared/house.ts';
import type { Site } from '../../shared/web.ts';
import { duplicatesRoutes } from './duplicates.routes.tsx';
import { householdRoutes } from './household.routes.tsx';
import { membersRoutes } from './members.routes.tsx';
import { movesRoutes } from './moves.routes.tsx';
import { newHouseholdRoutes } from './new-household.routes.tsx';

/** The register: a household's page, its members, its moves, new ones, suspected duplicates. */
export function registryRoutes(site: Site, house: House): void {
  newHouseholdRoutes(site, house);
  duplicatesRoutes(site, house);
  householdRoutes(site, house);
  membersRoutes(site, house);
  movesRoutes(site, house);
}
