-- Figures of one day told on the units of another: for every area that ever was, the areas of
-- the day asked that hold its land, with shares. An area valid on that day is itself; an ended
-- one goes forward along its successions, shares multiplied. An area of a later day has no row:
-- what was added up cannot be taken apart again. Districts ended without a successor and have no
-- row after that day; take their communes.
create function area_in_units_of(on_day date)
  returns table (area_id uuid, in_area_id uuid, share numeric)
  language sql stable parallel safe
  begin atomic
    with recursive standing as (
      select unit_id from unit_periods p where holds_on(p.valid_from, p.valid_to, area_in_units_of.on_day)
    ), way as (
      select u.id as area_id, u.id as in_area_id, 1::numeric as share, '-infinity'::date as since
      from units u where u.sort = 'area'
      union all
      -- Each step goes to a later day, so a way has an end even if names come round again.
      select w.area_id, s.to_id, w.share * s.share, s.on_day
      from way w join unit_successions s on s.from_id = w.in_area_id
      where s.kind in ('whole', 'part', 'unchanged')
        and s.on_day > w.since and s.on_day <= area_in_units_of.on_day
        and not exists (select from standing d where d.unit_id = w.in_area_id)
    )
    select w.area_id, w.in_area_id, sum(w.share)
    from way w join standing d on d.unit_id = w.in_area_id
    group by w.area_id, w.in_area_id;
  end;
