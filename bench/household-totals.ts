/**
 * The standard tables of a province of 108,000 made-up households in 38 communes and about 1,000
 * villages: from the totals that triggers keep, against reading every household of the round
 * and counting the same cells; both hand them to the same columns, and the tables are asserted
 * equal. Run: `node bench/household-totals.ts`; DATABASE_URL names a server where a database may
 * be made, else the shipped PostgreSQL starts in a temporary place.
 */
import assert from 'node:assert/strict';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ReviewRound } from '../src/households/rounds/review-round.ts';
import { findRound } from '../src/households/rounds/rounds.sql.ts';
import { standardId } from '../src/households/standard/reference-standards.ts';
import type { ChangeCell } from '../src/households/tables/change-tables.ts';
import { amountOf, type StandardTable } from '../src/households/tables/standard-table.ts';
import { findTable } from '../src/households/tables/standard-tables.ts';
import { loadTable } from '../src/households/tables/tables.sql.ts';
import { loadCells } from '../src/households/tables/totals.sql.ts';
import {
  joinCells,
  type MarkCounts,
  NO_CELLS,
  type UnitCells,
} from '../src/households/tables/unit-cells.ts';
import { day } from '../src/shared/day.ts';
import type { Tables } from '../src/shared/tables.ts';
import { communeId, fillProvince, made, ROUND } from './made-up-province.ts';
import { inOwnDatabase, line, medians, ms } from './own-database.ts';

type Db = Kysely<Tables>;

const COMMUNES = 38;
const VILLAGES_EACH = 26;
const VILLAGES = COMMUNES * VILLAGES_EACH;
const HOUSEHOLDS = 108_000;
const RUNS = 20;
const TODAY = day('2025-11-19');
const ONE_COMMUNE = communeId(7);

/** Which commune a village lies in, and which village a household: the larger come more often. */
const COMMUNE_OF = `1 + (v - 1) / ${VILLAGES_EACH}`;
const VILLAGE_OF = `1 + (h * 7919) % ${VILLAGES}`;

/** Every household of the province with its year, its indicators, groups, causes and people. */
async function fillHouseholds(db: Db): Promise<void> {
  await sql`
    insert into household_reviews (commune_id, round_id, household_id, village_id, code, area_type,
      listed, income_score, deprived, opening, closing, relapsed, reason, opening_members, members,
      children, children_health, children_school, ethnicity, marks)
    select ${made(3, COMMUNE_OF)}, ${ROUND}, ${made(6, 'h')}, ${made(4, 'v')},
      'H-' || lpad(h::text, 6, '0'), case when h % 7 = 0 then 'urban' else 'rural' end,
      case when opening <> 'not-poor' then 'last-list' end, 120,
      case when closing in ('poor', 'near-poor') then
        (select array_agg(i.key) from deprivation_indicators i
          where i.standard_id = ${standardId(2022)} and (h * 31 + i.position * 17) % 5 < 2) end,
      opening, closing, opening = 'not-poor' and closing <> 'not-poor' and h % 3 = 0,
      null, 2 + h % 6, 2 + (h + h / 11) % 6, h % 4, h % 2, (h / 3) % 2,
      lpad((1 + (h * 5) % 12)::text, 2, '0'),
      case when closing in ('poor', 'near-poor') then array['cause.land', 'need.credit']
           when h % 4 = 0 then array['group.average'] else '{}' end
        || case when h % 5 = 0 then array['group.female-head'] else '{}' end
    from (
      select h, ${sql.raw(VILLAGE_OF)} as v,
        case when chance < 19 then 'poor' when chance < 29 then 'near-poor' else 'not-poor' end
          as opening,
        case when chance < 15 then 'poor' when chance < 18 then 'near-poor'
             when chance < 19 then 'not-poor' when chance < 20 then 'poor'
             when chance < 27 then 'near-poor' when chance < 99 then 'not-poor'
             else 'poor' end as closing
      from generate_series(1, ${HOUSEHOLDS}) h, lateral (select abs(hashint4(h)) % 100) c (chance)
    ) made`.execute(db);
}

interface CellRow extends ChangeCell {
  readonly place: string;
  readonly mark: string;
}

/** The same cells, counted from every household of the round: two plain statements. */
async function scanCells(
  db: Db,
  place: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  marks: readonly string[],
): Promise<Map<string, UnitCells>> {
  const { rows: changes } = await sql<CellRow>`
    select ${place} as place, '' as mark, opening, coalesce(closing, 'pending') as closing, relapsed,
      count(*)::integer as households, sum(opening_members)::integer as "openingMembers",
      sum(members)::integer as members,
      sum(case when opening <> 'absent' and closing <> 'gone'
        then greatest(0, members - opening_members) else 0 end)::integer as grew
    from household_reviews where round_id = ${ROUND} and ${where}
    group by 1, 3, 4, 5`.execute(db);
  if (marks.length === 0) return grouped(changes);
  const { rows: borne } = await sql<CellRow>`
    select ${place} as place, mark, coalesce(closing, 'pending') as closing,
      count(*)::integer as households, sum(members)::integer as members
    from household_reviews
    cross join lateral (
      select mark from unnest(marks) as mark
      union all select 'deprived.' || key from unnest(deprived) as key
    ) borne
    where round_id = ${ROUND} and ${where} and mark = any(${[...marks]}::text[])
    group by 1, 2, 3`.execute(db);
  return grouped([...changes, ...borne]);
}

function grouped(rows: readonly CellRow[]): Map<string, UnitCells> {
  const places = Map.groupBy(rows, (row) => row.place);
  return new Map([...places].map(([place, own]) => [place, cellsOf(own)]));
}

function cellsOf(rows: readonly CellRow[]): UnitCells {
  const marks = new Map<string, MarkCounts>();
  for (const { mark, closing, households, members } of rows.filter(({ mark }) => mark !== ''))
    marks.set(mark, { ...marks.get(mark), [closing]: { households, members } });
  return { changes: rows.filter(({ mark }) => mark === ''), marks };
}

/** The whole and then its places, every column of the table, households and people. */
function numbersOf(table: StandardTable, cells: ReadonlyMap<string, UnitCells>, places: string[]) {
  const columns = table.columns(CONTEXT);
  const units = [
    joinCells([...cells.values()]),
    ...places.map((one) => cells.get(one) ?? NO_CELLS),
  ];
  return units.flatMap((unit) =>
    table.splits.map(({ split }) => columns.map((column) => amountOf(column, unit, split))),
  );
}

const CONTEXT = { indicators: [] as { key: string; name: string }[], minorities: [] };

function placed(communeId: string, unitId: string) {
  return { communeId, unitId, placeId: unitId, placeName: '', share: 1 };
}

interface Reach {
  readonly name: string;
  readonly places: string[];
  readonly kept: ReturnType<typeof placed>[];
  readonly by: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

async function reaches(db: Db): Promise<Reach[]> {
  const communes = Array.from({ length: COMMUNES }, (_, at) => communeId(at + 1));
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from unit_periods where parent_id = ${ONE_COMMUNE}`.execute(db);
  const villages = rows.map(({ unit_id }) => unit_id);
  return [
    {
      ...{ name: 'province', places: communes, by: sql`commune_id`, where: sql`true` },
      kept: communes.map((one) => placed(one, one)),
    },
    {
      ...{ name: 'one commune', places: villages, by: sql`village_id` },
      ...{ where: sql`commune_id = ${ONE_COMMUNE}` },
      kept: villages.map((one) => placed(ONE_COMMUNE, one)),
    },
    single('total of one commune', ONE_COMMUNE, sql`commune_id = ${ONE_COMMUNE}`),
    single(
      'total of one village',
      villages[0] ?? '',
      sql`commune_id = ${ONE_COMMUNE} and village_id = ${villages[0]}`,
    ),
  ];
}

/** One unit's own line; scanned by the narrowest key that there is, its commune and the round. */
function single(name: string, unitId: string, where: RawBuilder<unknown>): Reach {
  const kept = [placed(ONE_COMMUNE, unitId)];
  return { name, places: [], kept, by: sql`${unitId}::text`, where };
}

async function compare(db: Db, round: ReviewRound, key: string, reach: Reach): Promise<void> {
  const table = findTable(key);
  assert(table);
  const marks = table.marks(CONTEXT);
  const kept = async () =>
    numbersOf(table, await loadCells(db, ROUND, reach.kept, marks), reach.places);
  const scanned = async () =>
    numbersOf(table, await scanCells(db, reach.by, reach.where, marks), reach.places);
  assert.deepEqual(await kept(), await scanned());
  const unitId = reach.name === 'province' ? '' : ONE_COMMUNE;
  const ask = { roundId: ROUND, table: key, unitId, units: 'then' as const };
  const [ours = 0, scan = 0, page = 0] = await medians(
    [kept, scanned, () => loadTable(db, round, table, ask, TODAY)],
    RUNS,
  );
  const name = `table ${key}, ${reach.name}, ${reach.places.length} rows below`;
  console.log(line(name, ms(ours), ms(scan), (scan / ours).toFixed(1), ms(page)));
}

await inOwnDatabase(async (db) => {
  await fillProvince(db, { communes: COMMUNES, villagesEach: VILLAGES_EACH });
  const began = performance.now();
  await fillHouseholds(db);
  const filled = performance.now() - began;
  await sql`vacuum analyze`.execute(db);
  const { rows } = await sql<{ key: string; name: string }>`
    select key, name from deprivation_indicators where standard_id = ${standardId(2022)}
    order by position`.execute(db);
  CONTEXT.indicators.push(...rows);
  const round = await findRound(db, ROUND);
  assert(round);
  console.log(`${HOUSEHOLDS} households, ${COMMUNES} communes, ${VILLAGES} villages`);
  console.log(line('', 'kept totals', 'full scan', 'times faster', 'whole page'));
  for (const reach of await reaches(db))
    for (const key of ['1', '2', '4']) await compare(db, round, key, reach);
  console.log(line('writing all households at once, totals kept with them', ms(filled)));
});
