// Generated from db/migrations; never edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Day } from './day.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a json column holds is known where it is read
type Json<Input = string> = ColumnType<any, Input, Input>;

export interface AccountsTable {
  person_id: string;
  login: string;
  password_hash: string;
  must_change_password: Generated<boolean>;
  created_at: Date;
  created_by: string | null;
  disabled_at: Date | null;
}

export interface AdjustmentsTable {
  id: string;
  round_id: string;
  unit_id: string;
  figure_id: string;
  path: string[];
  delta: number;
  reason: string;
  at: Date;
  person_id: string | null;
  person_name: string;
  position_title: string;
}

export interface BlockMembersTable {
  block_id: string;
  unit_id: string;
}

export interface CalendarFeedsTable {
  person_id: string;
  token_hash: Buffer;
  created_at: Date;
}

export interface ClassRequestsTable {
  commune_id: string;
  id: string;
  household_id: string;
  wish: string;
  received_on: Day;
  content: string;
  due_on: Day;
  at: Date;
  person_name: string;
  standard_id: string;
  area_type: string;
  income_score: number | null;
  deprived: string[] | null;
  result: string | null;
  granted: boolean | null;
  reason: string | null;
  number: number | null;
  decided_on: Day | null;
  signer_name: string | null;
  signer_title: string | null;
  decided_at: Date | null;
  village_id: string;
  code: string;
  person_id: string;
  surveyed_on: Day | null;
  surveyor_name: string | null;
  because: string | null;
  version: Generated<number>;
  decided_by: string | null;
  document: Json<string | null>;
  fingerprint: string | null;
  surveyed_by: string | null;
  class_before: string;
}

export interface ClausesTable {
  id: string;
  plan_id: string;
  parent_id: string | null;
  position: number;
  kind: string;
  marker: Generated<string>;
  path: string;
  heading: string | null;
  text: Generated<string>;
  valid_from: Day | null;
  valid_to: Day | null;
}

export interface ColumnMatchesTable {
  office_id: string;
  heading: string;
  meaning: string;
  at: Date;
}

export interface CommuneReviewsTable {
  commune_id: string;
  round_id: string;
  commune_name: string;
  office_id: string;
  district_id: string | null;
  status: Generated<string>;
  version: Generated<number>;
  opened_at: Date;
  opened_by: string | null;
}

export interface ConsolidatedReportsTable {
  id: string;
  round_id: string;
  issuer_id: string;
  status: Generated<string>;
  version: Generated<number>;
  header: Json;
  created_at: Date;
  created_by: string | null;
}

export interface DeprivationIndicatorsTable {
  standard_id: string;
  key: string;
  position: number;
  dimension: string;
  name: string;
  deprived_when: string;
  source: string;
  confirmed: Generated<boolean>;
}

export interface DocumentNumbersTable {
  unit_id: string;
  year: number;
  series: string;
  last_number: number;
}

export interface DutiesTable {
  id: string;
  person_id: string;
  unit_id: string;
  duty: string;
  valid_from: Day;
  valid_to: Day | null;
  granted_by: string | null;
}

export interface EmulationBlocksTable {
  id: string;
  movement_id: string;
  year: number;
  name: string;
  source: string;
  confirmed: Generated<boolean>;
}

export interface ErrataTable {
  id: string;
  issued_document_id: string;
  lines: Json;
  note: string | null;
  at: Date;
  person_id: string | null;
  person_name: string;
}

export interface EventsTable {
  seq: number;
  id: string;
  at: Date;
  person_id: string | null;
  person_name: string;
  noun: string;
  subject_id: string;
  verb: string;
  detail: Json<string | undefined>;
  previous_hash: Buffer | null;
  hash: Buffer;
}

export interface ExtensionsTable {
  id: string;
  round_id: string;
  unit_id: string;
  until: Day;
  reason: string;
  at: Date;
  person_id: string | null;
  person_name: string;
}

export interface FigureTotalsTable {
  round_id: string;
  unit_id: string;
  figure_id: string;
  amount: Generated<number>;
  reported: Generated<number>;
}

export interface FiguresTable {
  id: string;
  movement_id: string;
  slug: string;
  name: string;
  short_name: string;
  kind: string;
  measure: Generated<string>;
  numerator_id: string | null;
  denominator_id: string | null;
  better: string | null;
  follows_review: Generated<boolean>;
  clause_path: string | null;
  source: string;
  confirmed: Generated<boolean>;
}

export interface FormChecksTable {
  id: string;
  form_id: string;
  position: number;
  terms: Json;
  relation: string;
  result: string;
  message: string;
}

export interface FormFieldsTable {
  id: string;
  section_id: string;
  figure_id: string;
  position: number;
  roles: string[];
  required: Generated<boolean>;
  minimum: number | null;
  maximum: number | null;
  warn_change_percent: number | null;
  prefill: string | null;
  hint: string | null;
}

export interface FormSectionsTable {
  id: string;
  form_id: string;
  position: number;
  title: string;
  clause_path: string | null;
}

export interface FormsTable {
  id: string;
  movement_id: string;
  name: string;
  copied_from: string | null;
  created_at: Date;
}

export interface HouseholdDuplicatesTable {
  commune_id: string;
  id: string;
  first_id: string;
  second_id: string;
  likeness: string;
  found_at: Date;
  verdict: string | null;
  reason: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  decider_name: string | null;
}

export interface HouseholdImportsTable {
  id: string;
  round_id: string;
  office_id: string;
  person_id: string;
  person_name: string;
  at: Date;
  file_name: string;
  fingerprint: string;
  status: string;
  columns: Json<string | null>;
  rows_read: Generated<number>;
  rows_expected: number | null;
  progress_at: Date;
  summary: Json<string | null>;
  broken: string | null;
  commune_id: string | null;
  seen_event: Generated<number>;
}

export interface HouseholdMembersTable {
  province_id: string;
  household_id: string;
  member_no: number;
  relation: string;
  sex: string;
  birth_year: number;
  ethnicity: string;
  insured: boolean | null;
  nourished: boolean | null;
  studying: boolean | null;
  valid_from: Day;
  valid_to: Day | null;
}

export interface HouseholdResidencesTable {
  province_id: string;
  household_id: string;
  valid_from: Day;
  valid_to: Day | null;
  village_id: string;
  area_type: string;
}

export interface HouseholdReviewsTable {
  commune_id: string;
  round_id: string;
  household_id: string;
  village_id: string;
  code: string;
  area_type: string;
  listed: string | null;
  income_score: number | null;
  deprived: string[] | null;
  surveyed_on: Day | null;
  surveyor_name: string | null;
  opening: string;
  closing: string | null;
  relapsed: Generated<boolean>;
  reason: string | null;
  opening_members: number;
  members: number;
  children: Generated<number>;
  children_health: Generated<number>;
  children_school: Generated<number>;
  ethnicity: string;
  marks: Generated<string[]>;
  note: string | null;
  version: Generated<number>;
}

export interface HouseholdsTable {
  province_id: string;
  id: string;
  code: string;
  head_no: Generated<number>;
  formed_on: Day;
  ended_on: Day | null;
  end_reason: string | null;
  made_up: Generated<boolean>;
  split_from: string | null;
}

export interface IdentityReadingsTable {
  commune_id: string;
  id: string;
  at: Date;
  person_id: string;
  person_name: string;
  position_title: string;
  purpose: string;
  household_ids: string[];
}

export interface ImportCommunesTable {
  import_id: string;
  commune_id: string;
  commune_name: string;
  fresh: number;
  changed: number;
  same: number;
  wrong: number;
  duplicates: number;
  refusal: string | null;
  applied_at: Date | null;
}

export interface ImportFaultsTable {
  import_id: string;
  sheet: string;
  row_number: number;
  position: number;
  column_name: string;
  message: string;
}

export interface ImportMembersTable {
  import_id: string;
  commune_id: string;
  household_id: string;
  member_no: number;
  relation: string;
  sex: string | null;
  birth_year: number | null;
  birth_date: Day | null;
  ethnicity: string | null;
  full_name: string;
  citizen_number: string | null;
  insured: boolean | null;
  nourished: boolean | null;
  studying: boolean | null;
}

export interface ImportPiecesTable {
  import_id: string;
  place: number;
  bytes: Buffer;
}

export interface ImportRowsTable {
  import_id: string;
  commune_id: string;
  place: number;
  household_id: string;
  change: string;
  seen: number | null;
  code: string | null;
  village_id: string | null;
  area_type: string | null;
  head_name: string | null;
  sex: string | null;
  birth_year: number | null;
  birth_date: Day | null;
  ethnicity: string | null;
  citizen_number: string | null;
  members: number | null;
  opening: string;
  opening_members: number;
  listed: string | null;
  income_score: number | null;
  deprived: string[] | null;
  closing: string | null;
  children: number | null;
  children_health: number | null;
  children_school: number | null;
  marks: string[] | null;
  reason: string | null;
  surveyed_on: Day | null;
  surveyor_name: string | null;
  note: string | null;
}

export interface IssuedDocumentsTable {
  id: string;
  consolidated_report_id: string;
  kind: string;
  number: number;
  symbol: string;
  issued_on: Day;
  unit_id: string;
  title: string;
  description: Json;
  figures: Json;
  fingerprint: string;
  docx: Buffer;
  pdf: Buffer;
  issued_at: Date;
  person_id: string | null;
  person_name: string;
}

export interface LevelsTable {
  key: string;
  name: string;
  rank: number;
}

export interface MailsTable {
  id: string;
  person_id: string;
  kind: string;
  key: string;
  address: string | null;
  subject: string;
  body: string;
  created_at: Date;
  sent_at: Date | null;
  tries: Generated<number>;
  last_error: string | null;
}

export interface MarkedSheetsTable {
  id: string;
  report_id: string;
  person_id: string;
  at: Date;
  file_name: string;
  bytes: Buffer;
}

export interface MemberIdentitiesTable {
  province_id: string;
  household_id: string;
  member_no: number;
  full_name: string;
  birth_date: Day | null;
  citizen_number: string | null;
}

export interface MovementRolesTable {
  key: string;
  name: string;
  position: number;
}

export interface MovementsTable {
  id: string;
  name: string;
  short_name: string;
  parent_id: string | null;
  from_year: number;
  to_year: number;
}

export interface OfficialFiguresTable {
  id: string;
  figure_id: string;
  unit_id: string;
  year: number;
  amount: number;
  source: string;
  made_up: Generated<boolean>;
  recorded_at: Date;
  person_id: string | null;
}

export interface PersonsTable {
  id: string;
  full_name: string;
  email: string | null;
  phone: string | null;
  is_story: Generated<boolean>;
  folded: GeneratedAlways<string>;
}

export interface PlanNoticesTable {
  id: string;
  plan_id: string;
  position: number;
  kind: string;
  path: string | null;
  message: string;
  settled_at: Date | null;
}

export interface PlansTable {
  id: string;
  movement_id: string;
  kind: string;
  number: string | null;
  symbol: string | null;
  title: string;
  place: string | null;
  issued_on: Day | null;
  issued_year: number | null;
  issuer_name: string | null;
  signature: Json<string | undefined>;
  file_name: string;
  file_bytes: Buffer;
  file_sha256: string;
  imported_at: Date;
  imported_by: string | null;
  is_draft: Generated<boolean>;
  version: Generated<number>;
}

export interface PositionsTable {
  id: string;
  person_id: string;
  unit_id: string;
  title: string;
  valid_from: Day;
  valid_to: Day | null;
}

export interface PovertyLinesTable {
  standard_id: string;
  area_type: string;
  income_line: number;
  average_line: number | null;
  sure_score: number | null;
  score_line: number | null;
  source: string;
  confirmed: Generated<boolean>;
}

export interface PovertyStandardsTable {
  id: string;
  name: string;
  first_year: number;
  last_year: number;
  points_each: Generated<number>;
  deprivation_cut: Generated<number>;
  source: string;
  confirmed: Generated<boolean>;
  version: Generated<number>;
}

export interface ReportBlocksTable {
  id: string;
  consolidated_report_id: string;
  position: number;
  kind: string;
  clause_path: string | null;
  heading: string | null;
  body: Generated<string>;
  options: Json<string | undefined>;
  edited_by: string | null;
  edited_at: Date | null;
}

export interface ReportReturnsTable {
  id: string;
  report_id: string;
  figure_id: string;
  reason: string;
  at: Date;
  person_id: string | null;
  person_name: string;
  settled_at: Date | null;
}

export interface ReportStepsTable {
  id: string;
  report_id: string;
  step: string;
  at: Date;
  person_id: string | null;
  person_name: string;
  position_title: string;
  note: string | null;
}

export interface ReportValuesTable {
  report_id: string;
  figure_id: string;
  amount: number | null;
  words: string | null;
  items: Json<string | null>;
  kept_reason: string | null;
  source: Generated<string>;
  accepted: Generated<boolean>;
  updated_at: Date;
  updated_by: string | null;
}

export interface ReportsTable {
  id: string;
  round_id: string;
  unit_id: string;
  unit_name: string;
  role: string;
  parent_id: string | null;
  receiver_id: string;
  path: string[];
  area_id: string | null;
  status: Generated<string>;
  version: Generated<number>;
  nil: Generated<boolean>;
  sent_on: Day | null;
  minutes: Generated<number>;
}

export interface ReviewExplanationsTable {
  commune_id: string;
  round_id: string;
  table_key: string;
  households: number;
  members: number;
  reason: string;
  at: Date;
  person_id: string | null;
  person_name: string;
}

export interface ReviewObjectionsTable {
  commune_id: string;
  round_id: string;
  id: string;
  household_id: string | null;
  said_by: string;
  received_on: Day;
  content: string;
  at: Date;
  person_name: string;
  outcome: string | null;
  answer: string | null;
  closed_at: Date | null;
  closed_by: string | null;
}

export interface ReviewPostingsTable {
  commune_id: string;
  round_id: string;
  id: string;
  posted_on: Day;
  until: Day;
  places: string;
  at: Date;
  person_id: string | null;
  person_name: string;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
}

export interface ReviewRecognitionsTable {
  commune_id: string;
  round_id: string;
  number: number;
  issued_on: Day;
  signer_name: string;
  signer_title: string;
  content: Json;
  fingerprint: string;
  at: Date;
  person_id: string | null;
  person_name: string;
}

export interface ReviewRoundsTable {
  id: string;
  province_id: string;
  year: number;
  previous_id: string | null;
  standard_id: string;
  units_on: Day;
  begins_on: Day;
  ends_on: Day;
  posting_days: Generated<number>;
  agreed_share: Generated<number>;
  source: string;
  confirmed: Generated<boolean>;
  opened_at: Date;
  opened_by: string | null;
  official_on: Day | null;
  official_document: string | null;
  is_story: Generated<boolean>;
}

export interface ReviewTotalsTable {
  commune_id: string;
  round_id: string;
  unit_id: string;
  mark: string;
  opening: string;
  closing: string;
  relapsed: boolean;
  reason: string;
  households: number;
  opening_members: number;
  members: number;
  grew: number;
}

export interface RoleHoldersTable {
  id: string;
  movement_id: string;
  role: string;
  unit_id: string;
  valid_from: Day;
  valid_to: Day | null;
  source: string;
  confirmed: Generated<boolean>;
}

export interface RoundsTable {
  id: string;
  movement_id: string;
  form_id: string;
  previous_id: string | null;
  name: string;
  kind: string;
  year: number;
  period_from: Day;
  period_to: Day;
  expected_on: Day;
  legal_due: Day;
  legal_inclusive: boolean;
  legal_source: string;
  internal_due: Day | null;
  locks_on: Day;
  receiver_id: string;
  top_id: string;
  opened_at: Date;
  opened_by: string | null;
  closed_at: Date | null;
  is_story: Generated<boolean>;
}

export interface SessionsTable {
  id: string;
  token_hash: Buffer;
  person_id: string;
  started_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  device: string;
  address: string;
}

export interface SettingsTable {
  key: string;
  value: Json;
}

export interface SignInAttemptsTable {
  id: string;
  login: string;
  address: string;
  at: Date;
  succeeded: boolean;
}

export interface TargetValuesTable {
  target_id: string;
  year: number;
  planned: number | null;
  reached: number | null;
  source: string | null;
  confirmed: Generated<boolean>;
}

export interface TargetsTable {
  id: string;
  clause_id: string;
  position: number;
  name: string;
  measure: string;
  better: string;
  figure_id: string | null;
  source: string;
  confirmed: Generated<boolean>;
}

export interface TaskResultsTable {
  task_id: string;
  year: number;
  done_on: Day;
  proof: string;
  at: Date;
  person_id: string | null;
  person_name: string;
}

export interface TaskRolesTable {
  task_id: string;
  role: string;
  part: string;
}

export interface TasksTable {
  id: string;
  clause_id: string;
  position: number;
  name: string;
  due_rule: Json;
  evidence: string;
  valid_from: Day | null;
  valid_to: Day | null;
}

export interface UnitPeriodsTable {
  id: string;
  unit_id: string;
  code: string | null;
  level: string;
  kind: string;
  name: string;
  full_name: string;
  aliases: Generated<string>;
  parent_id: string | null;
  area_id: string | null;
  poor_area: boolean | null;
  valid_from: Day;
  valid_to: Day | null;
  source: string;
  confirmed: Generated<boolean>;
  folded: GeneratedAlways<string>;
}

export interface UnitSuccessionsTable {
  id: string;
  from_id: string;
  to_id: string;
  on_day: Day;
  kind: string;
  share: Generated<number>;
  scope: string | null;
  source: string;
  confirmed: Generated<boolean>;
}

export interface UnitsTable {
  id: string;
  sort: string;
  note: string | null;
}

export interface VillageMeetingsTable {
  commune_id: string;
  round_id: string;
  id: string;
  village_id: string;
  held_on: Day;
  place: string;
  chair_name: string;
  secretary_name: string;
  attended: number;
  agreed: number;
  households: number;
  opinions: Generated<string>;
  at: Date;
  person_id: string | null;
  person_name: string;
  results: Json<string | undefined>;
  began: string | null;
  ended: string | null;
}

export interface Tables {
  accounts: AccountsTable;
  adjustments: AdjustmentsTable;
  block_members: BlockMembersTable;
  calendar_feeds: CalendarFeedsTable;
  class_requests: ClassRequestsTable;
  clauses: ClausesTable;
  column_matches: ColumnMatchesTable;
  commune_reviews: CommuneReviewsTable;
  consolidated_reports: ConsolidatedReportsTable;
  deprivation_indicators: DeprivationIndicatorsTable;
  document_numbers: DocumentNumbersTable;
  duties: DutiesTable;
  emulation_blocks: EmulationBlocksTable;
  errata: ErrataTable;
  events: EventsTable;
  extensions: ExtensionsTable;
  figure_totals: FigureTotalsTable;
  figures: FiguresTable;
  form_checks: FormChecksTable;
  form_fields: FormFieldsTable;
  form_sections: FormSectionsTable;
  forms: FormsTable;
  household_duplicates: HouseholdDuplicatesTable;
  household_imports: HouseholdImportsTable;
  household_members: HouseholdMembersTable;
  household_residences: HouseholdResidencesTable;
  household_reviews: HouseholdReviewsTable;
  households: HouseholdsTable;
  identity_readings: IdentityReadingsTable;
  import_communes: ImportCommunesTable;
  import_faults: ImportFaultsTable;
  import_members: ImportMembersTable;
  import_pieces: ImportPiecesTable;
  import_rows: ImportRowsTable;
  issued_documents: IssuedDocumentsTable;
  levels: LevelsTable;
  mails: MailsTable;
  marked_sheets: MarkedSheetsTable;
  member_identities: MemberIdentitiesTable;
  movement_roles: MovementRolesTable;
  movements: MovementsTable;
  official_figures: OfficialFiguresTable;
  persons: PersonsTable;
  plan_notices: PlanNoticesTable;
  plans: PlansTable;
  positions: PositionsTable;
  poverty_lines: PovertyLinesTable;
  poverty_standards: PovertyStandardsTable;
  report_blocks: ReportBlocksTable;
  report_returns: ReportReturnsTable;
  report_steps: ReportStepsTable;
  report_values: ReportValuesTable;
  reports: ReportsTable;
  review_explanations: ReviewExplanationsTable;
  review_objections: ReviewObjectionsTable;
  review_postings: ReviewPostingsTable;
  review_recognitions: ReviewRecognitionsTable;
  review_rounds: ReviewRoundsTable;
  review_totals: ReviewTotalsTable;
  role_holders: RoleHoldersTable;
  rounds: RoundsTable;
  sessions: SessionsTable;
  settings: SettingsTable;
  sign_in_attempts: SignInAttemptsTable;
  target_values: TargetValuesTable;
  targets: TargetsTable;
  task_results: TaskResultsTable;
  task_roles: TaskRolesTable;
  tasks: TasksTable;
  unit_periods: UnitPeriodsTable;
  unit_successions: UnitSuccessionsTable;
  units: UnitsTable;
  village_meetings: VillageMeetingsTable;
}
