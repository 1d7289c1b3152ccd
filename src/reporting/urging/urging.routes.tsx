import { randomBytes } from 'node:crypto';
import { showInstant } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import {
  found,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayRunRound } from '../reporting.policy.ts';
import { isLocked, lastDayFor } from '../rounds/deadline.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { hasFeed, unitsOfFeed } from './calendar.sql.ts';
import { calendarFile, dueDates } from './calendar.ts';
import { makeFeed, urgeRound } from './urging.actions.ts';
import { CalendarPage, MailsPage, UrgingPage } from './urging.pages.tsx';
import { lastUrging, loadMails } from './urging.sql.ts';
import { loadRoundReports, loadWorkReports } from './work.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const SIGNED_IN = { config: { door: 'signed-in' } } as const;

/** Urging, the calendar of what is due, and the letters that were written. */
export function urgingRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/urging', POLICY, (request, reply) => showUrging(request, reply, house));
  site.post('/rounds/:id/urging', POLICY, (request, reply) => urge(request, reply, house));
  site.get('/calendar', SIGNED_IN, (request, reply) => showCalendar(request, reply, house));
  site.post('/calendar', SIGNED_IN, async (request, reply) => {
    const token = randomBytes(24).toString('base64url');
    await makeFeed(house, personOf(request), token);
    return showCalendar(request, reply, house, `${siteOf(request)}/calendar/${token}.ics`);
  });
  site.get('/calendar/:token.ics', { config: { door: 'public' } }, (request, reply) =>
    sendCalendar(request, reply, house),
  );
  site.get('/mails', SIGNED_IN, async (request, reply) => {
    const mails = await loadMails(house.db, personOf(request).id);
    return reply.page(<MailsPage frame={request.frame()} mails={mails} />);
  });
}

function siteOf(request: Request): string {
  return `${request.protocol}://${request.host}`;
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

async function showCalendar(
  request: Request,
  reply: Reply,
  house: House,
  feed?: string,
): Promise<Reply> {
  const person = personOf(request);
  const units = [...new Set(person.duties.map((held) => held.unitId))];
  const dates = dueDates(units, await loadWorkReports(house.db, units));
  return reply.page(
    <CalendarPage
      frame={request.frame()}
      today={house.today()}
      hasFeed={await hasFeed(house.db, person.id)}
      {...{ dates, feed }}
    />,
  );
}

async function sendCalendar(request: Request, reply: Reply, house: House): Promise<Reply> {
  const units = found(await unitsOfFeed(house, param(request, 'token')), 'lịch này');
  const dates = dueDates(units, await loadWorkReports(house.db, units));
  return reply
    .type('text/calendar; charset=utf-8')
    .send(calendarFile(dates, siteOf(request), house.now()));
}
