// Households of any number for benches, made by PostgreSQL itself in sets: communes of one size,
// their villages, and for every household its head, its residence and its year. All made up.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../src/shared/tables.ts';
import { fillProvince, made, PROVINCE, ROUND } from './made-up-province.ts';

type Db = Kysely<Tables>;

export const HOUSEHOLDS_A_COMMUNE = 2_800;
const HOUSEHOLDS_A_VILLAGE = 100;
const VILLAGES_A_COMMUNE = HOUSEHOLDS_A_COMMUNE / HOUSEHOLDS_A_VILLAGE;

/** Fills an empty, migrated database; gives the session of a reviewer of the whole province. */
export function fillHouseholds(db: Db, count: number): Promise<{ token: string }> {
  const communes = Math.ceil(count / HOUSEHOLDS_A_COMMUNE);
  return db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one);
    const session = await fillProvince(one, { communes, villagesEach: VILLAGES_A_COMMUNE });
    await fillRegister(one, count);
    await fillReviews(one, count);
    await sql`vacuum analyze`.execute(one);
    await sql`reset statement_timeout`.execute(one);
    return session;
  });
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
