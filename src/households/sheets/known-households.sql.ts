import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import { householdsHeadedBy } from './head-of-village.sql.ts';
import type { KnownHousehold } from './known-household.ts';

/** Where a household is looked for. */
export interface KnownScope {
  readonly provinceId: string;
  readonly roundId: string;
  readonly previousId: string | null;
  /** The commune whose rows ask. */
  readonly communeId: string;
}

/** One without a code, by village, head's name (folded) and the head's year of birth. */
export interface AskedByHead {
  readonly at: number;
  readonly villageId: string;
  readonly folded: string;
  readonly birthYear: number;
}

type Answer = KnownHousehold & { readonly at: number };

/** How the household stands now, and what last year's review says of it. */
const STANDING = sql`
  h.id as "householdId", h.code, h.ended_on as "endedOn", stay.village_id as "villageId",
  coalesce(r.area_type, stay.area_type) as "areaType", r.version, r.opening, r.opening_members as "openingMembers",
  r.listed, r.closing, r.reason, r.members, r.children, r.children_health as "childrenHealth",
  r.children_school as "childrenSchool", head.name as "headName", head.born as "headBorn",
  head.number as "headNumber",
  case when last.class is not null then coalesce(r.opening, last.class) end as "fixedOpening",
  case when last.class is not null then coalesce(r.opening_members, last.members) end
    as "fixedMembers",
  elsewhere.commune_name as "countedIn"`;

const standing = ({ provinceId, roundId, previousId, communeId }: KnownScope) => sql`
  join lateral (
    select s.village_id, s.area_type from household_residences s
    where s.province_id = ${provinceId} and s.household_id = h.id
    order by s.valid_from desc limit 1
  ) stay on true
  left join lateral (
    select * from household_reviews
    where commune_id = ${communeId} and round_id = ${roundId} and household_id = h.id offset 0
  ) r on true
  left join lateral (
    select coalesce(l.closing, l.opening) as class, l.members from household_reviews l
    where l.household_id = h.id and l.round_id = ${previousId}
      and coalesce(l.closing, l.opening) in ('poor', 'near-poor', 'not-poor') limit 1
  ) last on true
  left join lateral (
    select c.commune_name from household_reviews e
    join commune_reviews c on c.commune_id = e.commune_id and c.round_id = e.round_id
    where (r.household_id is null or r.closing = 'gone') and e.household_id = h.id
      and e.round_id = ${roundId} and e.commune_id <> ${communeId}
      and e.closing is distinct from 'gone' limit 1
  ) elsewhere on true
  left join lateral (
    select i.full_name as name, m.birth_year as born, i.citizen_number as number
    from household_members m join member_identities i on i.province_id = m.province_id
      and i.household_id = m.household_id and i.member_no = m.member_no
    where m.province_id = ${provinceId} and m.household_id = h.id and m.member_no = h.head_no offset 0
  ) head on true`;

/**
 * Households by their codes, wherever they live. Each is looked up by its whole key (`offset 0` keeps
 * it so): just after a first import the tables have no statistics, and a plan by guess read the
 * province once for every batch.
 */
export async function knownByCode(
  db: Db,
  scope: KnownScope,
  codes: readonly string[],
): Promise<KnownHousehold[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<KnownHousehold>`
    select ${STANDING}
    from unnest(${codes}::text[]) as wanted (code)
    cross join lateral (
      select * from households
      where province_id = ${scope.provinceId} and code = wanted.code offset 0
    ) h
    ${standing(scope)}`.execute(db);
  return rows;
}

/** Households of today; two answers to one row mean that it does not tell which. */
export async function knownByHead(
  db: Db,
  scope: KnownScope,
  asked: readonly AskedByHead[],
): Promise<Answer[]> {
  if (asked.length === 0) return [];
  const head = {
    provinceId: scope.provinceId,
    villageId: sql`wanted.village_id`,
    birthYear: sql`wanted.birth_year`,
    named: sql`fold(full_name) = wanted.folded`,
  };
  const { rows } = await sql<Answer>`
    select wanted.at, ${STANDING}
    from unnest(${asked.map(({ at }) => at)}::integer[],
      ${asked.map(({ villageId }) => villageId)}::uuid[],
      ${asked.map(({ folded }) => folded)}::text[],
      ${asked.map(({ birthYear }) => birthYear)}::integer[])
      as wanted (at, village_id, folded, birth_year)
    cross join lateral (${householdsHeadedBy(head)}) h
    ${standing(scope)}`.execute(db);
  return rows;
}
