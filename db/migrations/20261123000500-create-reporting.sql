-- Figures and forms are data; rounds fix a form and a dated list of expected units;
-- reports carry values; totals follow each accepted value in the same commit.

create table figures (
  id uuid primary key,
  movement_id uuid not null references movements,
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('count', 'money', 'ratio', 'text', 'list')),
  measure text not null default '',
  numerator_id uuid references figures,
  denominator_id uuid references figures,
  better text check (better in ('lower', 'higher')),
  follows_review boolean not null default false, -- provisional in November, official in December
  clause_path text,
  source text not null,
  confirmed boolean not null default false,
  unique (movement_id, slug),
  check ((kind = 'ratio') = (numerator_id is not null and denominator_id is not null))
);
alter table targets add foreign key (figure_id) references figures;

create table forms (
  id uuid primary key,
  movement_id uuid not null references movements,
  name text not null,
  copied_from uuid references forms,
  created_at timestamptz not null
);
create table form_sections (
  id uuid primary key,
  form_id uuid not null references forms on delete cascade,
  position integer not null,
  title text not null,
  clause_path text,
  unique (form_id, position)
);
create table form_fields (
  id uuid primary key,
  section_id uuid not null references form_sections on delete cascade,
  figure_id uuid not null references figures,
  position integer not null,
  roles text[] not null,                     -- which roles in the movement fill it
  required boolean not null default true,
  minimum numeric,
  maximum numeric,
  warn_change_percent numeric,               -- a change against last year worth a question
  prefill text,                              -- slug whose value of last round is offered
  hint text,
  unique (section_id, figure_id)
);
-- left = sum of signed figures, compared with right: the accounting identities of the form.
create table form_checks (
  id uuid primary key,
  form_id uuid not null references forms on delete cascade,
  position integer not null,
  terms jsonb not null,                      -- [{"figure": slug, "sign": 1|-1}]
  relation text not null check (relation in ('=', '<=')),
  result text not null,                      -- slug
  message text not null
);

create table rounds (
  id uuid primary key,
  movement_id uuid not null references movements,
  form_id uuid not null references forms,
  previous_id uuid references rounds,
  name text not null,
  kind text not null check (kind in ('yearly', 'mid-term', 'final')),
  year integer not null,
  period_from date not null,
  period_to date not null,
  expected_on date not null,                 -- the day whose units and roles are asked
  legal_due date not null,
  legal_inclusive boolean not null,
  legal_source text not null,
  internal_due date,
  locks_on date not null,                    -- last day on which anything may still be sent
  receiver_id uuid not null references units,-- the standing agency of that day
  top_id uuid not null references units,     -- the office whose total is the province
  opened_at timestamptz not null,
  opened_by uuid references persons,
  closed_at timestamptz,
  is_story boolean not null default false,
  check (internal_due is null or internal_due <= legal_due),
  check (locks_on >= legal_due - 1)
);
create unique index rounds_one_of_a_kind on rounds (movement_id, year, kind);

create table reports (
  id uuid primary key,
  round_id uuid not null references rounds,
  unit_id uuid not null references units,
  unit_name text not null,                   -- as it was on the expected day
  role text not null references movement_roles,
  parent_id uuid references units,           -- the total above
  receiver_id uuid not null references units,-- the office that receives
  path uuid[] not null,                      -- from the top to this unit
  area_id uuid references units,             -- the area that its figures speak of
  status text not null default 'open'
    check (status in ('open', 'prepared', 'submitted', 'received', 'returned', 'accepted')),
  version integer not null default 0,
  nil boolean not null default false,        -- "không có gì để báo cáo", said by the head
  sent_on date,                              -- first day sent
  minutes numeric not null default 0,        -- time spent at the form: the burden meter
  unique (round_id, unit_id)
);
create index reports_unit on reports (unit_id, round_id);
create index reports_receiver on reports (round_id, receiver_id, status);

create table report_values (
  report_id uuid not null references reports,
  figure_id uuid not null references figures,
  amount numeric,
  words text,
  items jsonb,
  kept_reason text,                          -- "giữ nguyên, vì…" beside a warning
  source text not null default 'typed',
  accepted boolean not null default false,
  updated_at timestamptz not null,
  updated_by uuid references persons,
  primary key (report_id, figure_id)
);
create index report_values_figure on report_values (figure_id);

create table report_steps (
  id uuid primary key,
  report_id uuid not null references reports,
  step text not null,
  at timestamptz not null,
  person_id uuid references persons,
  person_name text not null,
  position_title text not null,
  note text
);
create index report_steps_report on report_steps (report_id, at);

create table report_returns (
  id uuid primary key,
  report_id uuid not null references reports,
  figure_id uuid not null references figures,
  reason text not null check (btrim(reason) <> ''),
  at timestamptz not null,
  person_id uuid references persons,
  person_name text not null,
  settled_at timestamptz
);
create unique index report_returns_open on report_returns (report_id, figure_id)
  where settled_at is null;

create table extensions (
  id uuid primary key,
  round_id uuid not null references rounds,
  unit_id uuid not null references units,
  until date not null,
  reason text not null check (btrim(reason) <> ''),
  at timestamptz not null,
  person_id uuid references persons,
  person_name text not null
);
create index extensions_unit on extensions (round_id, unit_id, until);

-- A level may add to or take from a sum, signed and with a reason that stays visible.
create table adjustments (
  id uuid primary key,
  round_id uuid not null references rounds,
  unit_id uuid not null references units,
  figure_id uuid not null references figures,
  path uuid[] not null,
  delta numeric not null check (delta <> 0),
  reason text not null check (btrim(reason) <> ''),
  at timestamptz not null,
  person_id uuid references persons,
  person_name text not null,
  position_title text not null
);
create index adjustments_round on adjustments (round_id, figure_id, unit_id);

-- Official figures of December and published ones, apart from what reports said in November.
create table official_figures (
  id uuid primary key,
  figure_id uuid not null references figures,
  unit_id uuid not null references units,
  year integer not null,
  amount numeric not null,
  source text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null,
  person_id uuid references persons,
  unique (figure_id, unit_id, year)
);

create table figure_totals (
  round_id uuid not null references rounds,
  unit_id uuid not null references units,
  figure_id uuid not null references figures,
  amount numeric not null default 0,
  reported integer not null default 0,       -- accepted values in the sum
  primary key (round_id, unit_id, figure_id)
);

-- Totals follow in the same commit, whoever writes: each accepted value counts at its unit
-- and at every office above it. "order by" gives all writers one order, so none deadlock.
create function gain_totals() returns trigger language plpgsql as $$
begin
  insert into figure_totals as total (round_id, unit_id, figure_id, amount, reported)
  select r.round_id, node, v.figure_id, sum(v.amount), count(*)
  from changed v join reports r on r.id = v.report_id, unnest(r.path) as node
  where v.accepted and v.amount is not null
  group by r.round_id, node, v.figure_id
  order by r.round_id, v.figure_id, node
  on conflict (round_id, unit_id, figure_id) do update
    set amount = total.amount + excluded.amount, reported = total.reported + excluded.reported;
  return null;
end $$;

create function lose_totals() returns trigger language plpgsql as $$
begin
  insert into figure_totals as total (round_id, unit_id, figure_id, amount, reported)
  select r.round_id, node, v.figure_id, -sum(v.amount), -count(*)
  from changed v join reports r on r.id = v.report_id, unnest(r.path) as node
  where v.accepted and v.amount is not null
  group by r.round_id, node, v.figure_id
  order by r.round_id, v.figure_id, node
  on conflict (round_id, unit_id, figure_id) do update
    set amount = total.amount + excluded.amount, reported = total.reported + excluded.reported;
  return null;
end $$;

-- A change of many values gains and loses at once: one statement, so one order of keys.
create function move_totals() returns trigger language plpgsql as $$
begin
  insert into figure_totals as total (round_id, unit_id, figure_id, amount, reported)
  select r.round_id, node, v.figure_id, sum(v.amount), sum(v.reported)
  from (
    select report_id, figure_id, amount, 1 as reported from gained
    where accepted and amount is not null
    union all
    select report_id, figure_id, -amount, -1 from lost
    where accepted and amount is not null
  ) v join reports r on r.id = v.report_id, unnest(r.path) as node
  group by r.round_id, node, v.figure_id
  having sum(v.amount) <> 0 or sum(v.reported) <> 0
  order by r.round_id, v.figure_id, node
  on conflict (round_id, unit_id, figure_id) do update
    set amount = total.amount + excluded.amount, reported = total.reported + excluded.reported;
  return null;
end $$;

create trigger values_added after insert on report_values
  referencing new table as changed for each statement execute function gain_totals();
create trigger values_changed after update on report_values
  referencing old table as lost new table as gained
  for each statement execute function move_totals();
create trigger values_removed after delete on report_values
  referencing old table as changed for each statement execute function lose_totals();

-- An adjustment counts from its level up; it is taken back by its opposite, never erased.
create function adjust_totals() returns trigger language plpgsql as $$
begin
  insert into figure_totals as total (round_id, unit_id, figure_id, amount, reported)
  select new.round_id, node, new.figure_id, new.delta, 0
  from unnest(new.path) as node order by node
  on conflict (round_id, unit_id, figure_id) do update
    set amount = total.amount + excluded.amount;
  return null;
end $$;
create trigger adjustments_added after insert on adjustments
  for each row execute function adjust_totals();
create trigger adjustments_stay before update or delete on adjustments
  for each row execute function refuse_rewriting();
