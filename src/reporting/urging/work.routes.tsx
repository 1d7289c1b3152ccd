import type { House } from '../../shared/house.ts';
import { personOf, type Site } from '../../shared/web.ts';
import { loadWork } from './work.actions.ts';
import { WorkPage } from './work.pages.tsx';

/** The first page after signing in. */
export function workRoutes(site: Site, house: House): void {
  site.get('/work', { config: { door: 'signed-in' } }, async (request, reply) => {
    const work = await loadWork(house, personOf(request));
    return reply.page(<WorkPage frame={request.frame()} today={house.today()} work={work} />);
  });
}
