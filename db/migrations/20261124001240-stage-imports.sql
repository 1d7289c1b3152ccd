-- A workbook on its way in, so that 100,000 households pass with flat memory. The file lies in
-- pieces: as one value it would stand in the server's memory three times. What was read of it has
-- columns of its own types instead of a document a row (measured: half the time), and is not logged,
-- for whatever a crash takes can be read again from the file.

alter table household_imports drop column file;
-- The commune that the file speaks of where no column of it names one.
alter table household_imports add commune_id uuid;

create table import_pieces (
  import_id uuid not null,
  place integer not null,
  bytes bytea not null,
  primary key (import_id, place)
);
alter table import_pieces alter bytes set storage external; -- packed already

drop table import_rows;
-- One household of the file. Null in a column of facts: the file does not say, what is known stays.
create unlogged table import_rows (
  import_id uuid not null,
  commune_id uuid not null,
  place integer not null,                    -- among the households of the file
  household_id uuid not null,                -- known one, or the one it will be
  change text not null check (change in ('new', 'changed', 'same', 'wrong')),
  seen integer,                              -- version of its review as read; null: not in the round
  code text,
  village_id uuid,
  area_type text,
  head_name text,
  sex text,
  birth_year integer,
  birth_date date,
  ethnicity text,
  citizen_number text,
  members integer,
  opening text not null,
  opening_members integer not null,
  listed text,
  income_score integer,
  deprived text[],
  closing text,                              -- what follows from the scores; null: not surveyed
  children integer,
  children_health integer,
  children_school integer,
  marks text[],
  reason text,
  surveyed_on date,
  surveyor_name text,
  note text,
  primary key (import_id, commune_id, place)
);
create unlogged table import_members (
  import_id uuid not null,
  commune_id uuid not null,
  household_id uuid not null,
  member_no integer not null,                -- in the file; 0: only the head, the file lists no members
  relation text not null,
  sex text,
  birth_year integer,
  birth_date date,
  ethnicity text,
  full_name text not null,
  citizen_number text,
  insured boolean,
  nourished boolean,
  studying boolean
);
create index import_members_commune on import_members (import_id, commune_id);

-- What the file would do to each commune, and did.
create table import_communes (
  import_id uuid not null,
  commune_id uuid not null,
  commune_name text not null,
  fresh integer not null,
  changed integer not null,
  same integer not null,
  wrong integer not null,
  duplicates integer not null,
  refusal text,                              -- why nothing of it can be, or was, applied
  applied_at timestamptz,
  primary key (import_id, commune_id)
);
