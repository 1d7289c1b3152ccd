import type { House } from '../../shared/house.ts';
import type { Site } from '../../shared/web.ts';
import { householdListRoutes } from './household-list.routes.tsx';
import { listingRoutes } from './listings.routes.tsx';
import { surveyRoutes } from './survey.routes.tsx';
import { surveySheetRoutes } from './survey-sheets.routes.tsx';

/** Everything from the list of a commune to the survey of one household, on screen and on paper. */
export function surveyRoomRoutes(site: Site, house: House): void {
  householdListRoutes(site, house);
  listingRoutes(site, house);
  surveyRoutes(site, house);
  surveySheetRoutes(site, house);
}
