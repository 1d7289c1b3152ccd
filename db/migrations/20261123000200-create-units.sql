-- Areas and offices apart, each with its periods. Official codes and names are attributes
-- of a period, never keys: all 38 commune codes of 1/7/2025 were used before.

create table levels (
  key text primary key,
  name text not null,
  rank integer not null unique
);

create table units (
  id uuid primary key,
  sort text not null check (sort in ('area', 'office')),
  note text
);

create table unit_periods (
  id uuid primary key,
  unit_id uuid not null references units,
  code text,
  level text not null references levels,
  kind text not null,                 -- xã, phường, thị trấn; sở, ban, ubnd, mttq, …
  name text not null,                 -- Mường Than
  full_name text not null,            -- Xã Mường Than
  aliases text not null default '',   -- other spellings met in official lists
  parent_id uuid references units,    -- area: the area above; office: the office above
  area_id uuid references units,      -- office: the area that it serves
  poor_area boolean,                  -- poor district / extremely disadvantaged commune
  valid_from date not null,
  valid_to date,                      -- last day, included
  source text not null,
  confirmed boolean not null default true,
  folded text not null generated always as (fold(full_name || ' ' || aliases)) stored,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index unit_periods_parent on unit_periods (parent_id);
create index unit_periods_area on unit_periods (area_id);
create index unit_periods_code on unit_periods (code, valid_from);

-- Who follows whom from a day on: mergers of areas, moves of agencies' duties.
create table unit_successions (
  id uuid primary key,
  from_id uuid not null references units,
  to_id uuid not null references units,
  on_day date not null,               -- first day of the successor
  kind text not null check (kind in ('whole', 'part', 'unchanged', 'duties')),
  share numeric not null default 1 check (share > 0 and share <= 1),
  scope text,                         -- duties that move, in words
  source text not null,
  confirmed boolean not null default true,
  unique (from_id, to_id, on_day)
);
create index unit_successions_to on unit_successions (to_id);

-- The units as they stood on a day, one row each.
create function units_on(on_day date) returns table (
  unit_id uuid, sort text, code text, level text, kind text, name text, full_name text,
  parent_id uuid, area_id uuid, poor_area boolean, valid_from date, valid_to date)
  language sql stable parallel safe
  begin atomic
    select p.unit_id, u.sort, p.code, p.level, p.kind, p.name, p.full_name,
           p.parent_id, p.area_id, p.poor_area, p.valid_from, p.valid_to
    from unit_periods p join units u on u.id = p.unit_id
    where holds_on(p.valid_from, p.valid_to, on_day);
  end;

-- A unit's name on a day; for a unit not there on that day, its nearest earlier (else first) name.
create function unit_name_on(wanted uuid, on_day date) returns text
  language sql stable parallel safe
  begin atomic
    select full_name from unit_periods where unit_id = wanted
    order by (valid_from <= on_day) desc,
             case when valid_from <= on_day then valid_from end desc, valid_from
    limit 1;
  end;
