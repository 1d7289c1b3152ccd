-- The report that writes itself: its blocks while a draft, and what was issued, frozen.

create table document_numbers (
  unit_id uuid not null references units,
  year integer not null,
  series text not null,                      -- the kind of document: BC, KH, …
  last_number integer not null,
  primary key (unit_id, year, series)
);

create table consolidated_reports (
  id uuid primary key,
  round_id uuid not null unique references rounds,
  issuer_id uuid not null references units,
  status text not null default 'draft' check (status in ('draft', 'issued')),
  version integer not null default 0,
  header jsonb not null,                     -- issuer lines, addressee, legal bases, recipients, signature
  created_at timestamptz not null,
  created_by uuid references persons
);

create table report_blocks (
  id uuid primary key,
  consolidated_report_id uuid not null references consolidated_reports on delete cascade,
  position integer not null,
  kind text not null,                        -- heading, text, figures, difficulties, exemplars, missing, annex
  clause_path text,
  heading text,
  body text not null default '',             -- officer's text; {{slug}} is a live figure
  options jsonb not null default '{}',
  edited_by uuid references persons,
  edited_at timestamptz
);
create index report_blocks_report on report_blocks (consolidated_report_id, position);

create table issued_documents (
  id uuid primary key,
  consolidated_report_id uuid not null unique references consolidated_reports,
  kind text not null,
  number integer not null,
  symbol text not null,
  issued_on date not null,
  unit_id uuid not null references units,
  title text not null,
  description jsonb not null,                -- the document as text: names, titles and figures frozen
  figures jsonb not null,                    -- ref -> value at issue
  fingerprint text not null,
  docx bytea not null,
  pdf bytea not null,
  issued_at timestamptz not null,
  person_id uuid references persons,
  person_name text not null
);
create unique index issued_documents_number
  on issued_documents (unit_id, kind, (extract(year from issued_on)), number);
create trigger issued_documents_frozen before update or delete on issued_documents
  for each row execute function refuse_rewriting();

create table errata (
  id uuid primary key,
  issued_document_id uuid not null references issued_documents,
  lines jsonb not null,                      -- [{ref, name, was, now}]
  note text,
  at timestamptz not null,
  person_id uuid references persons,
  person_name text not null
);

create table mails (
  id uuid primary key,
  person_id uuid not null references persons,
  kind text not null,
  key text not null unique,                  -- one digest per person and day
  address text,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  tries integer not null default 0,
  last_error text
);
create index mails_waiting on mails (created_at) where sent_at is null;

create table calendar_feeds (
  person_id uuid primary key references persons,
  token_hash bytea not null unique,
  created_at timestamptz not null
);
