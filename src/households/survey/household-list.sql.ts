import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import { fold, hasAccents } from '../../shared/vietnamese.ts';
import { type HouseholdFilter, type ListedClosing, WAYS } from './household-filter.ts';
import { CLASS_ORDER, type ListedHousehold, PAGE_ROWS } from './household-list.ts';

type Condition = RawBuilder<boolean>;

/** Whose households are listed, and which of them. */
export interface ListWish extends HouseholdFilter {
  readonly roundId: string;
  readonly communeId: string;
  /** Only households of these villages: what a village reviewer sees. */
  readonly villageIds?: readonly string[] | undefined;
  /** One more than a page unless told, so that a next page is known without counting. */
  readonly limit?: number;
}

/**
 * Households of a commune in a round. Every branch reads an index that begins with commune and
 * round (`household_reviews_list`, `household_reviews_class`) in the order asked for and stops
 * when full, so that the cost follows the commune, never the province.
 */
export async function listHouseholds(db: Db, wish: ListWish): Promise<ListedHousehold[]> {
  const { rows } = await listQuery(wish).execute(db);
  return rows;
}

/** The same as a query, for whoever asks the database how it would go about it. */
export function listQuery(wish: ListWish): RawBuilder<ListedHousehold> {
  const limit = wish.limit ?? PAGE_ROWS + 1;
  if (wish.sort === 'income') return scoreQuery(wish, limit);
  if (wish.sort !== 'class' || wish.closing) return codeQuery(wish, limit);
  const branches = CLASS_ORDER.flatMap((closing, rank) => branchOf(wish, closing, rank, limit));
  return sql<ListedHousehold>`
    select ${LISTED_COLUMNS} from (${sql.join(branches, sql` union all `)}) as r
    order by rank, code limit ${limit}`;
}

function codeQuery(wish: ListWish, limit: number): RawBuilder<ListedHousehold> {
  const { after, closing } = wish;
  const where = conditions(wish, [
    closing && closingIs(closing),
    after && sql<boolean>`r.code > ${after.code}`,
  ]);
  return sql<ListedHousehold>`
    select ${LISTED_COLUMNS} from household_reviews r where ${where} order by r.code limit ${limit}`;
}

/** Of one class by code; a class that the page before had passed needs no look. */
function branchOf(wish: ListWish, closing: ListedClosing, rank: number, limit: number) {
  const { after } = wish;
  if (after && rank < (after.at ?? 0)) return [];
  const where = conditions(wish, [
    closingIs(closing),
    after?.at === rank && sql<boolean>`r.code > ${after.code}`,
  ]);
  return [
    sql`(select ${sql.lit(rank)} as rank, r.* from household_reviews r
         where ${where} order by r.code limit ${limit})`,
  ];
}

/** By score A there is no index: a commune's few thousand rows are sorted in memory. */
function scoreQuery(wish: ListWish, limit: number): RawBuilder<ListedHousehold> {
  const { after, closing } = wish;
  const where = conditions(wish, [
    closing && closingIs(closing),
    after && afterScore(after.at, after.code),
  ]);
  return sql<ListedHousehold>`
    select ${LISTED_COLUMNS} from household_reviews r where ${where}
    order by r.income_score nulls last, r.code limit ${limit}`;
}

function afterScore(score: number | null, code: string): Condition {
  if (score === null) return sql`r.income_score is null and r.code > ${code}`;
  return sql`(r.income_score is null or (r.income_score, r.code) > (${score}::integer, ${code}))`;
}

/** The columns of `ListedHousehold`, of a row called r. */
export const LISTED_COLUMNS = sql`
  r.household_id as "householdId", r.code, r.village_id as "villageId",
  r.area_type as "areaType", r.listed, r.income_score as "incomeScore", r.deprived,
  r.surveyed_on as "surveyedOn", r.surveyor_name as "surveyorName", r.opening, r.closing,
  r.relapsed, r.reason, r.opening_members as "openingMembers", r.members, r.children,
  r.children_health as "childrenHealth", r.children_school as "childrenSchool", r.ethnicity,
  r.marks, r.note`;

type Optional = Condition | false | undefined;

function conditions(wish: ListWish, more: readonly Optional[]): RawBuilder<unknown> {
  const { communeId, roundId, villageIds, villageId, mark, deprived, listed } = wish;
  const asked: Optional[] = [
    sql`r.commune_id = ${communeId} and r.round_id = ${roundId}`,
    villageIds && sql`r.village_id = any(${villageIds}::uuid[])`,
    villageId !== undefined && sql`r.village_id = ${villageId}`,
    listed && listedIs(listed),
    ...wayIs(wish.change),
    mark !== undefined && sql`r.marks @> array[${mark}]`,
    deprived !== undefined && sql`r.deprived @> array[${deprived}]`,
    wordsMeet(wish),
    ...more,
  ];
  return sql.join(
    asked.filter((one) => typeof one === 'object'),
    sql` and `,
  );
}

function closingIs(closing: ListedClosing): Condition {
  return closing === 'pending' ? sql`r.closing is null` : sql`r.closing = ${closing}`;
}

function listedIs(listed: NonNullable<ListWish['listed']>): Condition {
  if (listed === 'unlisted') return sql`r.listed is null`;
  return listed === 'listed' ? sql`r.listed is not null` : sql`r.listed = ${listed}`;
}

function wayIs(change: string | undefined): Optional[] {
  const { opening, closing, relapsed, reason } = WAYS[change ?? ''] ?? {};
  return [
    opening && sql`r.opening = ${opening}`,
    closing && sql`r.closing = ${closing}`,
    relapsed !== undefined && sql`r.relapsed = ${relapsed}`,
    reason && sql`r.reason = ${reason}`,
  ];
}

/**
 * The words stand in the code, or in the name of the head: without accents, and with those that
 * were typed. `offset 0` keeps the look at one name a look by key, for each household of the
 * commune in turn; as a join the plan might read the names of the whole province.
 */
function wordsMeet({ words, roundId }: ListWish): Optional {
  if (!words) return undefined;
  const part = `%${escapeLike(fold(words))}%`;
  const inCode = sql<boolean>`lower(r.code) like ${part}`;
  if (/\d/.test(words)) return inCode;
  const spelledSo = hasAccents(words) ? `%${escapeLike(spelled(words))}%` : unaccented(part);
  return sql`(${inCode} or exists (
    select from households h
    join member_identities i on i.province_id = h.province_id and i.household_id = h.id
      and i.member_no = h.head_no
    where h.province_id = (select province_id from review_rounds where id = ${roundId})
      and h.id = r.household_id and lower(i.full_name) like ${spelledSo}
      and fold(i.full_name) like ${part}
    offset 0))`;
}

/** Words without accents as names may spell them: only vowels and đ bear marks. Spares most the folding. */
function unaccented(part: string): string {
  return part.replace(/[aeiouyd\s]+/g, '%');
}

function spelled(words: string): string {
  return words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words as LIKE reads them literally. */
function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}
