-- Households: the register with its minimum of identity, the dated poverty standard, the yearly
-- review by its procedure, and totals that follow in the same commit. Large tables begin their
-- keys with the province or the commune and refer to no row of another unit, so that they can
-- be spread over servers without another schema.

-- The multidimensional poverty standard as dated data; chosen for each round.
create table poverty_standards (
  id uuid primary key,
  name text not null,
  first_year integer not null,               -- years of review
  last_year integer not null,
  points_each integer not null default 10,   -- score B: points of one deprived indicator
  deprivation_cut integer not null default 30, -- score B from which a household is poor
  source text not null,
  confirmed boolean not null default false,
  check (last_year >= first_year)
);
-- Score A at or under sure_score: poor whatever score B says (2016-2021); at or under
-- score_line: poor or near-poor by score B. An empty line is not known yet: no round can use it.
create table poverty_lines (
  standard_id uuid not null references poverty_standards,
  area_type text not null check (area_type in ('rural', 'urban')),
  income_line numeric not null,              -- dong a person a month
  average_line numeric,                      -- up to here an average living standard
  sure_score integer,
  score_line integer,
  source text not null,
  confirmed boolean not null default false,
  primary key (standard_id, area_type)
);
create table deprivation_indicators (
  standard_id uuid not null references poverty_standards,
  key text not null,
  position integer not null,
  dimension text not null,
  name text not null,
  deprived_when text not null,
  source text not null,
  confirmed boolean not null default false,
  primary key (standard_id, key),
  unique (standard_id, position)
);

-- The register: what must be known of a household to review it, and nothing more.
create table households (
  province_id uuid not null,
  id uuid not null,
  code text not null,                        -- shown to people; never a key
  head_no integer not null default 1,        -- the member who heads it
  formed_on date not null,
  ended_on date,
  end_reason text check (end_reason in ('moved-away', 'died-out', 'merged', 'split-up')),
  made_up boolean not null default false,
  primary key (province_id, id),
  unique (province_id, code),
  check ((ended_on is null) = (end_reason is null))
);
create table household_residences (
  province_id uuid not null,
  household_id uuid not null,
  valid_from date not null,
  valid_to date,
  village_id uuid not null,
  area_type text not null check (area_type in ('rural', 'urban')),
  primary key (province_id, household_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index household_residences_village on household_residences (province_id, village_id, valid_to);
create table household_members (
  province_id uuid not null,
  household_id uuid not null,
  member_no integer not null,
  relation text not null,                    -- to the head: head, spouse, child, …
  sex text not null check (sex in ('m', 'f')),
  birth_year integer not null,
  ethnicity text not null,                   -- code of 2008
  insured boolean,
  nourished boolean,                         -- children: not stunted, not underweight
  studying boolean,
  valid_from date not null,
  valid_to date,
  primary key (province_id, household_id, member_no)
);
-- Identity apart from the facts. Whoever reads it leaves a row in identity_readings.
create table member_identities (
  province_id uuid not null,
  household_id uuid not null,
  member_no integer not null,
  full_name text not null,
  birth_date date,
  citizen_number text,
  folded text not null generated always as (fold(full_name)) stored,
  primary key (province_id, household_id, member_no)
);
create index member_identities_name on member_identities (province_id, folded);
create index member_identities_number on member_identities (province_id, citizen_number)
  where citizen_number is not null;
create table identity_readings (
  commune_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  position_title text not null,
  purpose text not null check (btrim(purpose) <> ''),
  household_ids uuid[] not null,
  primary key (commune_id, id)
);
create index identity_readings_household on identity_readings using gin (household_ids);
-- Perhaps the same household twice: queued for a person, never merged by the machine.
create table household_duplicates (
  commune_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  likeness text not null,                    -- what is alike, in words
  found_at timestamptz not null,
  verdict text check (verdict in ('same', 'different')),
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  decider_name text,
  primary key (commune_id, id),
  unique (commune_id, first_id, second_id),
  check ((verdict is null) = (decided_at is null))
);

-- The yearly review of the province, and how far each commune is.
create table review_rounds (
  id uuid primary key,
  province_id uuid not null references units,
  year integer not null,
  previous_id uuid references review_rounds,
  standard_id uuid not null references poverty_standards,
  units_on date not null,                    -- the day whose villages and communes are asked
  begins_on date not null,                   -- the window: 1 September to 14 December
  ends_on date not null,
  posting_days integer not null default 3,   -- working days
  agreed_share numeric not null default 0.5, -- of those at a village meeting
  source text not null,
  confirmed boolean not null default false,
  opened_at timestamptz not null,
  opened_by uuid,
  official_on date,                          -- until then its figures are provisional
  official_document text,
  is_story boolean not null default false,
  unique (province_id, year),
  check (ends_on >= begins_on),
  check ((official_on is null) = (official_document is null))
);
create table commune_reviews (
  commune_id uuid not null,
  round_id uuid not null references review_rounds,
  commune_name text not null,                -- as it was on the day asked
  office_id uuid not null,                   -- the people's committee that reviews
  district_id uuid,                          -- as it was; none since 1/7/2025
  status text not null default 'open' check (status in ('open', 'posted', 'recognised')),
  version integer not null default 0,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (commune_id, round_id)
);
create index commune_reviews_round on commune_reviews (round_id, status);

-- One household in one yearly review. An empty closing is not yet reviewed, which is not "not poor".
create table household_reviews (
  commune_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  village_id uuid not null,
  code text not null,
  area_type text not null check (area_type in ('rural', 'urban')),
  listed text check (listed in ('last-list', 'requested', 'found')), -- why it is reviewed; empty: it is not
  income_score integer check (income_score >= 0),
  deprived text[],                           -- keys of indicators; empty until surveyed
  surveyed_on date,
  surveyor_name text,
  opening text not null check (opening in ('absent', 'poor', 'near-poor', 'not-poor')),
  closing text check (closing in ('gone', 'poor', 'near-poor', 'not-poor')),
  relapsed boolean not null default false,
  reason text check (reason in
    ('moved-in', 'split-off', 'formed', 'moved-away', 'died-out', 'merged', 'split-up')),
  opening_members integer not null check (opening_members >= 0),
  members integer not null check (members >= 0),
  children integer not null default 0,
  children_health integer not null default 0,  -- without insurance or nourishment
  children_school integer not null default 0,  -- not at the right school
  ethnicity text not null,
  marks text[] not null default '{}',        -- groups, causes, needs: group.merit, cause.land, …
  note text,
  version integer not null default 0,
  primary key (commune_id, round_id, household_id),
  check ((opening = 'absent') <= (opening_members = 0)),
  check ((closing = 'gone') <= (members = 0 and reason is not null)),
  check (not relapsed or (opening = 'not-poor' and closing in ('poor', 'near-poor')))
);
create index household_reviews_list on household_reviews (commune_id, round_id, code);
create index household_reviews_class on household_reviews (commune_id, round_id, closing, code);
create index household_reviews_household on household_reviews (household_id, round_id);

create table village_meetings (
  commune_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  village_id uuid not null,
  held_on date not null,
  place text not null,
  chair_name text not null,
  secretary_name text not null,
  attended integer not null check (attended > 0),
  agreed integer not null check (agreed >= 0),
  households integer not null,               -- households told to the meeting
  opinions text not null default '',
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  primary key (commune_id, round_id, id),
  check (agreed <= attended)
);
create table review_postings (
  commune_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  posted_on date not null,
  until date not null,                       -- last day, included
  places text not null,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (commune_id, round_id, id)
);
create unique index review_postings_one on review_postings (commune_id, round_id)
  where withdrawn_at is null;
create table review_objections (
  commune_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  household_id uuid,                         -- none: about a household that is not in the list
  said_by text not null,
  received_on date not null,
  content text not null check (btrim(content) <> ''),
  at timestamptz not null,
  person_name text not null,
  outcome text check (outcome in ('upheld', 'rejected')),
  answer text,
  closed_at timestamptz,
  closed_by text,
  primary key (commune_id, round_id, id),
  check ((outcome is null) = (closed_at is null)),
  check (outcome is null or btrim(answer) <> '')
);
create table review_recognitions (
  commune_id uuid not null,
  round_id uuid not null,
  number integer not null,
  issued_on date not null,
  signer_name text not null,
  signer_title text not null,
  content jsonb not null,                    -- the decision as it was signed
  fingerprint text not null,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  primary key (commune_id, round_id)
);
create trigger recognitions_frozen before update or delete on review_recognitions
  for each row execute function refuse_rewriting();
-- A difference that the commune explains before its tables are sent on.
create table review_explanations (
  commune_id uuid not null,
  round_id uuid not null,
  table_key text not null check (table_key in ('poor', 'near-poor')),
  households integer not null,
  members integer not null,
  reason text not null check (btrim(reason) <> ''),
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  primary key (commune_id, round_id, table_key)
);
-- Off the yearly round: a household asks in any month, and is answered within fifteen days.
create table class_requests (
  commune_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  wish text not null check (wish in ('poor', 'near-poor', 'leave')),
  received_on date not null,
  content text not null check (btrim(content) <> ''),
  due_on date not null,
  at timestamptz not null,
  person_name text not null,
  standard_id uuid not null,
  area_type text not null,
  income_score integer,
  deprived text[],
  result text check (result in ('poor', 'near-poor', 'not-poor')),
  granted boolean,
  reason text,                               -- a refusal says why
  number integer,                            -- of the certificate or the refusal
  decided_on date,
  signer_name text,
  signer_title text,
  decided_at timestamptz,
  primary key (commune_id, id),
  check ((granted is null) = (decided_on is null)),
  check (granted is not false or btrim(reason) <> '')
);
create index class_requests_household on class_requests (household_id);

-- A workbook on its way in: read, checked, shown, then applied commune by commune.
create table household_imports (
  id uuid primary key,
  round_id uuid not null references review_rounds,
  office_id uuid not null,                   -- whose hands it is in
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  file_name text not null,
  file bytea not null,
  fingerprint text not null,
  status text not null check (status in
    ('uploaded', 'matching', 'reading', 'checked', 'applying', 'applied', 'broken')),
  columns jsonb,                             -- heading -> what it holds, as confirmed
  rows_read integer not null default 0,
  rows_expected integer,
  progress_at timestamptz not null,
  summary jsonb,
  broken text
);
create table import_rows (
  import_id uuid not null,
  commune_id uuid not null,
  row_number integer not null,
  household_id uuid,                         -- known one, or the one it will be
  change text not null check (change in ('new', 'changed', 'same', 'wrong')),
  facts jsonb not null,
  primary key (import_id, commune_id, row_number)
);
create table import_faults (
  import_id uuid not null,
  sheet text not null,
  row_number integer not null,
  position integer not null,
  column_name text not null,
  message text not null,
  primary key (import_id, sheet, row_number, position)
);
-- Columns that an office has matched before, by what their headings say.
create table column_matches (
  office_id uuid not null,
  heading text not null,                     -- folded
  meaning text not null,
  at timestamptz not null,
  primary key (office_id, heading)
);

-- Totals of villages and communes. With an empty mark: households by where they came from and
-- where they are; with a mark: households (and people) that bear it, by where they are.
create table review_totals (
  commune_id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,                     -- the commune itself or one of its villages
  mark text not null,
  opening text not null,
  closing text not null,                     -- 'pending' while not yet reviewed
  relapsed boolean not null,
  reason text not null,
  households integer not null,
  opening_members integer not null,
  members integer not null,
  grew integer not null,                     -- people gained by households that stayed, losses aside
  primary key (commune_id, round_id, unit_id, mark, opening, closing, relapsed, reason)
);
create index review_totals_round on review_totals (round_id, mark, unit_id);

-- Totals follow in the same commit, whoever writes. One statement gains and loses at once and in
-- one order of keys, so that two writers never wait for each other in a circle.
create function keep_review_totals() returns trigger language plpgsql as $$
declare
  changed text := case tg_op
    when 'INSERT' then 'select 1 as sign, * from gained'
    when 'DELETE' then 'select -1 as sign, * from lost'
    else 'select 1 as sign, * from gained union all select -1, * from lost' end;
begin
  execute format($count$
    with signed as (%s), cells as (
      select s.sign, s.commune_id, s.round_id, s.village_id, c.*
      from signed s cross join lateral (
        select '' as mark, s.opening, coalesce(s.closing, 'pending') as closing, s.relapsed,
               coalesce(s.reason, '') as reason, s.opening_members, s.members,
               case when s.opening <> 'absent' and s.closing <> 'gone'
                 then greatest(0, s.members - s.opening_members) else 0 end as grew
        union all
        select mark, '', coalesce(s.closing, 'pending'), false, '', 0, s.members, 0
        from unnest(s.marks || ('ethnic.' || s.ethnicity) || ('area.' || s.area_type)) as mark
        union all
        select 'deprived.' || key, '', coalesce(s.closing, 'pending'), false, '', 0, s.members, 0
        from unnest(s.deprived) as key
        union all
        select mark, '', coalesce(s.closing, 'pending'), false, '', 0, people, 0
        from (values ('children', s.children), ('children.health', s.children_health),
                     ('children.school', s.children_school)) as counted (mark, people)
        where people > 0
      ) c
    ), villages as (
      select commune_id, round_id, village_id, mark, opening, closing, relapsed, reason,
             sum(sign) as households, sum(sign * opening_members) as opening_members,
             sum(sign * members) as members, sum(sign * grew) as grew
      from cells group by 1, 2, 3, 4, 5, 6, 7, 8
      having sum(sign) <> 0 or sum(sign * opening_members) <> 0 or sum(sign * members) <> 0
        or sum(sign * grew) <> 0
    ), levels as (
      select commune_id, round_id, village_id as unit_id, mark, opening, closing, relapsed, reason,
             households, opening_members, members, grew from villages
      union all
      select commune_id, round_id, commune_id, mark, opening, closing, relapsed, reason,
             sum(households), sum(opening_members), sum(members), sum(grew)
      from villages group by 1, 2, 4, 5, 6, 7, 8
    )
    insert into review_totals as total (commune_id, round_id, unit_id, mark, opening, closing,
      relapsed, reason, households, opening_members, members, grew)
    select * from levels
    order by commune_id, round_id, unit_id, mark, opening, closing, relapsed, reason
    on conflict (commune_id, round_id, unit_id, mark, opening, closing, relapsed, reason)
    do update set households = total.households + excluded.households,
      opening_members = total.opening_members + excluded.opening_members,
      members = total.members + excluded.members, grew = total.grew + excluded.grew$count$, changed);
  return null;
end $$;
create trigger reviews_added after insert on household_reviews
  referencing new table as gained for each statement execute function keep_review_totals();
create trigger reviews_changed after update on household_reviews
  referencing old table as lost new table as gained
  for each statement execute function keep_review_totals();
create trigger reviews_removed after delete on household_reviews
  referencing old table as lost for each statement execute function keep_review_totals();

-- What the commune has recognised stays as it was; later changes are off the round.
create function refuse_recognised() returns trigger language plpgsql as $$
declare
  changed text := case tg_op when 'INSERT' then 'gained' when 'DELETE' then 'lost' else 'gained' end;
  found boolean;
begin
  execute format('select exists (select from (select distinct commune_id, round_id from %I) c
    join commune_reviews r using (commune_id, round_id) where r.status = ''recognised'')', changed)
    into found;
  if found then
    raise exception 'the review of this commune is recognised' using errcode = 'CT002';
  end if;
  return null;
end $$;
create trigger reviews_frozen_added after insert on household_reviews
  referencing new table as gained for each statement execute function refuse_recognised();
create trigger reviews_frozen_changed after update on household_reviews
  referencing new table as gained for each statement execute function refuse_recognised();
create trigger reviews_frozen_removed after delete on household_reviews
  referencing old table as lost for each statement execute function refuse_recognised();
