-- Movements, their living plan, and what hangs on its clauses.

create table movements (
  id uuid primary key,
  name text not null,
  short_name text not null,
  parent_id uuid references movements,
  from_year integer not null,
  to_year integer not null check (to_year >= from_year)
);

create table movement_roles (
  key text primary key,
  name text not null,
  position integer not null
);

create table role_holders (
  id uuid primary key,
  movement_id uuid not null references movements,
  role text not null references movement_roles,
  unit_id uuid not null references units,
  valid_from date not null,
  valid_to date,
  source text not null,
  confirmed boolean not null default true,
  exclude using gist (movement_id with =, role with =, unit_id with =,
                      daterange(valid_from, valid_to, '[]') with &&)
);
create index role_holders_unit on role_holders (unit_id);

create table emulation_blocks (
  id uuid primary key,
  movement_id uuid not null references movements,
  year integer not null,
  name text not null,
  source text not null,
  confirmed boolean not null default false,
  unique (movement_id, year, name)
);
create table block_members (
  block_id uuid not null references emulation_blocks,
  unit_id uuid not null references units,
  primary key (block_id, unit_id)
);

create table plans (
  id uuid primary key,
  movement_id uuid not null references movements,
  kind text not null,
  number text,
  symbol text,
  title text not null,
  place text,
  issued_on date,
  issued_year integer,
  issuer_name text,
  signature jsonb not null default '{}',     -- authority lines, position, name as printed
  file_name text not null,
  file_bytes bytea not null,
  file_sha256 text not null,
  imported_at timestamptz not null,
  imported_by uuid references persons,
  unique (movement_id, file_sha256)
);

create table plan_notices (
  id uuid primary key,
  plan_id uuid not null references plans on delete cascade,
  position integer not null,
  kind text not null,
  path text,
  message text not null,
  settled_at timestamptz
);

create table clauses (
  id uuid primary key,
  plan_id uuid not null references plans on delete cascade,
  parent_id uuid references clauses on delete cascade,
  position integer not null,
  kind text not null,
  marker text not null default '',
  path text not null,
  heading text,
  text text not null default '',
  valid_from date,
  valid_to date
);
create index clauses_plan on clauses (plan_id, position);

create table tasks (
  id uuid primary key,
  clause_id uuid not null references clauses on delete cascade,
  position integer not null,
  name text not null,
  due_rule jsonb not null,                   -- see due-rule.ts
  evidence text not null,                    -- report, document, figure, activity
  valid_from date,
  valid_to date
);
create index tasks_clause on tasks (clause_id);
create table task_roles (
  task_id uuid not null references tasks on delete cascade,
  role text not null references movement_roles,
  part text not null check (part in ('lead', 'with')),
  primary key (task_id, role)
);

create table targets (
  id uuid primary key,
  clause_id uuid not null references clauses on delete cascade,
  position integer not null,
  name text not null,
  measure text not null,
  better text not null check (better in ('lower', 'higher')),
  figure_id uuid,
  source text not null,
  confirmed boolean not null default false
);
create table target_values (
  target_id uuid not null references targets on delete cascade,
  year integer not null,
  planned numeric,
  reached numeric,
  source text,
  confirmed boolean not null default false,
  primary key (target_id, year)
);
