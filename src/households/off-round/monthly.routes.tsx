import type { House } from '../../shared/house.ts';
import {
  found,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayRunReviews } from '../households.policy.ts';
import { listReviewable } from '../rounds/begin.sql.ts';
import { listStandingAgencies } from '../rounds/rounds.sql.ts';
import { MonthlyPage } from './monthly.pages.tsx';
import { countMonth } from './monthly.sql.ts';
import { mayReadTotal } from './off-round.policy.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'số liệu rà soát thường xuyên';

/** What a commune reports of a month; counts only. */
export function monthlyRoutes(site: Site, house: House): void {
  site.get('/class-requests/monthly', POLICY, (request, reply) => show(request, reply, house));
}

async function show(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const today = house.today();
  const runs = mayRunReviews(person, await listStandingAgencies(house.db, today));
  const communes = (await listReviewable(house.db, today))
    .filter((commune) => mayReadTotal(person, commune, runs))
    .map(({ communeId, name }) => ({ id: communeId, name }));
  must(communes.length > 0, THIS);
  const { commune: asked, month: wanted = '' } = query(request);
  const commune = found(asked ? communes.find(({ id }) => id === asked) : communes[0], 'xã này');
  const months = monthsUpTo(today.slice(0, 7));
  const month = months.includes(wanted) ? wanted : today.slice(0, 7);
  return reply.page(
    <MonthlyPage
      frame={request.frame()}
      {...{ today, month, months, commune, communes }}
      counts={await countMonth(house.db, commune.id, month, today)}
    />,
  );
}

const SHOWN = 24;

/** The month of today and those before it, the latest first. */
function monthsUpTo(month: string): string[] {
  const [year = 0, at = 0] = month.split('-').map(Number);
  const last = year * 12 + at - 1;
  return Array.from({ length: SHOWN }, (_, back) => {
    const one = last - back;
    return `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`;
  });
}
