-- Generated from db/migrations; never edited by hand.

create table accounts (
  person_id uuid not null,
  login text not null,
  password_hash text not null,
  must_change_password boolean default false not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  disabled_at timestamp with time zone,
  constraint accounts_login_key UNIQUE (login),
  constraint accounts_pkey PRIMARY KEY (person_id),
  constraint accounts_created_by_fkey FOREIGN KEY (created_by) REFERENCES persons(id),
  constraint accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint accounts_login_check CHECK ((login = lower(login)))
);

create table adjustments (
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  figure_id uuid not null,
  path uuid[] not null,
  delta numeric not null,
  reason text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  position_title text not null,
  constraint adjustments_pkey PRIMARY KEY (id),
  constraint adjustments_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint adjustments_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint adjustments_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint adjustments_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint adjustments_delta_check CHECK ((delta <> (0)::numeric)),
  constraint adjustments_reason_check CHECK ((btrim(reason) <> ''::text))
);

create table block_members (
  block_id uuid not null,
  unit_id uuid not null,
  constraint block_members_pkey PRIMARY KEY (block_id, unit_id),
  constraint block_members_block_id_fkey FOREIGN KEY (block_id) REFERENCES emulation_blocks(id),
  constraint block_members_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table calendar_feeds (
  person_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash),
  constraint calendar_feeds_pkey PRIMARY KEY (person_id),
  constraint calendar_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);

create table class_requests (
  commune_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  wish text not null,
  received_on date not null,
  content text not null,
  due_on date not null,
  at timestamp with time zone not null,
  person_name text not null,
  standard_id uuid not null,
  area_type text not null,
  income_score integer,
  deprived text[],
  result text,
  granted boolean,
  reason text,
  number integer,
  decided_on date,
  signer_name text,
  signer_title text,
  decided_at timestamp with time zone,
  village_id uuid not null,
  code text not null,
  person_id uuid not null,
  surveyed_on date,
  surveyor_name text,
  because text,
  version integer default 0 not null,
  decided_by uuid,
  document jsonb,
  fingerprint text,
  surveyed_by uuid,
  class_before text not null,
  constraint class_requests_pkey PRIMARY KEY (commune_id, id),
  constraint class_requests_check CHECK (((granted IS NULL) = (decided_on IS NULL))),
  constraint class_requests_check1 CHECK (((granted IS NOT FALSE) OR (btrim(reason) <> ''::text))),
  constraint class_requests_check2 CHECK (((decided_by IS NULL) OR (decided_by <> person_id))),
  constraint class_requests_check3 CHECK (((document IS NULL) = (decided_on IS NULL))),
  constraint class_requests_check4 CHECK (((decided_by IS NULL) OR (surveyed_by IS NULL) OR (decided_by <> surveyed_by))),
  constraint class_requests_class_before_check CHECK ((class_before = ANY (ARRAY['poor'::text, 'near-poor'::text, 'not-poor'::text]))),
  constraint class_requests_content_check CHECK ((btrim(content) <> ''::text)),
  constraint class_requests_result_check CHECK ((result = ANY (ARRAY['poor'::text, 'near-poor'::text, 'not-poor'::text]))),
  constraint class_requests_wish_check CHECK ((wish = ANY (ARRAY['poor'::text, 'near-poor'::text, 'leave'::text])))
);

create table clauses (
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  "position" integer not null,
  kind text not null,
  marker text default ''::text not null,
  path text not null,
  heading text,
  text text default ''::text not null,
  valid_from date,
  valid_to date,
  constraint clauses_pkey PRIMARY KEY (id),
  constraint clauses_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES clauses(id) ON DELETE CASCADE,
  constraint clauses_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
);

create table column_matches (
  office_id uuid not null,
  heading text not null,
  meaning text not null,
  at timestamp with time zone not null,
  constraint column_matches_pkey PRIMARY KEY (office_id, heading)
);

create table commune_reviews (
  commune_id uuid not null,
  round_id uuid not null,
  commune_name text not null,
  office_id uuid not null,
  district_id uuid,
  status text default 'open'::text not null,
  version integer default 0 not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  constraint commune_reviews_pkey PRIMARY KEY (commune_id, round_id),
  constraint commune_reviews_round_id_fkey FOREIGN KEY (round_id) REFERENCES review_rounds(id),
  constraint commune_reviews_status_check CHECK ((status = ANY (ARRAY['open'::text, 'posted'::text, 'recognised'::text])))
);

create table consolidated_reports (
  id uuid not null,
  round_id uuid not null,
  issuer_id uuid not null,
  status text default 'draft'::text not null,
  version integer default 0 not null,
  header jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint consolidated_reports_round_id_key UNIQUE (round_id),
  constraint consolidated_reports_pkey PRIMARY KEY (id),
  constraint consolidated_reports_created_by_fkey FOREIGN KEY (created_by) REFERENCES persons(id),
  constraint consolidated_reports_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES units(id),
  constraint consolidated_reports_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint consolidated_reports_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text])))
);

create table deprivation_indicators (
  standard_id uuid not null,
  key text not null,
  "position" integer not null,
  dimension text not null,
  name text not null,
  deprived_when text not null,
  source text not null,
  confirmed boolean default false not null,
  constraint deprivation_indicators_standard_id_position_key UNIQUE (standard_id, "position"),
  constraint deprivation_indicators_pkey PRIMARY KEY (standard_id, key),
  constraint deprivation_indicators_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES poverty_standards(id)
);

create table document_numbers (
  unit_id uuid not null,
  year integer not null,
  series text not null,
  last_number integer not null,
  constraint document_numbers_pkey PRIMARY KEY (unit_id, year, series),
  constraint document_numbers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table duties (
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  duty text not null,
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  constraint duties_pkey PRIMARY KEY (id),
  constraint duties_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES persons(id),
  constraint duties_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint duties_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint duties_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table emulation_blocks (
  id uuid not null,
  movement_id uuid not null,
  year integer not null,
  name text not null,
  source text not null,
  confirmed boolean default false not null,
  constraint emulation_blocks_movement_id_year_name_key UNIQUE (movement_id, year, name),
  constraint emulation_blocks_pkey PRIMARY KEY (id),
  constraint emulation_blocks_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movements(id)
);

create table errata (
  id uuid not null,
  issued_document_id uuid not null,
  lines jsonb not null,
  note text,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint errata_pkey PRIMARY KEY (id),
  constraint errata_issued_document_id_fkey FOREIGN KEY (issued_document_id) REFERENCES issued_documents(id),
  constraint errata_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);

create table events (
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  noun text not null,
  subject_id uuid not null,
  verb text not null,
  detail jsonb default '{}'::jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  constraint events_id_key UNIQUE (id),
  constraint events_pkey PRIMARY KEY (seq)
);

create table extensions (
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  until date not null,
  reason text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint extensions_pkey PRIMARY KEY (id),
  constraint extensions_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint extensions_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint extensions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint extensions_reason_check CHECK ((btrim(reason) <> ''::text))
);

create table figure_totals (
  round_id uuid not null,
  unit_id uuid not null,
  figure_id uuid not null,
  amount numeric default 0 not null,
  reported integer default 0 not null,
  constraint figure_totals_pkey PRIMARY KEY (round_id, unit_id, figure_id),
  constraint figure_totals_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint figure_totals_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint figure_totals_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table figures (
  id uuid not null,
  movement_id uuid not null,
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  measure text default ''::text not null,
  numerator_id uuid,
  denominator_id uuid,
  better text,
  follows_review boolean default false not null,
  clause_path text,
  source text not null,
  confirmed boolean default false not null,
  constraint figures_movement_id_slug_key UNIQUE (movement_id, slug),
  constraint figures_pkey PRIMARY KEY (id),
  constraint figures_denominator_id_fkey FOREIGN KEY (denominator_id) REFERENCES figures(id),
  constraint figures_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movements(id),
  constraint figures_numerator_id_fkey FOREIGN KEY (numerator_id) REFERENCES figures(id),
  constraint figures_better_check CHECK ((better = ANY (ARRAY['lower'::text, 'higher'::text]))),
  constraint figures_check CHECK (((kind = 'ratio'::text) = ((numerator_id IS NOT NULL) AND (denominator_id IS NOT NULL)))),
  constraint figures_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'money'::text, 'ratio'::text, 'text'::text, 'list'::text])))
);

create table form_checks (
  id uuid not null,
  form_id uuid not null,
  "position" integer not null,
  terms jsonb not null,
  relation text not null,
  result text not null,
  message text not null,
  constraint form_checks_pkey PRIMARY KEY (id),
  constraint form_checks_form_id_fkey FOREIGN KEY (form_id) REFERENCES forms(id) ON DELETE CASCADE,
  constraint form_checks_relation_check CHECK ((relation = ANY (ARRAY['='::text, '<='::text])))
);

create table form_fields (
  id uuid not null,
  section_id uuid not null,
  figure_id uuid not null,
  "position" integer not null,
  roles text[] not null,
  required boolean default true not null,
  minimum numeric,
  maximum numeric,
  warn_change_percent numeric,
  prefill text,
  hint text,
  constraint form_fields_section_id_figure_id_key UNIQUE (section_id, figure_id),
  constraint form_fields_pkey PRIMARY KEY (id),
  constraint form_fields_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint form_fields_section_id_fkey FOREIGN KEY (section_id) REFERENCES form_sections(id) ON DELETE CASCADE
);

create table form_sections (
  id uuid not null,
  form_id uuid not null,
  "position" integer not null,
  title text not null,
  clause_path text,
  constraint form_sections_form_id_position_key UNIQUE (form_id, "position"),
  constraint form_sections_pkey PRIMARY KEY (id),
  constraint form_sections_form_id_fkey FOREIGN KEY (form_id) REFERENCES forms(id) ON DELETE CASCADE
);

create table forms (
  id uuid not null,
  movement_id uuid not null,
  name text not null,
  copied_from uuid,
  created_at timestamp with time zone not null,
  constraint forms_pkey PRIMARY KEY (id),
  constraint forms_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES forms(id),
  constraint forms_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movements(id)
);

create table household_duplicates (
  commune_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  likeness text not null,
  found_at timestamp with time zone not null,
  verdict text,
  reason text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decider_name text,
  constraint household_duplicates_commune_id_first_id_second_id_key UNIQUE (commune_id, first_id, second_id),
  constraint household_duplicates_pkey PRIMARY KEY (commune_id, id),
  constraint household_duplicates_check CHECK (((verdict IS NULL) = (decided_at IS NULL))),
  constraint household_duplicates_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text])))
);

create table household_imports (
  id uuid not null,
  round_id uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  at timestamp with time zone not null,
  file_name text not null,
  fingerprint text not null,
  status text not null,
  columns jsonb,
  rows_read integer default 0 not null,
  rows_expected integer,
  progress_at timestamp with time zone not null,
  summary jsonb,
  broken text,
  commune_id uuid,
  seen_event bigint default 0 not null,
  constraint household_imports_pkey PRIMARY KEY (id),
  constraint household_imports_round_id_fkey FOREIGN KEY (round_id) REFERENCES review_rounds(id),
  constraint household_imports_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'matching'::text, 'reading'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'broken'::text])))
);

create table household_members (
  province_id uuid not null,
  household_id uuid not null,
  member_no integer not null,
  relation text not null,
  sex text not null,
  birth_year integer not null,
  ethnicity text not null,
  insured boolean,
  nourished boolean,
  studying boolean,
  valid_from date not null,
  valid_to date,
  constraint household_members_pkey PRIMARY KEY (province_id, household_id, member_no),
  constraint household_members_sex_check CHECK ((sex = ANY (ARRAY['m'::text, 'f'::text])))
);

create table household_residences (
  province_id uuid not null,
  household_id uuid not null,
  valid_from date not null,
  valid_to date,
  village_id uuid not null,
  area_type text not null,
  constraint household_residences_pkey PRIMARY KEY (province_id, household_id, valid_from),
  constraint household_residences_area_type_check CHECK ((area_type = ANY (ARRAY['rural'::text, 'urban'::text]))),
  constraint household_residences_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table household_reviews (
  commune_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  village_id uuid not null,
  code text not null,
  area_type text not null,
  listed text,
  income_score integer,
  deprived text[],
  surveyed_on date,
  surveyor_name text,
  opening text not null,
  closing text,
  relapsed boolean default false not null,
  reason text,
  opening_members integer not null,
  members integer not null,
  children integer default 0 not null,
  children_health integer default 0 not null,
  children_school integer default 0 not null,
  ethnicity text not null,
  marks text[] default '{}'::text[] not null,
  note text,
  version integer default 0 not null,
  constraint household_reviews_pkey PRIMARY KEY (commune_id, round_id, household_id),
  constraint household_reviews_area_type_check CHECK ((area_type = ANY (ARRAY['rural'::text, 'urban'::text]))),
  constraint household_reviews_check CHECK (((opening = 'absent'::text) <= (opening_members = 0))),
  constraint household_reviews_check1 CHECK (((closing = 'gone'::text) <= ((members = 0) AND (reason IS NOT NULL)))),
  constraint household_reviews_check2 CHECK (((NOT relapsed) OR ((opening = 'not-poor'::text) AND (closing = ANY (ARRAY['poor'::text, 'near-poor'::text]))))),
  constraint household_reviews_closing_check CHECK ((closing = ANY (ARRAY['gone'::text, 'poor'::text, 'near-poor'::text, 'not-poor'::text]))),
  constraint household_reviews_income_score_check CHECK ((income_score >= 0)),
  constraint household_reviews_listed_check CHECK ((listed = ANY (ARRAY['last-list'::text, 'requested'::text, 'found'::text]))),
  constraint household_reviews_members_check CHECK ((members >= 0)),
  constraint household_reviews_opening_check CHECK ((opening = ANY (ARRAY['absent'::text, 'poor'::text, 'near-poor'::text, 'not-poor'::text]))),
  constraint household_reviews_opening_members_check CHECK ((opening_members >= 0)),
  constraint household_reviews_reason_check CHECK ((reason = ANY (ARRAY['moved-in'::text, 'split-off'::text, 'formed'::text, 'moved-away'::text, 'died-out'::text, 'merged'::text, 'split-up'::text])))
);

create table households (
  province_id uuid not null,
  id uuid not null,
  code text not null,
  head_no integer default 1 not null,
  formed_on date not null,
  ended_on date,
  end_reason text,
  made_up boolean default false not null,
  split_from uuid,
  constraint households_province_id_code_key UNIQUE (province_id, code),
  constraint households_pkey PRIMARY KEY (province_id, id),
  constraint households_check CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  constraint households_end_reason_check CHECK ((end_reason = ANY (ARRAY['moved-away'::text, 'died-out'::text, 'merged'::text, 'split-up'::text])))
);

create table identity_readings (
  commune_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  person_name text not null,
  position_title text not null,
  purpose text not null,
  household_ids uuid[] not null,
  constraint identity_readings_pkey PRIMARY KEY (commune_id, id),
  constraint identity_readings_purpose_check CHECK ((btrim(purpose) <> ''::text))
);

create table import_communes (
  import_id uuid not null,
  commune_id uuid not null,
  commune_name text not null,
  fresh integer not null,
  changed integer not null,
  same integer not null,
  wrong integer not null,
  duplicates integer not null,
  refusal text,
  applied_at timestamp with time zone,
  constraint import_communes_pkey PRIMARY KEY (import_id, commune_id)
);

create table import_faults (
  import_id uuid not null,
  sheet text not null,
  row_number integer not null,
  "position" integer not null,
  column_name text not null,
  message text not null,
  constraint import_faults_pkey PRIMARY KEY (import_id, sheet, row_number, "position")
);

create unlogged table import_members (
  import_id uuid not null,
  commune_id uuid not null,
  household_id uuid not null,
  member_no integer not null,
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

create table import_pieces (
  import_id uuid not null,
  place integer not null,
  bytes bytea not null,
  constraint import_pieces_pkey PRIMARY KEY (import_id, place)
);

create unlogged table import_rows (
  import_id uuid not null,
  commune_id uuid not null,
  place integer not null,
  household_id uuid not null,
  change text not null,
  seen integer,
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
  closing text,
  children integer,
  children_health integer,
  children_school integer,
  marks text[],
  reason text,
  surveyed_on date,
  surveyor_name text,
  note text,
  constraint import_rows_pkey PRIMARY KEY (import_id, commune_id, place),
  constraint import_rows_change_check CHECK ((change = ANY (ARRAY['new'::text, 'changed'::text, 'same'::text, 'wrong'::text])))
);

create table issued_documents (
  id uuid not null,
  consolidated_report_id uuid not null,
  kind text not null,
  number integer not null,
  symbol text not null,
  issued_on date not null,
  unit_id uuid not null,
  title text not null,
  description jsonb not null,
  figures jsonb not null,
  fingerprint text not null,
  docx bytea not null,
  pdf bytea not null,
  issued_at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint issued_documents_consolidated_report_id_key UNIQUE (consolidated_report_id),
  constraint issued_documents_pkey PRIMARY KEY (id),
  constraint issued_documents_consolidated_report_id_fkey FOREIGN KEY (consolidated_report_id) REFERENCES consolidated_reports(id),
  constraint issued_documents_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint issued_documents_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table levels (
  key text not null,
  name text not null,
  rank integer not null,
  constraint levels_rank_key UNIQUE (rank),
  constraint levels_pkey PRIMARY KEY (key)
);

create table mails (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  key text not null,
  address text,
  subject text not null,
  body text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  tries integer default 0 not null,
  last_error text,
  constraint mails_key_key UNIQUE (key),
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);

create table marked_sheets (
  id uuid not null,
  report_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  file_name text not null,
  bytes bytea not null,
  constraint marked_sheets_pkey PRIMARY KEY (id),
  constraint marked_sheets_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint marked_sheets_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id)
);

create table member_identities (
  province_id uuid not null,
  household_id uuid not null,
  member_no integer not null,
  full_name text not null,
  birth_date date,
  citizen_number text,
  constraint member_identities_pkey PRIMARY KEY (province_id, household_id, member_no)
);

create table movement_roles (
  key text not null,
  name text not null,
  "position" integer not null,
  constraint movement_roles_pkey PRIMARY KEY (key)
);

create table movements (
  id uuid not null,
  name text not null,
  short_name text not null,
  parent_id uuid,
  from_year integer not null,
  to_year integer not null,
  constraint movements_pkey PRIMARY KEY (id),
  constraint movements_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES movements(id),
  constraint movements_check CHECK ((to_year >= from_year))
);

create table official_figures (
  id uuid not null,
  figure_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  amount numeric not null,
  source text not null,
  made_up boolean default false not null,
  recorded_at timestamp with time zone not null,
  person_id uuid,
  constraint official_figures_figure_id_unit_id_year_key UNIQUE (figure_id, unit_id, year),
  constraint official_figures_pkey PRIMARY KEY (id),
  constraint official_figures_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint official_figures_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint official_figures_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table persons (
  id uuid not null,
  full_name text not null,
  email text,
  phone text,
  is_story boolean default false not null,
  folded text generated always as (fold(full_name)) stored not null,
  constraint persons_pkey PRIMARY KEY (id)
);

create table plan_notices (
  id uuid not null,
  plan_id uuid not null,
  "position" integer not null,
  kind text not null,
  path text,
  message text not null,
  settled_at timestamp with time zone,
  constraint plan_notices_pkey PRIMARY KEY (id),
  constraint plan_notices_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE
);

create table plans (
  id uuid not null,
  movement_id uuid not null,
  kind text not null,
  number text,
  symbol text,
  title text not null,
  place text,
  issued_on date,
  issued_year integer,
  issuer_name text,
  signature jsonb default '{}'::jsonb not null,
  file_name text not null,
  file_bytes bytea not null,
  file_sha256 text not null,
  imported_at timestamp with time zone not null,
  imported_by uuid,
  is_draft boolean default false not null,
  version integer default 0 not null,
  constraint plans_movement_id_file_sha256_key UNIQUE (movement_id, file_sha256),
  constraint plans_pkey PRIMARY KEY (id),
  constraint plans_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES persons(id),
  constraint plans_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movements(id)
);

create table positions (
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  constraint positions_pkey PRIMARY KEY (id),
  constraint positions_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint positions_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint positions_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table poverty_lines (
  standard_id uuid not null,
  area_type text not null,
  income_line numeric not null,
  average_line numeric,
  sure_score integer,
  score_line integer,
  source text not null,
  confirmed boolean default false not null,
  constraint poverty_lines_pkey PRIMARY KEY (standard_id, area_type),
  constraint poverty_lines_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES poverty_standards(id),
  constraint poverty_lines_area_type_check CHECK ((area_type = ANY (ARRAY['rural'::text, 'urban'::text])))
);

create table poverty_standards (
  id uuid not null,
  name text not null,
  first_year integer not null,
  last_year integer not null,
  points_each integer default 10 not null,
  deprivation_cut integer default 30 not null,
  source text not null,
  confirmed boolean default false not null,
  version integer default 0 not null,
  constraint poverty_standards_pkey PRIMARY KEY (id),
  constraint poverty_standards_check CHECK ((last_year >= first_year))
);

create table report_blocks (
  id uuid not null,
  consolidated_report_id uuid not null,
  "position" integer not null,
  kind text not null,
  clause_path text,
  heading text,
  body text default ''::text not null,
  options jsonb default '{}'::jsonb not null,
  edited_by uuid,
  edited_at timestamp with time zone,
  constraint report_blocks_pkey PRIMARY KEY (id),
  constraint report_blocks_consolidated_report_id_fkey FOREIGN KEY (consolidated_report_id) REFERENCES consolidated_reports(id) ON DELETE CASCADE,
  constraint report_blocks_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES persons(id)
);

create table report_returns (
  id uuid not null,
  report_id uuid not null,
  figure_id uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  settled_at timestamp with time zone,
  constraint report_returns_pkey PRIMARY KEY (id),
  constraint report_returns_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint report_returns_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint report_returns_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id),
  constraint report_returns_reason_check CHECK ((btrim(reason) <> ''::text))
);

create table report_steps (
  id uuid not null,
  report_id uuid not null,
  step text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  position_title text not null,
  note text,
  constraint report_steps_pkey PRIMARY KEY (id),
  constraint report_steps_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint report_steps_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id)
);

create table report_values (
  report_id uuid not null,
  figure_id uuid not null,
  amount numeric,
  words text,
  items jsonb,
  kept_reason text,
  source text default 'typed'::text not null,
  accepted boolean default false not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint report_values_pkey PRIMARY KEY (report_id, figure_id),
  constraint report_values_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint report_values_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id),
  constraint report_values_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES persons(id)
);

create table reports (
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  role text not null,
  parent_id uuid,
  receiver_id uuid not null,
  path uuid[] not null,
  area_id uuid,
  status text default 'open'::text not null,
  version integer default 0 not null,
  nil boolean default false not null,
  sent_on date,
  minutes numeric default 0 not null,
  constraint reports_round_id_unit_id_key UNIQUE (round_id, unit_id),
  constraint reports_pkey PRIMARY KEY (id),
  constraint reports_area_id_fkey FOREIGN KEY (area_id) REFERENCES units(id),
  constraint reports_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id),
  constraint reports_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES units(id),
  constraint reports_role_fkey FOREIGN KEY (role) REFERENCES movement_roles(key),
  constraint reports_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint reports_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint reports_status_check CHECK ((status = ANY (ARRAY['open'::text, 'prepared'::text, 'submitted'::text, 'received'::text, 'returned'::text, 'accepted'::text])))
);

create table review_explanations (
  commune_id uuid not null,
  round_id uuid not null,
  table_key text not null,
  households integer not null,
  members integer not null,
  reason text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint review_explanations_pkey PRIMARY KEY (commune_id, round_id, table_key),
  constraint review_explanations_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint review_explanations_table_key_check CHECK ((table_key = ANY (ARRAY['poor'::text, 'near-poor'::text])))
);

create table review_objections (
  commune_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  household_id uuid,
  said_by text not null,
  received_on date not null,
  content text not null,
  at timestamp with time zone not null,
  person_name text not null,
  outcome text,
  answer text,
  closed_at timestamp with time zone,
  closed_by text,
  constraint review_objections_pkey PRIMARY KEY (commune_id, round_id, id),
  constraint review_objections_check CHECK (((outcome IS NULL) = (closed_at IS NULL))),
  constraint review_objections_check1 CHECK (((outcome IS NULL) OR (btrim(answer) <> ''::text))),
  constraint review_objections_content_check CHECK ((btrim(content) <> ''::text)),
  constraint review_objections_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'rejected'::text])))
);

create table review_postings (
  commune_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  posted_on date not null,
  until date not null,
  places text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint review_postings_pkey PRIMARY KEY (commune_id, round_id, id)
);

create table review_recognitions (
  commune_id uuid not null,
  round_id uuid not null,
  number integer not null,
  issued_on date not null,
  signer_name text not null,
  signer_title text not null,
  content jsonb not null,
  fingerprint text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint review_recognitions_pkey PRIMARY KEY (commune_id, round_id)
);

create table review_rounds (
  id uuid not null,
  province_id uuid not null,
  year integer not null,
  previous_id uuid,
  standard_id uuid not null,
  units_on date not null,
  begins_on date not null,
  ends_on date not null,
  posting_days integer default 3 not null,
  agreed_share numeric default 0.5 not null,
  source text not null,
  confirmed boolean default false not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  official_on date,
  official_document text,
  is_story boolean default false not null,
  constraint review_rounds_province_id_year_key UNIQUE (province_id, year),
  constraint review_rounds_pkey PRIMARY KEY (id),
  constraint review_rounds_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES review_rounds(id),
  constraint review_rounds_province_id_fkey FOREIGN KEY (province_id) REFERENCES units(id),
  constraint review_rounds_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES poverty_standards(id),
  constraint review_rounds_check CHECK ((ends_on >= begins_on)),
  constraint review_rounds_check1 CHECK (((official_on IS NULL) = (official_document IS NULL)))
);

create table review_totals (
  commune_id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  mark text not null,
  opening text not null,
  closing text not null,
  relapsed boolean not null,
  reason text not null,
  households integer not null,
  opening_members integer not null,
  members integer not null,
  grew integer not null,
  constraint review_totals_pkey PRIMARY KEY (commune_id, round_id, unit_id, mark, opening, closing, relapsed, reason)
);

create table role_holders (
  id uuid not null,
  movement_id uuid not null,
  role text not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  confirmed boolean default true not null,
  constraint role_holders_movement_id_role_unit_id_daterange_excl EXCLUDE USING gist (movement_id WITH =, role WITH =, unit_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint role_holders_pkey PRIMARY KEY (id),
  constraint role_holders_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movements(id),
  constraint role_holders_role_fkey FOREIGN KEY (role) REFERENCES movement_roles(key),
  constraint role_holders_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
);

create table rounds (
  id uuid not null,
  movement_id uuid not null,
  form_id uuid not null,
  previous_id uuid,
  name text not null,
  kind text not null,
  year integer not null,
  period_from date not null,
  period_to date not null,
  expected_on date not null,
  legal_due date not null,
  legal_inclusive boolean not null,
  legal_source text not null,
  internal_due date,
  locks_on date not null,
  receiver_id uuid not null,
  top_id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  is_story boolean default false not null,
  constraint rounds_pkey PRIMARY KEY (id),
  constraint rounds_form_id_fkey FOREIGN KEY (form_id) REFERENCES forms(id),
  constraint rounds_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movements(id),
  constraint rounds_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES persons(id),
  constraint rounds_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES rounds(id),
  constraint rounds_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES units(id),
  constraint rounds_top_id_fkey FOREIGN KEY (top_id) REFERENCES units(id),
  constraint rounds_check CHECK (((internal_due IS NULL) OR (internal_due <= legal_due))),
  constraint rounds_check1 CHECK ((locks_on >= (legal_due - 1))),
  constraint rounds_kind_check CHECK ((kind = ANY (ARRAY['yearly'::text, 'mid-term'::text, 'final'::text])))
);

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  device text not null,
  address text not null,
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);

create table settings (
  key text not null,
  value jsonb not null,
  constraint settings_pkey PRIMARY KEY (key)
);

create table sign_in_attempts (
  id uuid not null,
  login text not null,
  address text not null,
  at timestamp with time zone not null,
  succeeded boolean not null,
  constraint sign_in_attempts_pkey PRIMARY KEY (id)
);

create table target_values (
  target_id uuid not null,
  year integer not null,
  planned numeric,
  reached numeric,
  source text,
  confirmed boolean default false not null,
  constraint target_values_pkey PRIMARY KEY (target_id, year),
  constraint target_values_target_id_fkey FOREIGN KEY (target_id) REFERENCES targets(id) ON DELETE CASCADE
);

create table targets (
  id uuid not null,
  clause_id uuid not null,
  "position" integer not null,
  name text not null,
  measure text not null,
  better text not null,
  figure_id uuid,
  source text not null,
  confirmed boolean default false not null,
  constraint targets_pkey PRIMARY KEY (id),
  constraint targets_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clauses(id) ON DELETE CASCADE,
  constraint targets_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES figures(id),
  constraint targets_better_check CHECK ((better = ANY (ARRAY['lower'::text, 'higher'::text])))
);

create table task_results (
  task_id uuid not null,
  year integer not null,
  done_on date not null,
  proof text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  constraint task_results_pkey PRIMARY KEY (task_id, year),
  constraint task_results_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  constraint task_results_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE,
  constraint task_results_proof_check CHECK ((btrim(proof) <> ''::text))
);

create table task_roles (
  task_id uuid not null,
  role text not null,
  part text not null,
  constraint task_roles_pkey PRIMARY KEY (task_id, role),
  constraint task_roles_role_fkey FOREIGN KEY (role) REFERENCES movement_roles(key),
  constraint task_roles_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE,
  constraint task_roles_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'with'::text])))
);

create table tasks (
  id uuid not null,
  clause_id uuid not null,
  "position" integer not null,
  name text not null,
  due_rule jsonb not null,
  evidence text not null,
  valid_from date,
  valid_to date,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_clause_id_fkey FOREIGN KEY (clause_id) REFERENCES clauses(id) ON DELETE CASCADE
);

create table unit_periods (
  id uuid not null,
  unit_id uuid not null,
  code text,
  level text not null,
  kind text not null,
  name text not null,
  full_name text not null,
  aliases text default ''::text not null,
  parent_id uuid,
  area_id uuid,
  poor_area boolean,
  valid_from date not null,
  valid_to date,
  source text not null,
  confirmed boolean default true not null,
  folded text generated always as (fold(((full_name || ' '::text) || aliases))) stored not null,
  constraint unit_periods_unit_id_daterange_excl EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint unit_periods_pkey PRIMARY KEY (id),
  constraint unit_periods_area_id_fkey FOREIGN KEY (area_id) REFERENCES units(id),
  constraint unit_periods_level_fkey FOREIGN KEY (level) REFERENCES levels(key),
  constraint unit_periods_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id),
  constraint unit_periods_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id),
  constraint unit_periods_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table unit_successions (
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  on_day date not null,
  kind text not null,
  share numeric default 1 not null,
  scope text,
  source text not null,
  confirmed boolean default true not null,
  constraint unit_successions_from_id_to_id_on_day_key UNIQUE (from_id, to_id, on_day),
  constraint unit_successions_pkey PRIMARY KEY (id),
  constraint unit_successions_from_id_fkey FOREIGN KEY (from_id) REFERENCES units(id),
  constraint unit_successions_to_id_fkey FOREIGN KEY (to_id) REFERENCES units(id),
  constraint unit_successions_kind_check CHECK ((kind = ANY (ARRAY['whole'::text, 'part'::text, 'unchanged'::text, 'duties'::text]))),
  constraint unit_successions_share_check CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
);

create table units (
  id uuid not null,
  sort text not null,
  note text,
  constraint units_pkey PRIMARY KEY (id),
  constraint units_sort_check CHECK ((sort = ANY (ARRAY['area'::text, 'office'::text])))
);

create table village_meetings (
  commune_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  village_id uuid not null,
  held_on date not null,
  place text not null,
  chair_name text not null,
  secretary_name text not null,
  attended integer not null,
  agreed integer not null,
  households integer not null,
  opinions text default ''::text not null,
  at timestamp with time zone not null,
  person_id uuid,
  person_name text not null,
  results jsonb default '[]'::jsonb not null,
  began text,
  ended text,
  constraint village_meetings_pkey PRIMARY KEY (commune_id, round_id, id),
  constraint village_meetings_agreed_check CHECK ((agreed >= 0)),
  constraint village_meetings_attended_check CHECK ((attended > 0)),
  constraint village_meetings_began_check CHECK ((began ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint village_meetings_check CHECK ((agreed <= attended)),
  constraint village_meetings_ended_check CHECK ((ended ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
);

CREATE INDEX adjustments_round ON public.adjustments USING btree (round_id, figure_id, unit_id);

CREATE INDEX class_requests_household ON public.class_requests USING btree (household_id);

CREATE INDEX class_requests_month ON public.class_requests USING btree (commune_id, received_on);

CREATE UNIQUE INDEX class_requests_number ON public.class_requests USING btree (commune_id, EXTRACT(year FROM decided_on), (
CASE
    WHEN (NOT granted) THEN 'CV'::text
    WHEN (result = 'not-poor'::text) THEN 'QĐ'::text
    ELSE 'GCN'::text
END), number) WHERE (decided_on IS NOT NULL);

CREATE UNIQUE INDEX class_requests_one ON public.class_requests USING btree (household_id) WHERE (decided_on IS NULL);

CREATE INDEX class_requests_open ON public.class_requests USING btree (commune_id, due_on) WHERE (decided_on IS NULL);

CREATE INDEX clauses_plan ON public.clauses USING btree (plan_id, "position");

CREATE INDEX commune_reviews_round ON public.commune_reviews USING btree (round_id, status);

CREATE INDEX duties_person ON public.duties USING btree (person_id);

CREATE INDEX duties_unit ON public.duties USING btree (unit_id, duty);

CREATE INDEX events_subject ON public.events USING btree (subject_id, seq);

CREATE INDEX extensions_unit ON public.extensions USING btree (round_id, unit_id, until);

CREATE INDEX household_residences_village ON public.household_residences USING btree (province_id, village_id, valid_to);

CREATE INDEX household_reviews_class ON public.household_reviews USING btree (commune_id, round_id, closing, code);

CREATE INDEX household_reviews_household ON public.household_reviews USING btree (household_id, round_id);

CREATE INDEX household_reviews_list ON public.household_reviews USING btree (commune_id, round_id, code);

CREATE INDEX identity_readings_household ON public.identity_readings USING gin (household_ids);

CREATE INDEX import_members_commune ON public.import_members USING btree (import_id, commune_id);

CREATE UNIQUE INDEX issued_documents_number ON public.issued_documents USING btree (unit_id, kind, EXTRACT(year FROM issued_on), number);

CREATE INDEX mails_waiting ON public.mails USING btree (created_at) WHERE (sent_at IS NULL);

CREATE INDEX marked_sheets_at ON public.marked_sheets USING btree (at);

CREATE INDEX member_identities_number ON public.member_identities USING btree (province_id, citizen_number) WHERE (citizen_number IS NOT NULL);

CREATE INDEX positions_person ON public.positions USING btree (person_id);

CREATE INDEX positions_unit ON public.positions USING btree (unit_id);

CREATE INDEX report_blocks_report ON public.report_blocks USING btree (consolidated_report_id, "position");

CREATE UNIQUE INDEX report_returns_open ON public.report_returns USING btree (report_id, figure_id) WHERE (settled_at IS NULL);

CREATE INDEX report_steps_report ON public.report_steps USING btree (report_id, at);

CREATE INDEX report_values_figure ON public.report_values USING btree (figure_id);

CREATE INDEX reports_receiver ON public.reports USING btree (round_id, receiver_id, status);

CREATE INDEX reports_unit ON public.reports USING btree (unit_id, round_id);

CREATE UNIQUE INDEX review_postings_one ON public.review_postings USING btree (commune_id, round_id) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX review_recognitions_number ON public.review_recognitions USING btree (commune_id, EXTRACT(year FROM issued_on), number);

CREATE INDEX review_totals_commune ON public.review_totals USING btree (round_id, mark) WHERE (unit_id = commune_id);

CREATE INDEX role_holders_unit ON public.role_holders USING btree (unit_id);

CREATE UNIQUE INDEX rounds_one_of_a_kind ON public.rounds USING btree (movement_id, year, kind);

CREATE INDEX sessions_person ON public.sessions USING btree (person_id, last_seen_at);

CREATE INDEX sign_in_attempts_address ON public.sign_in_attempts USING btree (address, at);

CREATE INDEX sign_in_attempts_recent ON public.sign_in_attempts USING btree (login, at);

CREATE INDEX tasks_clause ON public.tasks USING btree (clause_id);

CREATE INDEX unit_periods_area ON public.unit_periods USING btree (area_id);

CREATE INDEX unit_periods_code ON public.unit_periods USING btree (code, valid_from);

CREATE INDEX unit_periods_parent ON public.unit_periods USING btree (parent_id);

CREATE INDEX unit_successions_to ON public.unit_successions USING btree (to_id);

CREATE INDEX village_meetings_village ON public.village_meetings USING btree (commune_id, round_id, village_id, at);

CREATE OR REPLACE FUNCTION public.adjust_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into figure_totals as total (round_id, unit_id, figure_id, amount, reported)
  select new.round_id, node, new.figure_id, new.delta, 0
  from unnest(new.path) as node order by node
  on conflict (round_id, unit_id, figure_id) do update
    set amount = total.amount + excluded.amount;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.area_in_units_of(on_day date)
 RETURNS TABLE(area_id uuid, in_area_id uuid, share numeric)
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 WITH RECURSIVE standing AS (
          SELECT p.unit_id
            FROM unit_periods p
           WHERE holds_on(p.valid_from, p.valid_to, area_in_units_of.on_day)
         ), way AS (
          SELECT u.id AS area_id,
             u.id AS in_area_id,
             (1)::numeric AS share,
             '-infinity'::date AS since
            FROM units u
           WHERE (u.sort = 'area'::text)
         UNION ALL
          SELECT w_1.area_id,
             s.to_id,
             (w_1.share * s.share),
             s.on_day
            FROM (way w_1
              JOIN unit_successions s ON ((s.from_id = w_1.in_area_id)))
           WHERE ((s.kind = ANY (ARRAY['whole'::text, 'part'::text, 'unchanged'::text])) AND (s.on_day > w_1.since) AND (s.on_day <= area_in_units_of.on_day) AND (NOT (EXISTS ( SELECT
                    FROM standing d_1
                   WHERE (d_1.unit_id = w_1.in_area_id)))))
         )
  SELECT w.area_id,
     w.in_area_id,
     sum(w.share) AS sum
    FROM (way w
      JOIN standing d ON ((d.unit_id = w.in_area_id)))
   GROUP BY w.area_id, w.in_area_id;
END
;

CREATE OR REPLACE FUNCTION public.chain_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare last record;
begin
  -- One writer at a time until commit: the number and the hash follow the order of commits.
  perform pg_advisory_xact_lock(731501);
  select seq, hash into last from events order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.previous_hash := last.hash;
  new.hash := sha256(coalesce(last.hash, ''::bytea) || convert_to(concat_ws('|',
    new.seq, new.id, extract(epoch from new.at), new.person_id, new.person_name,
    new.noun, new.subject_id, new.verb, new.detail::text), 'UTF8'));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(regexp_replace(translate(lower(NORMALIZE(words, NFD)), 'đ̛̣̀́̂̃̆̉'::text, 'd'::text), '[̀-ͯ]'::text, ''::text, 'g'::text), '\s{2,}|[^\S ]'::text, ' '::text, 'g'::text))
;

CREATE OR REPLACE FUNCTION public.gain_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.holds_on(valid_from date, valid_to date, on_day date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((valid_from <= on_day) AND ((valid_to IS NULL) OR (valid_to >= on_day)))
;

CREATE OR REPLACE FUNCTION public.keep_review_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.lose_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.move_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_recognised()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the event log only grows' using errcode = 'CT001';
end $function$
;

CREATE OR REPLACE FUNCTION public.unit_name_on(wanted uuid, on_day date)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT unit_periods.full_name
    FROM unit_periods
   WHERE (unit_periods.unit_id = unit_name_on.wanted)
   ORDER BY (unit_periods.valid_from <= unit_name_on.on_day) DESC,
         CASE
             WHEN (unit_periods.valid_from <= unit_name_on.on_day) THEN unit_periods.valid_from
             ELSE NULL::date
         END DESC, unit_periods.valid_from
  LIMIT 1;
END
;

CREATE OR REPLACE FUNCTION public.units_on(on_day date)
 RETURNS TABLE(unit_id uuid, sort text, code text, level text, kind text, name text, full_name text, parent_id uuid, area_id uuid, poor_area boolean, valid_from date, valid_to date)
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT p.unit_id,
     u.sort,
     p.code,
     p.level,
     p.kind,
     p.name,
     p.full_name,
     p.parent_id,
     p.area_id,
     p.poor_area,
     p.valid_from,
     p.valid_to
    FROM (unit_periods p
      JOIN units u ON ((u.id = p.unit_id)))
   WHERE holds_on(p.valid_from, p.valid_to, units_on.on_day);
END
;

CREATE TRIGGER adjustments_added AFTER INSERT ON public.adjustments FOR EACH ROW EXECUTE FUNCTION adjust_totals();

CREATE TRIGGER adjustments_stay BEFORE DELETE OR UPDATE ON public.adjustments FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER class_requests_frozen BEFORE UPDATE ON public.class_requests FOR EACH ROW WHEN ((old.decided_on IS NOT NULL)) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER events_chain BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION chain_event();

CREATE TRIGGER events_never_emptied BEFORE TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER events_only_grow BEFORE DELETE OR UPDATE ON public.events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER reviews_added AFTER INSERT ON public.household_reviews REFERENCING NEW TABLE AS gained FOR EACH STATEMENT EXECUTE FUNCTION keep_review_totals();

CREATE TRIGGER reviews_changed AFTER UPDATE ON public.household_reviews REFERENCING OLD TABLE AS lost NEW TABLE AS gained FOR EACH STATEMENT EXECUTE FUNCTION keep_review_totals();

CREATE TRIGGER reviews_frozen_added AFTER INSERT ON public.household_reviews REFERENCING NEW TABLE AS gained FOR EACH STATEMENT EXECUTE FUNCTION refuse_recognised();

CREATE TRIGGER reviews_frozen_changed AFTER UPDATE ON public.household_reviews REFERENCING NEW TABLE AS gained FOR EACH STATEMENT EXECUTE FUNCTION refuse_recognised();

CREATE TRIGGER reviews_frozen_removed AFTER DELETE ON public.household_reviews REFERENCING OLD TABLE AS lost FOR EACH STATEMENT EXECUTE FUNCTION refuse_recognised();

CREATE TRIGGER reviews_removed AFTER DELETE ON public.household_reviews REFERENCING OLD TABLE AS lost FOR EACH STATEMENT EXECUTE FUNCTION keep_review_totals();

CREATE TRIGGER issued_documents_frozen BEFORE DELETE OR UPDATE ON public.issued_documents FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER values_added AFTER INSERT ON public.report_values REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gain_totals();

CREATE TRIGGER values_changed AFTER UPDATE ON public.report_values REFERENCING OLD TABLE AS lost NEW TABLE AS gained FOR EACH STATEMENT EXECUTE FUNCTION move_totals();

CREATE TRIGGER values_removed AFTER DELETE ON public.report_values REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION lose_totals();

CREATE TRIGGER recognitions_frozen BEFORE DELETE OR UPDATE ON public.review_recognitions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
