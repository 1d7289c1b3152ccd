-- A sheet that was sent in with faults waits here, with the reasons written into it, until the
-- person has fetched it; a week later it goes. Nothing of it has reached the report.

create table marked_sheets (
  id uuid primary key,
  report_id uuid not null references reports,
  person_id uuid not null references persons,
  at timestamptz not null,
  file_name text not null,
  bytes bytea not null
);
create index marked_sheets_at on marked_sheets (at);
