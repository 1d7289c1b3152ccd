import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import {
  found,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayReadExplanations } from '../households.policy.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { listCommuneReviews, listStandingAgencies } from '../rounds/rounds.sql.ts';
import { listAskedCommunes } from './asked-communes.sql.ts';
import { loadAccounting } from './residuals.sql.ts';
import { findTable } from './standard-tables.ts';
import { TablePage } from './table.pages.tsx';
import type { TableView } from './table-rows.ts';
import { tableSheet } from './table-sheet.ts';
import { loadTable } from './tables.sql.ts';
import { TablesIndexPage } from './tables-index.pages.tsx';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;
const TABLES = '/review-rounds/:round/tables';
const FILE = '.xlsx';

/** The standard tables: sums only, no name, so whoever has signed in may read them. */
export function tablesRoutes(site: Site, house: House): void {
  site.get(TABLES, SIGNED_IN, (request, reply) => showIndex(request, reply, house));
  site.get(`${TABLES}/:table`, SIGNED_IN, (request, reply) => showTable(request, reply, house));
}

async function showIndex(request: Request, reply: Reply, house: House): Promise<Reply> {
  const round = await askedRound(request, house);
  const communes = await listAskedCommunes(house.db, round);
  const begun = communes.filter(({ status }) => status !== null);
  const ids = begun.map(({ communeId }) => communeId);
  return reply.page(
    <TablesIndexPage
      frame={request.frame()}
      {...{ round, communes }}
      accounting={await loadAccounting(house.db, round, ids)}
      mayOpen={await opener(personOf(request), house, round.id)}
    />,
  );
}

/** Whose explanations the person may read; communes that have not begun have none. */
async function opener(person: Person, house: House, roundId: string) {
  const reviews = await listCommuneReviews(house.db, roundId);
  const standingIds = await listStandingAgencies(house.db, house.today());
  const readable = reviews.filter((one) => mayReadExplanations(person, one, standingIds));
  const ids = new Set(readable.map(({ communeId }) => communeId));
  return (communeId: string) => ids.has(communeId);
}

/** `…/tables/2` is the page, `…/tables/2.xlsx` the workbook of the same rows. */
async function showTable(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = param(request, 'table');
  const isFile = asked.endsWith(FILE);
  const view = await askedTable(request, house, isFile ? asked.slice(0, -FILE.length) : asked);
  if (!isFile) return reply.page(<TablePage frame={request.frame()} view={view} />);
  const bytes = await writeSheet(tableSheet(view, house.today()));
  const { table, round, units } = view;
  const name = `Biểu ${table.key} năm ${round.year}, ${units[0]?.name ?? ''}${FILE}`;
  return sendWorkbook(reply, name, bytes);
}

async function askedTable(request: Request, house: House, key: string): Promise<TableView> {
  const round = await askedRound(request, house);
  const table = found(findTable(key), 'biểu này');
  const { unit = '', units, column } = query(request);
  const ask = {
    ...{ roundId: round.id, table: table.key, unitId: unit },
    units: units === 'today' ? ('today' as const) : ('then' as const),
    column: Number(column) || 0,
  };
  const isLawful = unit === '' || isId(unit);
  const view = isLawful && (await loadTable(house.db, round, table, ask, house.today()));
  return found(view || undefined, 'đơn vị này trong biểu');
}
