import type { House } from '../shared/house.ts';
import type { Site } from '../shared/web.ts';
import { classRequestsRoutes } from './off-round/requests.routes.tsx';
import { procedureRoutes } from './procedure/procedure.routes.ts';
import { publicPovertyRoutes } from './public/poverty.routes.tsx';
import { registryRoutes } from './registry/registry.routes.tsx';
import { communeDeskRoutes } from './rounds/commune-desk.routes.tsx';
import { reviewRoundsRoutes } from './rounds/rounds.routes.tsx';
import { householdImportsRoutes } from './sheets/imports.routes.tsx';
import { standardsRoutes } from './standard/standards.routes.tsx';
import { surveyRoomRoutes } from './survey/survey-room.routes.ts';
import { explanationRoutes } from './tables/explanations.routes.tsx';
import { officialReviewRoutes } from './tables/official.routes.tsx';
import { tablesRoutes } from './tables/tables.routes.tsx';

/** Everything of households, from the hub to the public figures. */
export function householdsRoutes(site: Site, house: House): void {
  procedureRoutes(site, house);
  publicPovertyRoutes(site, house);
  classRequestsRoutes(site, house);
  standardsRoutes(site, house);
  registryRoutes(site, house);
  communeDeskRoutes(site, house);
  reviewRoundsRoutes(site, house);
  householdImportsRoutes(site, house);
  surveyRoomRoutes(site, house);
  explanationRoutes(site, house);
  officialReviewRoutes(site, house);
  tablesRoutes(site, house);
}
