import { peopleRoutes } from '../../people/people.routes.tsx';
import { signInRoutes } from '../../people/sign-in.routes.tsx';
import { reportsRoutes } from '../../reporting/reports.routes.tsx';
import { roundsRoutes } from '../../reporting/rounds.routes.tsx';
import type { House } from '../../shared/house.ts';
import type { Site } from '../../shared/web.ts';

/** Every room of the house, in the order of the rail. */
export function openRooms(site: Site, house: House): void {
  site.get('/', { config: { door: 'public' } }, (request, reply) =>
    reply.redirect(request.person ? '/work' : '/sign-in'),
  );
  signInRoutes(site, house);
  peopleRoutes(site, house);
  roundsRoutes(site, house);
  reportsRoutes(site, house);
}
