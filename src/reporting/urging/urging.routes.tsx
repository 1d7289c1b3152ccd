import { showInstant } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import {
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
  siteOf,
} from '../../shared/web.ts';
import { mayRunRound } from '../reporting.policy.ts';
import { isLocked, lastDayFor } from '../rounds/deadline.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { MailsPage } from './mails.pages.tsx';
import { urgeRound } from './urging.actions.ts';
import { UrgingPage } from './urging.pages.tsx';
import { lastUrging, loadMails } from './urging.sql.ts';
import { loadRoundReports } from './work.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const SIGNED_IN = { config: { door: 'signed-in' } } as const;

/** Urging, and the letters that were written. */
export function urgingRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/urging', POLICY, (request, reply) => showUrging(request, reply, house));
  site.post('/rounds/:id/urging', POLICY, (request, reply) => urge(request, reply, house));
  site.get('/mails', SIGNED_IN, async (request, reply) => {
    const mails = await loadMails(house.db, personOf(request).id);
    return reply.page(<MailsPage frame={request.frame()} mails={mails} />);
  });
}

async function showUrging(request: Request, reply: Reply, house: House): Promise<Reply> {
  const round = await askedRound(request, house);
  must(mayRunRound(personOf(request), round), 'việc đôn đốc');
  const today = house.today();
  const owed = (await loadRoundReports(house.db, round.id)).filter(
    ({ status }) => status === 'open' || status === 'prepared' || status === 'returned',
  );
  const isLate = (report: (typeof owed)[number]) =>
    today > lastDayFor(report, report.extendedUntil) ||
    isLocked(report, report.extendedUntil, today);
  const returned = owed.filter(({ status }) => status === 'returned');
  const unsent = owed.filter(({ status }) => status !== 'returned');
  const last = await lastUrging(house.db, round.id);
  return reply.page(
    <UrgingPage
      frame={request.frame()}
      late={unsent.filter(isLate)}
      waiting={unsent.filter((report) => !isLate(report))}
      last={last && `${showInstant(last.at)}, ${last.personName}`}
      {...{ today, round, returned }}
    />,
  );
}

async function urge(request: Request, reply: Reply, house: House): Promise<Reply> {
  const id = param(request, 'id');
  await askedRound(request, house);
  const { written } = await urgeRound(house, personOf(request), id, siteOf(request));
  const said =
    written > 0
      ? `Đã viết thư nhắc việc cho ${written} người.`
      : 'Hôm nay mọi người đã có thư hoặc không còn việc; không viết thêm thư nào.';
  return reply.done(`/rounds/${id}/urging`, said);
}
