import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import { fold, hasAccents } from '../shared/vietnamese.ts';
import type { FoundUnit } from './search.ts';

const MOST = 40;

/**
 * Units met by any name of any period or by an official code. All words must occur; accents
 * count only when typed. First exact names, then beginnings, then the rest; the living before
 * the ended, villages after all others, areas before offices.
 */
export async function findUnits(db: Db, typed: string, today: Day): Promise<FoundUnit[]> {
  const plain = fold(typed);
  const words = plain.split(' ').map((word) => `%${escapeLike(word)}%`);
  const exactly = hasAccents(typed) ? `%${escapeLike(lower(typed))}%` : '%';
  const { rows } = await sql<FoundUnit>`
    with met as (
      select distinct on (p.unit_id) p.unit_id,
             case when fold(p.full_name) like all (${words}) then p.full_name
                  when p.code = ${plain} then p.full_name else p.aliases end as met,
             case when fold(p.name) = ${plain} or fold(p.full_name) = ${plain} or p.code = ${plain}
                    then 0
                  when fold(p.name) like ${`${escapeLike(plain)}%`}
                    or p.folded like ${`${escapeLike(plain)}%`} then 1
                  when p.folded like ${`%${escapeLike(plain)}%`} then 2
                  else 3 end as rank
      from unit_periods p
      where (p.folded like all (${words})
             and lower(p.full_name || ' ' || p.aliases) like ${exactly})
         or p.code = ${plain}
      order by p.unit_id, rank, p.valid_from desc
    ), last as (
      select distinct on (p.unit_id) p.*
      from unit_periods p join met using (unit_id)
      order by p.unit_id, p.valid_from desc
    ), first as (
      select p.unit_id, min(p.valid_from) as valid_from
      from unit_periods p join met using (unit_id) group by p.unit_id
    )
    select last.unit_id, u.sort, last.level, last.kind, last.full_name, last.area_id,
           unit_name_on(last.parent_id, coalesce(last.valid_to, ${today}::date)) as parent_name,
           first.valid_from, last.valid_to, met.met,
           (select coalesce(json_agg(json_build_object('unitId', s.to_id, 'on', s.on_day,
                     'name', unit_name_on(s.to_id, s.on_day)) order by s.on_day), '[]')
            from unit_successions s where s.from_id = last.unit_id) as became,
           (select coalesce(json_agg(json_build_object('unitId', s.from_id, 'on', s.on_day,
                     'name', unit_name_on(s.from_id, s.on_day - 1)) order by s.on_day), '[]')
            from unit_successions s where s.to_id = last.unit_id) as was
    from last
    join met using (unit_id)
    join first using (unit_id)
    join units u on u.id = last.unit_id
    order by met.rank, (last.valid_to is not null and last.valid_to < ${today}::date),
             (last.level = 'village'), u.sort, last.full_name collate "vi-x-icu"
    limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}

function lower(typed: string): string {
  return typed.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words as LIKE reads them literally. */
function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}
