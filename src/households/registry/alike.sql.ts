import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';

/** Two households that may be one, the smaller id first, and what is alike. */
export interface AlikePair {
  readonly firstId: string;
  readonly secondId: string;
  readonly likeness: string;
}

/**
 * Pairs of which one is among the given households: a citizen number of both anywhere in the
 * province, or heads of one name (accents and case aside) and birth year in one village. Only
 * households and members of today; pairs that some commune has queued before are left out.
 * Each row is looked up by its whole key (`offset 0` keeps it so): just after a first import the
 * tables have no statistics, and a plan by guess would read the province once per household.
 */
export async function findAlike(
  db: Db,
  provinceId: string,
  householdIds: readonly string[],
): Promise<AlikePair[]> {
  const asked = sql`${householdIds}::uuid[]`;
  const { rows } = await sql<AlikePair>`
    with pairs as (
      ${sameNumbers(provinceId, asked)}
      union all
      ${sameHeads(provinceId, asked)}
    ), ordered as (
      select distinct least(one, other) as first, greatest(one, other) as second, place, likeness
      from pairs where ${stillThere(provinceId, sql`one`)} and ${stillThere(provinceId, sql`other`)}
    )
    select o.first as "firstId", o.second as "secondId",
           string_agg(o.likeness, '; ' order by o.place) as likeness
    from ordered o
    where not exists (select from household_duplicates d
      where d.first_id = o.first and d.second_id = o.second)
    group by o.first, o.second`.execute(db);
  return rows;
}

function stillThere(provinceId: string, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from households h
    where h.province_id = ${provinceId} and h.id = ${id} and h.ended_on is null offset 0)`;
}

/**
 * A living member of each bears the same number. All numbers are read in two walks along the indexes
 * (`= any(array(…))`: of a list itself the planner counts the length, and reads the province), then
 * put side by side; whether they live is asked of the few that are borne twice.
 */
function sameNumbers(provinceId: string, asked: RawBuilder<unknown>): RawBuilder<unknown> {
  const living = (who: string) => sql`exists (select from household_members m
    where m.province_id = ${provinceId} and m.household_id = ${sql.ref(`${who}.id`)}
      and m.member_no = ${sql.ref(`${who}.no`)} and m.valid_to is null offset 0)`;
  return sql`
    select one.id as one, other.id as other, 1 as place, 'cùng số căn cước' as likeness
    from (
      select array_agg(household_id) as ids, array_agg(member_no) as nos from member_identities
      where province_id = ${provinceId} and citizen_number = any(array(
        select citizen_number from member_identities
        where province_id = ${provinceId} and household_id = any(array(select unnest(${asked})))
          and citizen_number is not null))
      group by citizen_number having count(*) > 1
    ) borne
    cross join lateral unnest(borne.ids, borne.nos) as one (id, no)
    cross join lateral unnest(borne.ids, borne.nos) as other (id, no)
    where one.id <> other.id and one.id = any(${asked}) and ${living('one')} and ${living('other')}`;
}

/** Their heads bear one name and year of birth, in one village of those that are asked about. */
function sameHeads(provinceId: string, asked: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select one, other, 2, 'cùng tên chủ hộ, năm sinh và thôn, bản'
    from (
      select array_agg(head.id) as ids
      from (
        select distinct r.village_id from unnest(${asked}) as wanted (id)
        cross join lateral (
          select village_id from household_residences r where r.province_id = ${provinceId}
            and r.household_id = wanted.id and r.valid_to is null offset 0
        ) r
      ) village
      cross join lateral (
        select h.id, i.folded, m.birth_year
        from (
          select household_id from household_residences r where r.province_id = ${provinceId}
            and r.village_id = village.village_id and r.valid_to is null offset 0
        ) r
        cross join lateral (
          select h.id, h.head_no from households h
          where h.province_id = ${provinceId} and h.id = r.household_id offset 0
        ) h
        cross join lateral (
          select fold(i.full_name) as folded from member_identities i where i.province_id = ${provinceId}
            and i.household_id = h.id and i.member_no = h.head_no offset 0
        ) i
        cross join lateral (
          select m.birth_year from household_members m where m.province_id = ${provinceId}
            and m.household_id = h.id and m.member_no = h.head_no offset 0
        ) m
      ) head
      group by village.village_id, head.folded, head.birth_year having count(*) > 1
    ) alike
    cross join lateral unnest(alike.ids) as one
    cross join lateral unnest(alike.ids) as other
    where one <> other and one = any(${asked})`;
}

/** Puts pairs into the queue of a commune; gives how many are new there. */
export async function insertAlike(
  tx: Tx,
  communeId: string,
  pairs: readonly AlikePair[],
  at: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into household_duplicates (commune_id, id, first_id, second_id, likeness, found_at)
    select ${communeId}, pair.*, ${at}
    from unnest(${pairs.map(() => newId())}::uuid[], ${pairs.map((one) => one.firstId)}::uuid[],
      ${pairs.map((one) => one.secondId)}::uuid[],
      ${pairs.map((one) => one.likeness)}::text[]) as pair
    on conflict (commune_id, first_id, second_id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
