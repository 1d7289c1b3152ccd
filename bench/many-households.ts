// A province of any size for benches, made by PostgreSQL itself in sets: communes of one size,
// their villages, and for every household its head, its residence and its year. All made up.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { standardId } from '../src/households/standard/reference-standards.ts';
import { loadReferenceStandards } from '../src/households/standard/standards.actions.ts';
import { openSession } from '../src/people/sessions.actions.ts';
import type { Tables } from '../src/shared/tables.ts';

type Db = Kysely<Tables>;

export const HOUSEHOLDS_A_COMMUNE = 2_800;
const HOUSEHOLDS_A_VILLAGE = 100;
const VILLAGES_A_COMMUNE = HOUSEHOLDS_A_COMMUNE / HOUSEHOLDS_A_VILLAGE;

/** Ids that SQL can count: commune 7 is the one that ends in 7. */
function id(kind: number, number: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
const made = (kind: number, number: string) =>
  sql.raw(`('${id(kind, 0).slice(0, 24)}' || lpad((${number})::text, 12, '0'))::uuid`);

const PROVINCE = id(1, 0);
export const ROUND = id(2, 0);
export const communeId = (number: number) => id(3, number);
export const villageId = (number: number) => id(4, number);
const PERSON = id(7, 0);

/** Fills an empty, migrated database; gives the session of a reviewer of the whole province. */
export function fillHouseholds(db: Db, count: number): Promise<{ token: string }> {
  const communes = Math.ceil(count / HOUSEHOLDS_A_COMMUNE);
  return db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one);
    await fillUnits(one, communes);
    await fillRound(one, communes);
    await fillRegister(one, count);
    await fillReviews(one, count);
    const session = await fillReviewer(one);
    await sql`vacuum analyze`.execute(one);
    await sql`reset statement_timeout`.execute(one);
    return session;
  });
}

async function fillUnits(db: Db, communes: number): Promise<void> {
  await sql`insert into levels values ('province','Cấp tỉnh',1),('commune','Cấp xã',2),('village','Thôn, bản',3)`.execute(
    db,
  );
  const villages = communes * VILLAGES_A_COMMUNE;
  await sql`
    insert into units (id, sort)
    select ${PROVINCE}::uuid, 'area' union all select ${made(5, '0')}, 'office' union all
    select ${made(3, 'n')}, 'area' from generate_series(1, ${communes}::int) n union all
    select ${made(5, 'n')}, 'office' from generate_series(1, ${communes}::int) n union all
    select ${made(4, 'v')}, 'area' from generate_series(1, ${villages}::int) v`.execute(db);
  await sql`
    insert into unit_periods (id, unit_id, level, kind, name, full_name, parent_id, area_id,
      valid_from, source)
    select gen_random_uuid(), unit, level, kind, name, name, above, area, '2020-01-01', 'bench'
    from (
      select ${PROVINCE}::uuid, 'province', 'tỉnh', 'Tỉnh', null::uuid, null::uuid union all
      select ${made(5, '0')}, 'province', 'ubnd', 'UBND tỉnh', null, ${PROVINCE}::uuid union all
      select ${made(3, 'n')}, 'commune', 'xã', 'Xã ' || n, ${PROVINCE}::uuid, null
      from generate_series(1, ${communes}::int) n union all
      select ${made(5, 'n')}, 'commune', 'ubnd', 'UBND xã ' || n, ${made(5, '0')}, ${made(3, 'n')}
      from generate_series(1, ${communes}::int) n union all
      select ${made(4, 'v')}, 'village', 'bản', 'Bản ' || v,
             ${made(3, `1 + (v - 1) / ${VILLAGES_A_COMMUNE}`)}, null
      from generate_series(1, ${villages}::int) v
    ) made (unit, level, kind, name, above, area)`.execute(db);
}

async function fillRound(db: Db, communes: number): Promise<void> {
  const text = (name: string) =>
    readFileSync(join(import.meta.dirname, '../db/seed/households', name), 'utf8');
  const texts = { standards: text('standards.json'), indicators: text('indicators.json') };
  await db.transaction().execute((tx) => loadReferenceStandards(tx, texts));
  await sql`
    insert into review_rounds (id, province_id, year, standard_id, units_on, begins_on, ends_on,
      source, opened_at)
    values (${ROUND}, ${PROVINCE}, 2025, ${standardId(2022)}, '2025-09-01', '2025-09-01',
      '2025-12-14', 'bench', now())`.execute(db);
  await sql`
    insert into commune_reviews (commune_id, round_id, commune_name, office_id, opened_at)
    select ${made(3, 'n')}, ${ROUND}, 'Xã ' || n, ${made(5, 'n')}, now()
    from generate_series(1, ${communes}::int) n`.execute(db);
}

const FAMILIES = ['Lò', 'Giàng', 'Tẩn', 'Hoàng', 'Vàng', 'Nguyễn', 'Lù', 'Pờ', 'Quàng', 'Sùng'];
const MIDDLES = ['Văn', 'Thị', 'A', 'Mí', 'Go', 'Xuân'];
const GIVEN = ['Phương', 'Mai', 'Páo', 'Hương', 'Sơn', 'Lan', 'Chinh', 'Dơ', 'Pó', 'Xá', 'Ún'];

async function fillRegister(db: Db, count: number): Promise<void> {
  const all = sql`from generate_series(1, ${count}::int) h`;
  await sql`
    insert into households (province_id, id, code, formed_on, made_up)
    select ${PROVINCE}::uuid, ${made(6, 'h')}, ${CODE}, '2015-01-01', true ${all}`.execute(db);
  await sql`
    insert into household_residences (province_id, household_id, valid_from, village_id, area_type)
    select ${PROVINCE}::uuid, ${made(6, 'h')}, '2022-01-01', ${made(4, VILLAGE_OF)}, 'rural'
    ${all}`.execute(db);
  await sql`
    insert into household_members (province_id, household_id, member_no, relation, sex, birth_year,
      ethnicity, valid_from)
    select ${PROVINCE}::uuid, ${made(6, 'h')}, 1, 'head', 'm', 1950 + h % 50, '03', '2022-01-01'
    ${all}`.execute(db);
  const pick = (list: readonly string[], of: string) =>
    sql`(${[...list]}::text[])[1 + ${sql.raw(of)} % ${sql.lit(list.length)}]`;
  await sql`
    insert into member_identities (province_id, household_id, member_no, full_name, citizen_number)
    select ${PROVINCE}::uuid, ${made(6, 'h')}, 1,
      ${pick(FAMILIES, 'h')} || ' ' || ${pick(MIDDLES, 'h / 7')} || ' ' || ${pick(GIVEN, 'h / 3')},
      '999' || lpad(h::text, 9, '0') ${all}`.execute(db);
}

const CODE = sql.raw(
  `lpad((1 + (h - 1) / ${HOUSEHOLDS_A_COMMUNE})::text, 5, '0') || '-' || lpad(h::text, 7, '0')`,
);
const VILLAGE_OF = `1 + (h - 1) / ${HOUSEHOLDS_A_VILLAGE}`;

/** Reviews without the trigger, and then the totals that it would have kept: a tenth of the time. */
async function fillReviews(db: Db, count: number): Promise<void> {
  await sql`alter table household_reviews disable trigger user`.execute(db);
  await sql`
    insert into household_reviews (commune_id, round_id, household_id, village_id, code, area_type,
      listed, income_score, deprived, surveyed_on, surveyor_name, opening, closing,
      opening_members, members, children, ethnicity, marks)
    select ${made(3, `1 + (h - 1) / ${HOUSEHOLDS_A_COMMUNE}`)}, ${ROUND}::uuid, ${made(6, 'h')},
      ${made(4, VILLAGE_OF)}, ${CODE}, 'rural',
      case when chance < 29 then 'last-list' end,
      case when chance < 24 then 80 + h % 61 when chance < 29 then 141 + h % 30 end,
      case when chance < 15 then array['housingQuality', 'hygienicLatrine', 'waterSource']
           when chance < 29 then array['housingQuality'] end,
      case when chance < 29 then date '2025-10-01' + h % 20 end,
      case when chance < 29 then 'Lò Văn Thử' end,
      case when chance < 19 then 'poor' when chance < 29 then 'near-poor' else 'not-poor' end,
      case when chance < 15 then 'poor' when chance < 24 then 'near-poor' else 'not-poor' end,
      2 + h % 6, 2 + h % 6, h % 4, '03',
      case when chance < 24 then array['cause.land', 'need.credit']
           when h % 5 = 0 then array['group.female-head'] else '{}' end
    from generate_series(1, ${count}::int) h,
      lateral (select abs(hashint4(h)) % 100) c (chance)`.execute(db);
  await sql`alter table household_reviews enable trigger user`.execute(db);
  await sql`
    insert into review_totals (commune_id, round_id, unit_id, mark, opening, closing, relapsed,
      reason, households, opening_members, members, grew)
    select commune_id, round_id, unit_id, '', opening, closing, false, '', count(*),
           sum(opening_members), sum(members), 0
    from household_reviews, unnest(array[commune_id, village_id]) as unit_id
    group by commune_id, round_id, unit_id, opening, closing`.execute(db);
}

/** Somebody who reviews at the provincial office, so that every commune may be asked. */
async function fillReviewer(db: Db): Promise<{ token: string }> {
  const office = id(5, 0);
  await sql`
    with person as (insert into persons (id, full_name) values (${PERSON}, 'Người Thử')),
    account as (insert into accounts (person_id, login, password_hash, created_at)
      values (${PERSON}, 'nguoi.thu', '-', now())),
    held as (insert into positions (id, person_id, unit_id, title, valid_from)
      values (gen_random_uuid(), ${PERSON}, ${office}, 'Chuyên viên', '2022-01-01'))
    insert into duties (id, person_id, unit_id, duty, valid_from)
    values (gen_random_uuid(), ${PERSON}, ${office}, 'reviewHouseholds', '2022-01-01')`.execute(db);
  return db
    .transaction()
    .execute((tx) =>
      openSession(tx, PERSON, { device: 'bench', address: '127.0.0.1' }, new Date()),
    );
}
