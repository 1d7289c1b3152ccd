import { randomBytes } from 'node:crypto';
import { isReportDuty } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import {
  found,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
  siteOf,
} from '../../shared/web.ts';
import { CalendarPage } from './calendar.pages.tsx';
import { hasFeed, unitsOfFeed } from './calendar.sql.ts';
import { calendarFile, dueDates } from './calendar.ts';
import { makeFeed } from './urging.actions.ts';
import { loadWorkReports } from './work.sql.ts';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;

/** The calendar of what is due, as a page and as a feed for a phone. */
export function calendarRoutes(site: Site, house: House): void {
  site.get('/calendar', SIGNED_IN, (request, reply) => showCalendar(request, reply, house));
  site.post('/calendar', SIGNED_IN, async (request, reply) => {
    const token = randomBytes(24).toString('base64url');
    await makeFeed(house, personOf(request), token);
    return showCalendar(request, reply, house, `${siteOf(request)}/calendar/${token}.ics`);
  });
  site.get('/calendar/:token.ics', { config: { door: 'public' } }, (request, reply) =>
    sendCalendar(request, reply, house),
  );
}

async function showCalendar(
  request: Request,
  reply: Reply,
  house: House,
  feed?: string,
): Promise<Reply> {
  const person = personOf(request);
  const held = person.duties.filter(({ duty }) => isReportDuty(duty));
  const units = [...new Set(held.map(({ unitId }) => unitId))];
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
