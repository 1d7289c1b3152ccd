// A province for benches, made by PostgreSQL itself in sets: communes and villages under the names
// that `writeBook` writes, a round in which every commune has begun, and somebody who reviews.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { standardId } from '../src/households/standard/reference-standards.ts';
import { loadReferenceStandards } from '../src/households/standard/standards.actions.ts';
import { openSession } from '../src/people/sessions.actions.ts';
import type { Tables } from '../src/shared/tables.ts';
import { COMMUNE, VILLAGE } from './households-workbook.ts';

type Db = Kysely<Tables>;

/** Ids that SQL can count: commune 7 is the one that ends in 7. */
function id(kind: number, number: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
export const made = (kind: number, number: string) =>
  sql.raw(`('${id(kind, 0).slice(0, 24)}' || lpad((${number})::text, 12, '0'))::uuid`);

export const PROVINCE = id(1, 0);
export const ROUND = id(2, 0);
export const communeId = (number: number) => id(3, number);
export const villageId = (number: number) => id(4, number);
const OFFICE = id(5, 0);
const PERSON = id(7, 0);

/** How large a province is. */
export interface ProvinceSize {
  readonly communes: number;
  readonly villagesEach: number;
}

/** Fills an empty, migrated database; gives the session of a reviewer of the whole province. */
export async function fillProvince(db: Db, size: ProvinceSize): Promise<{ token: string }> {
  await fillUnits(db, size);
  await fillRound(db, size.communes);
  return fillReviewer(db);
}

const names = (count: number, nameOf: (at: number) => string) =>
  sql`${Array.from({ length: count }, (_, at) => nameOf(at))}::text[]`;

async function fillUnits(db: Db, { communes, villagesEach }: ProvinceSize): Promise<void> {
  await sql`insert into levels values ('province','Cấp tỉnh',1),('commune','Cấp xã',2),('village','Thôn, bản',3)`.execute(
    db,
  );
  const villages = communes * villagesEach;
  await sql`
    insert into units (id, sort)
    select ${PROVINCE}::uuid, 'area' union all select ${OFFICE}::uuid, 'office' union all
    select ${made(3, 'n')}, 'area' from generate_series(1, ${communes}::int) n union all
    select ${made(5, 'n')}, 'office' from generate_series(1, ${communes}::int) n union all
    select ${made(4, 'v')}, 'area' from generate_series(1, ${villages}::int) v`.execute(db);
  await sql`
    insert into unit_periods (id, unit_id, level, kind, name, full_name, parent_id, area_id,
      valid_from, source)
    select gen_random_uuid(), unit, level, kind, name, name, above, area, '2020-01-01', 'bench'
    from (
      select ${PROVINCE}::uuid, 'province', 'tỉnh', 'Tỉnh', null::uuid, null::uuid union all
      select ${OFFICE}::uuid, 'province', 'ubnd', 'UBND tỉnh', null, ${PROVINCE}::uuid union all
      select ${made(3, 'n')}, 'commune', 'xã', (${names(communes, COMMUNE)})[n], ${PROVINCE}::uuid, null
      from generate_series(1, ${communes}::int) n union all
      select ${made(5, 'n')}, 'commune', 'ubnd', 'UBND xã ' || n, ${OFFICE}::uuid, ${made(3, 'n')}
      from generate_series(1, ${communes}::int) n union all
      select ${made(4, 'v')}, 'village', 'bản',
             (${names(villagesEach, VILLAGE)})[1 + (v - 1) % ${sql.lit(villagesEach)}],
             ${made(3, `1 + (v - 1) / ${villagesEach}`)}, null
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
    select ${made(3, 'n')}, ${ROUND}, (${names(communes, COMMUNE)})[n], ${made(5, 'n')}, now()
    from generate_series(1, ${communes}::int) n`.execute(db);
}

/** Somebody who reviews at the provincial office, so that every commune may be asked. */
async function fillReviewer(db: Db): Promise<{ token: string }> {
  await sql`
    with person as (insert into persons (id, full_name) values (${PERSON}, 'Người Thử')),
    account as (insert into accounts (person_id, login, password_hash, created_at)
      values (${PERSON}, 'nguoi.thu', '-', now())),
    held as (insert into positions (id, person_id, unit_id, title, valid_from)
      values (gen_random_uuid(), ${PERSON}, ${OFFICE}, 'Chuyên viên', '2022-01-01'))
    insert into duties (id, person_id, unit_id, duty, valid_from)
    values (gen_random_uuid(), ${PERSON}, ${OFFICE}, 'reviewHouseholds', '2022-01-01')`.execute(db);
  return db
    .transaction()
    .execute((tx) =>
      openSession(tx, PERSON, { device: 'bench', address: '127.0.0.1' }, new Date()),
    );
}
