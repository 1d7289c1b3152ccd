import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import { formFields, query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { POLICY, REVIEW } from '../procedure/asked-review.routes.ts';
import { purposeOf } from '../registry/purpose.ts';
import { type AskedReview, askedReview } from './asked.routes.ts';
import { maskedHeads, namedHeads } from './heads.actions.ts';
import { filterQuery, type HouseholdFilter, readFilter } from './household-filter.ts';
import { HouseholdListPage, type HouseholdListPageProps } from './household-list.pages.tsx';
import { listHouseholds } from './household-list.sql.ts';
import { afterRow, PAGE_ROWS } from './household-list.ts';
import { householdSheet } from './household-sheet.ts';
import { countClosings } from './survey.sql.ts';

const LIST = `${REVIEW}/households`;
/** More households than any commune has. */
const ALL = 50_000;

/** The households of a commune in a round: their list, their names for a purpose, their sheet. */
export function householdListRoutes(site: Site, house: House): void {
  site.get(LIST, POLICY, async (request, reply) => {
    const asked = await askedReview(request, house);
    return showList(request, reply, house, asked);
  });
  site.post(LIST, POLICY, (request, reply) => showNames(request, reply, house));
  site.get(`${LIST}.xlsx`, POLICY, (request, reply) => sendList(request, reply, house));
}

type Extra = Pick<HouseholdListPageProps, 'typed' | 'faults'>;

/** The page of the list that the address asks for, heads masked; also after a fault of a form. */
export async function showList(
  request: Request,
  reply: Reply,
  house: House,
  asked: AskedReview,
  extra: Extra = {},
): Promise<Reply> {
  const props = await listProps(request, house, asked);
  const heads = await maskedHeads(house, asked.round.provinceId, props.households);
  return reply.page(
    <HouseholdListPage {...props} {...extra} heads={heads} />,
    extra.faults ? 422 : 200,
  );
}

async function listProps(request: Request, house: House, asked: AskedReview) {
  const { round, standard, commune, villages, sight } = asked;
  const filter = readFilter(query(request));
  const units = filter.villageId ? [filter.villageId] : (sight.villageIds ?? [commune.communeId]);
  const [rows, counts] = await Promise.all([
    listHouseholds(house.db, wishOf(asked, filter)),
    countClosings(house.db, commune, unitsInSight(asked, units)),
  ]);
  const households = rows.slice(0, PAGE_ROWS);
  const last = rows.length > PAGE_ROWS ? households.at(-1) : undefined;
  return {
    ...{ frame: request.frame(), round, standard, commune, villages, filter, households },
    counts,
    next: last && filterQuery(filter, { after: afterRow(last, filter.sort) }),
    mayReview: sight.reviews,
  };
}

/** The totals of a foreign village are not told either. */
function unitsInSight({ sight }: AskedReview, units: readonly string[]): string[] {
  return units.filter((id) => !sight.villageIds || sight.villageIds.includes(id));
}

function wishOf({ round, commune, sight }: AskedReview, filter: HouseholdFilter) {
  const { communeId } = commune;
  return { ...filter, roundId: round.id, communeId, villageIds: sight.villageIds };
}

/** The names of the page on show, once, with one reading on record; or the way to the sheet. */
async function showNames(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const typed = formFields(request);
  const read = purposeOf(typed);
  if ('problem' in read)
    return showList(request, reply, house, asked, { typed, faults: [read.problem] });
  if (typed.as === 'sheet') return reply.redirect(sheetAddress(request, read.purpose), 303);
  const props = await listProps(request, house, asked);
  const { purpose } = read;
  const { communeId } = asked.commune;
  const wish = { communeId, households: props.households, purpose };
  const heads = await namedHeads(house, asked.person, wish);
  return reply.page(<HouseholdListPage {...props} {...{ heads, purpose }} />);
}

function sheetAddress(request: Request, purpose: string): string {
  const [path = ''] = request.url.split('?');
  const filter = filterQuery(readFilter(query(request)));
  return `${path}.xlsx?${filter}&${new URLSearchParams({ purpose })}`;
}

/** The whole list as a sheet; names only with a purpose in the address, and then on record. */
async function sendList(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const { person, round, commune } = asked;
  const { purpose = '', ...words } = query(request);
  const filter = { ...readFilter(words), after: undefined };
  const households = await listHouseholds(house.db, { ...wishOf(asked, filter), limit: ALL });
  const why = purpose.trim().slice(0, 300);
  if (purpose && why.length < 3) throw new Problem('invalidForm');
  const heads = why
    ? await namedHeads(house, person, { communeId: commune.communeId, households, purpose: why })
    : await maskedHeads(house, round.provinceId, households);
  const bytes = await writeSheet(householdSheet({ ...asked, households, heads, purpose: why }));
  return sendWorkbook(reply, `${commune.communeName}, danh sách hộ ${round.year}.xlsx`, bytes);
}
