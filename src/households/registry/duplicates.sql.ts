import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { DuplicatePair, DuplicateSight, Verdict } from './duplicates.ts';

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
 */
export async function findAlike(
  db: Db,
  provinceId: string,
  householdIds: readonly string[],
): Promise<AlikePair[]> {
  const { rows } = await sql<AlikePair>`
    with asked as (
      select h.id, h.head_no from unnest(${householdIds}::uuid[]) as wanted (id)
      join households h on h.province_id = ${provinceId} and h.id = wanted.id
        and h.ended_on is null
    ), numbers as (
      select distinct i.household_id, i.citizen_number
      from asked
      join member_identities i on i.province_id = ${provinceId} and i.household_id = asked.id
        and i.citizen_number is not null
      join household_members m on m.province_id = i.province_id
        and m.household_id = i.household_id and m.member_no = i.member_no and m.valid_to is null
    ), heads as (
      select asked.id, r.village_id, i.folded, m.birth_year
      from asked
      join household_residences r on r.province_id = ${provinceId} and r.household_id = asked.id
        and r.valid_to is null
      join member_identities i on i.province_id = ${provinceId} and i.household_id = asked.id
        and i.member_no = asked.head_no
      join household_members m on m.province_id = ${provinceId} and m.household_id = asked.id
        and m.member_no = asked.head_no
    ), pairs as (
      select n.household_id as one, i.household_id as other, 1 as place,
             'cùng số căn cước' as likeness
      from numbers n
      join member_identities i on i.province_id = ${provinceId}
        and i.citizen_number = n.citizen_number and i.household_id <> n.household_id
      join household_members m on m.province_id = i.province_id
        and m.household_id = i.household_id and m.member_no = i.member_no and m.valid_to is null
      union
      select head.id, r.household_id, 2, 'cùng tên chủ hộ, năm sinh và thôn, bản'
      from heads head
      join household_residences r on r.province_id = ${provinceId}
        and r.village_id = head.village_id and r.valid_to is null and r.household_id <> head.id
      join households h on h.province_id = r.province_id and h.id = r.household_id
      join member_identities i on i.province_id = h.province_id and i.household_id = h.id
        and i.member_no = h.head_no and i.folded = head.folded
      join household_members m on m.province_id = h.province_id and m.household_id = h.id
        and m.member_no = h.head_no and m.birth_year = head.birth_year
    ), ordered as (
      select distinct least(one, other) as first, greatest(one, other) as second, place, likeness
      from pairs
      join households h on h.province_id = ${provinceId} and h.id = pairs.other
        and h.ended_on is null
    )
    select o.first as "firstId", o.second as "secondId",
           string_agg(o.likeness, '; ' order by o.place) as likeness
    from ordered o
    where not exists (select from household_duplicates d
      where d.first_id = o.first and d.second_id = o.second)
    group by o.first, o.second`.execute(db);
  return rows;
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

const PAIR = sql`
  d.id, d.commune_id as "communeId", d.first_id as "firstId", d.second_id as "secondId",
  d.likeness, d.found_at as "foundAt", d.verdict, d.reason, d.decided_at as "decidedAt",
  d.decider_name as "deciderName"`;

/** Pairs of whole communes, and those with a household that lives in one of the villages today. */
function inSight({ communeIds, villageIds }: DuplicateSight): RawBuilder<unknown> {
  return sql`(d.commune_id = any(${communeIds}::uuid[]) or exists (
    select from household_residences r
    where r.village_id = any(${villageIds}::uuid[]) and r.valid_to is null
      and r.household_id in (d.first_id, d.second_id)))`;
}

const A_PAGE = sql.lit(51);

/**
 * The pairs that wait for a verdict (both households still there), or those that have one; the
 * latest found first, one more than a page. `before`: found earlier than that one.
 */
export async function listPairs(
  db: Db,
  sight: DuplicateSight,
  asked: { readonly decided: boolean; readonly before: string | undefined },
): Promise<DuplicatePair[]> {
  const waiting = sql`d.verdict is null and not exists (select from households h
    where h.id in (d.first_id, d.second_id) and h.ended_on is not null
      and h.province_id in (select unit_id from unit_periods where level = 'province'))`;
  const { rows } = await sql<DuplicatePair>`
    select ${PAIR} from household_duplicates d
    where ${inSight(sight)} and ${asked.decided ? sql`d.verdict is not null` : waiting}
      ${asked.before ? sql`and d.id < ${asked.before}` : sql``}
    order by d.id desc limit ${A_PAGE}`.execute(db);
  return rows;
}

export async function findPair(
  db: Db,
  sight: DuplicateSight,
  id: string,
): Promise<DuplicatePair | undefined> {
  const { rows } = await sql<DuplicatePair>`
    select ${PAIR} from household_duplicates d where d.id = ${id} and ${inSight(sight)}`.execute(
    db,
  );
  return rows[0];
}

/** Stores a verdict unless there is one; says whether it was stored. */
export async function storeVerdict(
  tx: Tx,
  { communeId, id }: Pick<DuplicatePair, 'communeId' | 'id'>,
  said: { readonly verdict: Verdict; readonly reason: string; readonly at: Date },
  by: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('household_duplicates')
    .set({
      ...{ verdict: said.verdict, reason: said.reason, decided_at: said.at },
      ...{ decided_by: by.id, decider_name: by.name },
    })
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
