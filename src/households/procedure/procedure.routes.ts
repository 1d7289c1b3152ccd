import type { House } from '../../shared/house.ts';
import type { Site } from '../../shared/web.ts';
import { meetingsRoutes } from './meetings.routes.tsx';
import { objectionsRoutes } from './objections.routes.tsx';
import { postingRoutes } from './posting.routes.tsx';
import { recognitionRoutes } from './recognition.routes.tsx';

/** The steps after the survey of one commune in one round. */
export function procedureRoutes(site: Site, house: House): void {
  meetingsRoutes(site, house);
  postingRoutes(site, house);
  objectionsRoutes(site, house);
  recognitionRoutes(site, house);
}
