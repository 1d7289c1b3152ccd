import type { House } from '../../shared/house.ts';
import { personOf, type Site } from '../../shared/web.ts';
import { loadWatchedRounds, loadWork } from './work.actions.ts';
import { WorkPage } from './work.pages.tsx';

/** The first page after signing in. */
export function workRoutes(site: Site, house: House): void {
  site.get('/work', { config: { door: 'signed-in' } }, async (request, reply) => {
    const person = personOf(request);
    const [work, watched] = await Promise.all([
      loadWork(house, person),
      loadWatchedRounds(house, person),
    ]);
    const page = <WorkPage frame={request.frame()} today={house.today()} {...{ work, watched }} />;
    return reply.page(page);
  });
}
