import { asDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import { query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { askedSight, maskedNames } from './asked-request.routes.ts';
import { decisionRoutes } from './decision.routes.tsx';
import { monthlyRoutes } from './monthly.routes.tsx';
import { newRequestRoutes } from './new-request.routes.tsx';
import { requestListSheet } from './request-list-sheet.ts';
import type { RequestSight } from './request-sight.sql.ts';
import { requestSurveyRoutes } from './request-survey.routes.tsx';
import { RequestsPage } from './requests.pages.tsx';
import { type After, listAll, listDecided, listOpen, pageOf } from './requests.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** Requests off the yearly round, from the paper taken in to the paper handed out. */
export function classRequestsRoutes(site: Site, house: House): void {
  site.get('/class-requests', POLICY, (request, reply) => showList(request, reply, house));
  site.get('/class-requests.xlsx', POLICY, (request, reply) => sendList(request, reply, house));
  newRequestRoutes(site, house);
  monthlyRoutes(site, house);
  requestSurveyRoutes(site, house);
  decisionRoutes(site, house);
}

async function showList(request: Request, reply: Reply, house: House): Promise<Reply> {
  const sight = await askedSight(request, house);
  const { show, after } = query(request);
  const decided = show === 'decided';
  const list = decided ? listDecided : listOpen;
  const rows = await list(house.db, sight, readAfter(after));
  const { shown, next } = pageOf(rows, (one) => (decided ? one.decidedOn : one.dueOn));
  return reply.page(
    <RequestsPage
      frame={request.frame()}
      today={house.today()}
      {...{ decided, requests: shown, mayEnter: sight.enters }}
      mayCount={sight.wholeIds.length > 0}
      names={await maskedNames(house, shown)}
      communes={communeNames(sight)}
      next={next && addressOf(decided, next)}
    />,
  );
}

function communeNames({ communes }: RequestSight): Map<string, string> {
  return new Map(communes.map(({ communeId, name }) => [communeId, name]));
}

async function sendList(request: Request, reply: Reply, house: House): Promise<Reply> {
  const sight = await askedSight(request, house);
  const requests = await listAll(house.db, sight);
  const names = await maskedNames(house, requests);
  const book = requestListSheet({ requests, names, communes: communeNames(sight) });
  return sendWorkbook(reply, 'Đề nghị rà soát thường xuyên.xlsx', await writeSheet(book));
}

/** `2025-11-30.<id>`: where the page before ended; a text that is none begins at the top. */
function readAfter(text = ''): After | undefined {
  const [day = '', id = ''] = text.split('.');
  const on = asDay(day);
  return on && isId(id) ? { day: on, id } : undefined;
}

function addressOf(decided: boolean, { day, id }: After): string {
  const show = decided ? 'show=decided&' : '';
  return `/class-requests?${show}after=${day}.${id}`;
}
