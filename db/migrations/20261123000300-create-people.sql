-- People, their accounts, the positions they hold and the duties they carry, for a time.

create table persons (
  id uuid primary key,
  full_name text not null,
  email text,
  phone text,
  is_story boolean not null default false,   -- made up for the story data
  folded text not null generated always as (fold(full_name)) stored
);

create table accounts (
  person_id uuid primary key references persons,
  login text not null unique check (login = lower(login)),
  password_hash text not null,
  must_change_password boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references persons,
  disabled_at timestamptz
);

create table positions (
  id uuid primary key,
  person_id uuid not null references persons,
  unit_id uuid not null references units,
  title text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index positions_person on positions (person_id);
create index positions_unit on positions (unit_id);

create table duties (
  id uuid primary key,
  person_id uuid not null references persons,
  unit_id uuid not null references units,
  duty text not null,
  valid_from date not null,
  valid_to date,
  granted_by uuid references persons,
  check (valid_to is null or valid_to >= valid_from)
);
create index duties_person on duties (person_id);
create index duties_unit on duties (unit_id, duty);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references persons,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text not null,
  address text not null
);
create index sessions_person on sessions (person_id, last_seen_at);

-- Brakes on guessing: failures count by login together with the place they came from.
create table sign_in_attempts (
  id uuid primary key,
  login text not null,
  address text not null,
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempts_recent on sign_in_attempts (login, at);
create index sign_in_attempts_address on sign_in_attempts (address, at);
