import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { StageOf } from './staging.sql.ts';

/**
 * A household whose members the file does not list still has its head: as the row says it, else, for
 * a row that gives no name, as the register does.
 */
export async function stageHeads(
  db: Db,
  { importId, communeId, provinceId }: StageOf & { readonly provinceId: string },
): Promise<void> {
  await sql`
    insert into import_members (import_id, commune_id, household_id, member_no, relation, sex,
      birth_year, birth_date, ethnicity, full_name, citizen_number)
    select s.import_id, s.commune_id, s.household_id, 0, 'head', s.sex, s.birth_year, s.birth_date,
           s.ethnicity, coalesce(s.head_name, i.full_name), s.citizen_number
    from import_rows s
    left join (select distinct household_id from import_members
      where import_id = ${importId} and commune_id = ${communeId}) listed using (household_id)
    left join households h on s.change <> 'new' and h.province_id = ${provinceId}
      and h.id = s.household_id
    left join member_identities i on i.province_id = h.province_id and i.household_id = h.id
      and i.member_no = h.head_no
    where s.import_id = ${importId} and s.commune_id = ${communeId} and s.change <> 'wrong'
      and coalesce(s.head_name, i.full_name) is not null
      and s.closing is distinct from 'gone' and listed.household_id is null`.execute(db);
}

/**
 * What the row of a household says of its head holds where the list of members leaves it open; heads
 * of whom all is said are not written again.
 */
export async function completeHeads(db: Db, { importId, communeId }: StageOf): Promise<void> {
  await sql`
    update import_members m set citizen_number = coalesce(m.citizen_number, s.citizen_number),
      ethnicity = coalesce(m.ethnicity, s.ethnicity),
      birth_date = coalesce(m.birth_date,
        case when s.birth_year = m.birth_year then s.birth_date end)
    from import_rows s
    where m.import_id = ${importId} and m.commune_id = ${communeId} and m.relation = 'head'
      and m.member_no > 0 and s.import_id = m.import_id and s.commune_id = m.commune_id
      and s.household_id = m.household_id and (
        (m.citizen_number is null and s.citizen_number is not null)
        or (m.ethnicity is null and s.ethnicity is not null)
        or (m.birth_date is null and s.birth_date is not null))`.execute(db);
}
