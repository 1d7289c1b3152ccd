import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { standardId } from '../../src/households/standard/reference-standards.ts';
import { loadReferenceStandards } from '../../src/households/standard/standards.actions.ts';
import { day } from '../../src/shared/day.ts';
import { newId } from '../../src/shared/identity.ts';
import type { Tables } from '../../src/shared/tables.ts';
import type { Area, Office } from './small-province.ts';

export type SmallAreas = Readonly<Record<Area | Office, string>>;

const SEED = join(import.meta.dirname, '../../db/seed/households');
const SOURCE = 'dữ liệu thử';
const SINCE = day('2025-07-01');

type Class = 'poor' | 'near-poor' | 'not-poor';

/** Households by code: village, head, sex, ethnic group, people, class of 2024. All made up. */
const HOUSEHOLDS: Readonly<
  Record<string, readonly ['banMot' | 'banHai' | 'banBa', string, 'm' | 'f', string, number, Class]>
> = {
  'MT-001': ['banMot', 'Lò Văn Phương', 'm', '03', 5, 'poor'],
  'MT-002': ['banMot', 'Giàng Thị Mai', 'f', '08', 4, 'poor'],
  'MT-003': ['banMot', 'Hoàng Văn Nam', 'm', '01', 3, 'near-poor'],
  'MT-004': ['banMot', 'Lò Thị Hương', 'f', '03', 6, 'not-poor'],
  'MT-005': ['banHai', 'Vàng A Páo', 'm', '08', 7, 'poor'],
  'MT-006': ['banHai', 'Tẩn Thị Hoa', 'f', '09', 2, 'near-poor'],
  'MT-007': ['banHai', 'Nguyễn Văn Bình', 'm', '01', 4, 'not-poor'],
  'TU-001': ['banBa', 'Lù Văn Sơn', 'm', '26', 5, 'poor'],
  'TU-002': ['banBa', 'Phạm Thị Lan', 'f', '01', 4, 'not-poor'],
};

/**
 * Seven households in Mường Than and two in Than Uyên; the review of 2024 is recognised, that of
 * 2025 is open in Mường Than (listed households not yet surveyed) and has not begun in Than Uyên.
 */
export async function fillSmallHouseholds(db: Kysely<Tables>, ids: SmallAreas): Promise<void> {
  const text = (name: string) => readFileSync(join(SEED, name), 'utf8');
  await db.transaction().execute((tx) =>
    loadReferenceStandards(tx, {
      standards: text('standards.json'),
      indicators: text('indicators.json'),
    }),
  );
  const rounds = { 2024: newId(), 2025: newId() };
  await fillReviewRound(db, ids.provinceArea, rounds[2024], 2024, null);
  await fillReviewRound(db, ids.provinceArea, rounds[2025], 2025, rounds[2024]);
  await fillCommune(db, ids, rounds[2024], 'muongThan');
  await fillCommune(db, ids, rounds[2024], 'thanUyen');
  await fillCommune(db, ids, rounds[2025], 'muongThan');
  for (const [code, facts] of Object.entries(HOUSEHOLDS))
    await fillHousehold(db, ids, rounds, code, facts);
  await db
    .updateTable('commune_reviews')
    .set({ status: 'recognised' })
    .where('round_id', '=', rounds[2024])
    .execute();
}

async function fillReviewRound(
  db: Kysely<Tables>,
  province_id: string,
  id: string,
  year: number,
  previous_id: string | null,
): Promise<void> {
  await db
    .insertInto('review_rounds')
    .values({
      ...{ id, province_id, year, previous_id, standard_id: standardId(2022), source: SOURCE },
      ...{ units_on: day('2025-09-01'), begins_on: day(`${year}-09-01`) },
      ...{ ends_on: day(`${year}-12-14`), opened_at: new Date(`${year}-09-01T08:00:00+07:00`) },
    })
    .execute();
}

const NAMES = { muongThan: 'Xã Mường Than', thanUyen: 'Xã Than Uyên' } as const;

async function fillCommune(
  db: Kysely<Tables>,
  ids: SmallAreas,
  round_id: string,
  office: 'muongThan' | 'thanUyen',
): Promise<void> {
  await db
    .insertInto('commune_reviews')
    .values({
      ...{ commune_id: ids[`${office}Area`], round_id, office_id: ids[office] },
      ...{ commune_name: NAMES[office], opened_at: new Date('2025-09-01T08:00:00+07:00') },
    })
    .execute();
}

async function fillHousehold(
  db: Kysely<Tables>,
  ids: SmallAreas,
  rounds: { readonly 2024: string; readonly 2025: string },
  code: string,
  [village, name, sex, ethnicity, members, householdClass]: (typeof HOUSEHOLDS)[string],
): Promise<void> {
  const household_id = newId();
  const own = { province_id: ids.provinceArea, household_id };
  await db
    .insertInto('households')
    .values({
      province_id: ids.provinceArea,
      id: household_id,
      code,
      formed_on: SINCE,
      made_up: true,
    })
    .execute();
  await db
    .insertInto('household_residences')
    .values({ ...own, valid_from: SINCE, village_id: ids[village], area_type: 'rural' })
    .execute();
  await db
    .insertInto('household_members')
    .values({
      ...{ ...own, member_no: 1, relation: 'head', sex, birth_year: 1980, ethnicity },
      ...{ valid_from: SINCE },
    })
    .execute();
  await db
    .insertInto('member_identities')
    .values({
      ...{ ...own, member_no: 1, full_name: name, birth_date: day('1980-05-19') },
      citizen_number: `0120800${code.replace(/\D/g, '').padStart(5, '0')}`,
    })
    .execute();
  const commune_id = ids[village === 'banBa' ? 'thanUyenArea' : 'muongThanArea'];
  const facts = {
    ...{ commune_id, household_id, village_id: ids[village], code, area_type: 'rural' },
    ...{ ethnicity, members, opening_members: members, opening: householdClass },
  };
  await db
    .insertInto('household_reviews')
    .values({
      ...facts,
      round_id: rounds[2024],
      closing: householdClass,
      ...surveyed(householdClass),
    })
    .execute();
  if (commune_id !== ids.muongThanArea) return;
  const listed = householdClass === 'not-poor' ? null : 'last-list';
  const closing = listed ? null : householdClass;
  await db
    .insertInto('household_reviews')
    .values({ ...facts, round_id: rounds[2025], listed, closing })
    .execute();
}

/** What the survey of 2024 found, so that the class follows from it. */
function surveyed(householdClass: Class) {
  if (householdClass === 'not-poor') return {};
  const deprived = ['nutrition', 'housingQuality', 'waterSource'];
  return {
    ...{ listed: 'last-list', income_score: 120, surveyed_on: day('2025-09-15') },
    deprived: householdClass === 'poor' ? deprived : deprived.slice(0, 1),
  };
}
