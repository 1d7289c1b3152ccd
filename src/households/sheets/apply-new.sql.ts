import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import type { CodePattern } from '../registry/next-code.ts';
import type { JudgeScope } from './judging.sql.ts';

/** What the writing of a commune needs besides. */
export interface ApplyScope extends JudgeScope {
  readonly year: number;
  readonly today: Day;
  /** Households that were there when the year began are written from this day on. */
  readonly since: Day;
  readonly personName: string;
}

const rowsOf = ({ importId, communeId }: ApplyScope, change: string) => sql`
  (select * from import_rows where import_id = ${importId} and commune_id = ${communeId}
     and change = ${change})`;

/** From when on a new household is in the register. */
const fromDay = ({ since, today }: ApplyScope) => sql`
  case when s.opening = 'absent' then greatest(${today}::date, ${since}::date) else ${since}::date end`;

/**
 * Households that the register did not know, with where they live and who lives there. People lie as
 * the file lists them and are not sorted once more.
 */
export async function writeNewHouseholds(tx: Tx, scope: ApplyScope): Promise<void> {
  const { importId, communeId, provinceId } = scope;
  const fresh = rowsOf(scope, 'new');
  await sql`
    insert into households (province_id, id, code, head_no, formed_on)
    select ${provinceId}, s.household_id, s.code, greatest(1, m.member_no), ${fromDay(scope)}
    from ${fresh} s
    join import_members m on m.import_id = ${importId} and m.commune_id = ${communeId}
      and m.household_id = s.household_id and m.relation = 'head'
    order by s.code`.execute(tx);
  await sql`
    insert into household_residences (province_id, household_id, valid_from, village_id, area_type)
    select ${provinceId}, s.household_id, ${fromDay(scope)}, s.village_id, s.area_type
    from ${fresh} s order by s.place`.execute(tx);
  await sql`
    insert into household_members (province_id, household_id, member_no, relation, sex, birth_year,
      ethnicity, insured, nourished, studying, valid_from)
    select ${provinceId}, s.household_id, greatest(1, m.member_no), m.relation, m.sex,
           m.birth_year, coalesce(m.ethnicity, s.ethnicity), m.insured, m.nourished, m.studying,
           ${fromDay(scope)}
    from ${fresh} s
    join import_members m on m.import_id = ${importId} and m.commune_id = ${communeId}
      and m.household_id = s.household_id`.execute(tx);
  await sql`
    insert into member_identities (province_id, household_id, member_no, full_name, birth_date,
      citizen_number)
    select ${provinceId}, s.household_id, greatest(1, m.member_no), m.full_name, m.birth_date,
           coalesce(m.citizen_number, case when m.relation = 'head' then s.citizen_number end)
    from ${fresh} s
    join import_members m on m.import_id = ${importId} and m.commune_id = ${communeId}
      and m.household_id = s.household_id`.execute(tx);
}

type Staged = Pick<ApplyScope, 'importId' | 'communeId' | 'provinceId'>;

/**
 * The codes in use in a commune, in the register and in the file; `undefined`: every new household
 * has its own. Whoever gives codes at the same moment waits, as in the register.
 */
export async function listCodes(tx: Tx, scope: Staged): Promise<string[] | undefined> {
  const { importId, communeId, provinceId } = scope;
  const staged = sql`import_id = ${importId} and commune_id = ${communeId}`;
  const { rows: nameless } = await sql`
    select from import_rows where ${staged} and change = 'new' and code is null limit 1`.execute(
    tx,
  );
  if (nameless.length === 0) return undefined;
  await sql`select from units where id = ${provinceId} for no key update`.execute(tx);
  const { rows } = await sql<{ code: string }>`
    select code from household_reviews where commune_id = ${communeId}
    union select code from import_rows where ${staged} and code is not null`.execute(tx);
  return rows.map(({ code }) => code);
}

/** Gives the codes that are still free, in the order of the file. */
export async function giveStagedCodes(
  tx: Tx,
  { importId, communeId, provinceId }: Staged,
  { prefix, next, width }: CodePattern,
): Promise<void> {
  await sql`
    with nameless as (
      select place, row_number() over (order by place) as turn from import_rows
      where import_id = ${importId} and commune_id = ${communeId}
        and change = 'new' and code is null
    ), free as (
      select made.code, row_number() over (order by n) as turn
      from generate_series(${next}::bigint, ${next}::bigint + 100000) as n
      cross join lateral (
        select ${prefix}::text || lpad(n::text, greatest(${width}::integer, length(n::text)), '0')
          as code
      ) made
      where not exists (select from households h
        where h.province_id = ${provinceId} and h.code = made.code offset 0)
    )
    update import_rows s set code = free.code
    from nameless join free using (turn)
    where s.import_id = ${importId} and s.commune_id = ${communeId}
      and s.place = nameless.place`.execute(tx);
}
