import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { STEP_NAMES } from '../reports/report.ts';
import type { FigureSnapshot, IssuedDocument } from './consolidated-report.ts';
import type { SourceEvent } from './consolidated-report-changes.ts';
import type { Erratum, ErratumLine } from './erratum.ts';

function selectDocuments(db: Db | Tx) {
  return db
    .selectFrom('issued_documents as d')
    .innerJoin('consolidated_reports as r', 'r.id', 'd.consolidated_report_id')
    .select(['d.id', 'r.id as reportId', 'r.round_id as roundId', 'd.number', 'd.symbol'])
    .select(['d.issued_on as issuedOn', 'd.title', 'd.description', 'd.fingerprint'])
    .select(['d.issued_at as issuedAt', 'd.person_name as personName'])
    .select((eb) => eb.ref('d.figures').$castTo<FigureSnapshot>().as('figures'));
}

export function loadDocument(db: Db | Tx, id: string): Promise<IssuedDocument | undefined> {
  return selectDocuments(db).where('d.id', '=', id).executeTakeFirst();
}

/** The issued report of a round, if it was issued. */
export function loadDocumentOf(db: Db | Tx, roundId: string): Promise<IssuedDocument | undefined> {
  return selectDocuments(db).where('r.round_id', '=', roundId).executeTakeFirst();
}

/** The file as it was made at issue, never made again. */
export async function loadFile(db: Db, id: string, kind: 'docx' | 'pdf') {
  const row = await db
    .selectFrom('issued_documents')
    .where('id', '=', id)
    .select(`${kind} as bytes`)
    .executeTakeFirst();
  return row?.bytes;
}

/** The errata of a document, oldest first. */
export async function loadErrata(db: Db | Tx, documentId: string): Promise<Erratum[]> {
  const rows = await selectErrata(db).where('issued_document_id', '=', documentId).execute();
  return rows;
}

export function loadErratum(db: Db | Tx, id: string): Promise<Erratum | undefined> {
  return selectErrata(db).where('id', '=', id).executeTakeFirst();
}

function selectErrata(db: Db | Tx) {
  return db
    .selectFrom('errata')
    .orderBy('at')
    .select(['id', 'issued_document_id as documentId', 'note', 'at', 'person_name as personName'])
    .select((eb) => eb.ref('lines').$castTo<readonly ErratumLine[]>().as('lines'));
}

/** Holds a document's report: of two who make an erratum at once the second waits. */
export async function holdDocument(tx: Tx, reportId: string): Promise<void> {
  await tx
    .selectFrom('consolidated_reports')
    .where('id', '=', reportId)
    .select('id')
    .forUpdate()
    .execute();
}

export async function insertErratum(
  tx: Tx,
  made: Omit<Erratum, 'id' | 'personName'>,
  person: { readonly id: string; readonly name: string },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('errata')
    .values({
      ...{ id, issued_document_id: made.documentId, lines: JSON.stringify(made.lines) },
      ...{ note: made.note, at: made.at, person_id: person.id, person_name: person.name },
    })
    .execute();
  return id;
}

/** What changed the figures of a round since an instant: steps of reports, and adjustments. */
export async function loadSourceEvents(
  db: Db | Tx,
  roundId: string,
  since: Date,
): Promise<SourceEvent[]> {
  const { rows } = await sql<SourceEvent & { step: string; unitName: string }>`
    select s.at, s.step, s.person_name as "personName", r.unit_name as "unitName",
           r.path as "unitIds",
           (select array_agg(f.slug) from report_values v join figures f on f.id = v.figure_id
            where v.report_id = r.id) as slugs
    from report_steps s join reports r on r.id = s.report_id
    where r.round_id = ${roundId} and s.at > ${since}
    union all
    select a.at, 'adjust', a.person_name, unit_name_on(a.unit_id, o.expected_on), a.path, array[f.slug]
    from adjustments a join figures f on f.id = a.figure_id join rounds o on o.id = a.round_id
    where a.round_id = ${roundId} and a.at > ${since}
    union all
    select f.recorded_at, 'publish', '', f.source, array[f.unit_id], array[g.slug]
    from official_figures f join figures g on g.id = f.figure_id join rounds o on o.id = ${roundId}
    where f.year in (o.year, o.year - 1) and f.recorded_at > ${since}`.execute(db);
  return rows.map(({ step, unitName, ...event }) => ({
    ...event,
    what: `${unitName}: ${stepName(step).toLocaleLowerCase('vi')}`,
  }));
}

function stepName(step: string): string {
  if (step === 'adjust') return 'Điều chỉnh tổng';
  if (step === 'publish') return 'Công bố số liệu chính thức';
  return step in STEP_NAMES ? STEP_NAMES[step as keyof typeof STEP_NAMES] : 'Thay đổi báo cáo';
}
