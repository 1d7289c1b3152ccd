import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { AskedCommune, PlacedRows } from './asked-commune.ts';

/** Each commune at itself, as it was: the kept rows of the commune. */
export function placedAsItWas(communes: readonly AskedCommune[]): PlacedRows[] {
  return communes.map(({ communeId, name }) => ({
    ...{ communeId, unitId: communeId, placeId: communeId, placeName: name, share: 1 },
  }));
}

/**
 * Where the communes of a round count in the units of a day (`area_in_units_of`). One that went
 * whole into another counts there; of one that was split each village counts in the commune that
 * it stands in on that day, and only a village unknown on that day by the share of the split.
 */
export async function placeCommunes(
  db: Db,
  roundId: string,
  communeIds: readonly string[],
  on: Day,
): Promise<PlacedRows[]> {
  const { rows } = await sql<PlacedRows>`
    with went as materialized (select * from area_in_units_of(${on}::date)),
    asked as (select unnest(${communeIds}::uuid[]) as id),
    split as (
      select distinct a.id as commune_id, coalesce(t.unit_id, a.id) as unit_id
      from asked a join went w on w.area_id = a.id and w.share < 1
      left join review_totals t on t.commune_id = a.id and t.round_id = ${roundId}
        and t.mark = '' and t.unit_id <> t.commune_id
    ), placed as (
      select a.id as commune_id, a.id as unit_id, coalesce(w.in_area_id, a.id) as place_id, 1 as share
      from asked a left join went w on w.area_id = a.id
      where coalesce(w.share, 1) = 1
      union all
      select s.commune_id, s.unit_id, coalesce(v.parent_id, w.in_area_id),
             case when v.parent_id is null then w.share else 1 end
      from split s
      left join lateral (
        select p.parent_id from went join unit_periods p on p.unit_id = went.in_area_id
          and holds_on(p.valid_from, p.valid_to, ${on}::date)
        where went.area_id = s.unit_id and went.share = 1
      ) v on true
      left join went w on w.area_id = s.commune_id and v.parent_id is null
    ), named as (
      select commune_id as "communeId", unit_id as "unitId", place_id as "placeId",
             share::float8 as share, unit_name_on(place_id, ${on}::date) as "placeName"
      from placed
    )
    select * from named
    order by "placeName" collate "vi-x-icu", "placeId", "communeId", "unitId"`.execute(db);
  return rows;
}

/** The villages behind rows of communes, each where it stands on a day. */
export async function placeVillages(
  db: Db,
  roundId: string,
  communes: readonly PlacedRows[],
  on: Day,
): Promise<PlacedRows[]> {
  const { rows } = await sql<PlacedRows>`
    with source as (
      select * from unnest(${communes.map((one) => one.communeId)}::uuid[],
        ${communes.map((one) => one.unitId)}::uuid[], ${communes.map((one) => one.share)}::float8[])
        as s (commune_id, unit_id, share)
    ), village as (
      select distinct t.commune_id, t.unit_id, s.share
      from source s
      join review_totals t on t.commune_id = s.commune_id and t.round_id = ${roundId}
        and t.mark = '' and t.unit_id <> t.commune_id
        and (s.unit_id = s.commune_id or t.unit_id = s.unit_id)
    ), named as (
      select v.commune_id as "communeId", v.unit_id as "unitId", v.share,
             coalesce(w.in_area_id, v.unit_id) as "placeId",
             unit_name_on(coalesce(w.in_area_id, v.unit_id), ${on}::date) as "placeName"
      from village v
      left join area_in_units_of(${on}::date) w on w.area_id = v.unit_id and w.share = 1
    )
    select * from named
    order by "placeName" collate "vi-x-icu", "placeId", "communeId", "unitId"`.execute(db);
  return rows;
}
