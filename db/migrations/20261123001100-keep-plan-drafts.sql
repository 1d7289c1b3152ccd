-- An imported plan is a draft until someone has looked at the tree; `version` counts changes of
-- the tree, so that of two editors at once the later one is told.
alter table plans add column is_draft boolean not null default false;
alter table plans add column version integer not null default 0;

-- What was done of a task in a year, with the proof in words: signed once, never overwritten.
create table task_results (
  task_id uuid not null references tasks on delete cascade,
  year integer not null,
  done_on date not null,
  proof text not null check (btrim(proof) <> ''),
  at timestamptz not null,
  person_id uuid references persons,
  person_name text not null,
  primary key (task_id, year)
);
