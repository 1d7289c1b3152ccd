import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type {
  BlockKind,
  BlockOptions,
  FigureSnapshot,
  ReportBlock,
  ReportDraft,
  ReportHeader,
} from './consolidated-report.ts';
import type { NewBlock } from './report-block-generator.ts';

/** The report of a round with its blocks in order; `undefined`: none was begun. */
export async function loadDraft(db: Db | Tx, roundId: string): Promise<ReportDraft | undefined> {
  const head = await db
    .selectFrom('consolidated_reports')
    .where('round_id', '=', roundId)
    .selectAll()
    .executeTakeFirst();
  if (!head) return undefined;
  return {
    id: head.id,
    roundId,
    issuerId: head.issuer_id,
    status: head.status === 'issued' ? 'issued' : 'draft',
    version: head.version,
    header: head.header as ReportHeader,
    createdBy: head.created_by,
    blocks: await loadBlocks(db, head.id),
  };
}

async function loadBlocks(db: Db | Tx, reportId: string): Promise<ReportBlock[]> {
  const rows = await db
    .selectFrom('report_blocks')
    .where('consolidated_report_id', '=', reportId)
    .orderBy('position')
    .orderBy('id')
    .select(['id', 'position', 'kind', 'clause_path as clausePath', 'heading', 'body', 'options'])
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as BlockKind,
    options: row.options as BlockOptions,
  }));
}

/** All who wrote at a draft: its maker and the editors of its blocks. */
export async function loadWriters(db: Db | Tx, reportId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select created_by as id from consolidated_reports where id = ${reportId} and created_by is not null
    union
    select edited_by from report_blocks
    where consolidated_report_id = ${reportId} and edited_by is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/** A new draft; false: the round has one already. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<ReportDraft, 'id' | 'roundId' | 'issuerId' | 'header' | 'createdBy'>,
  blocks: readonly NewBlock[],
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consolidated_reports')
    .values({
      ...{ id: draft.id, round_id: draft.roundId, issuer_id: draft.issuerId },
      ...{ header: JSON.stringify(draft.header), created_at: at, created_by: draft.createdBy },
    })
    .onConflict((conflict) => conflict.column('round_id').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const rows = blocks.map((block, position) => blockRow(draft.id, block, position));
  await tx.insertInto('report_blocks').values(rows).execute();
  return true;
}

function blockRow(reportId: string, block: NewBlock, position: number) {
  const { kind, clausePath, heading, body, options } = block;
  const own = { id: newId(), consolidated_report_id: reportId, position };
  return { ...own, kind, clause_path: clausePath, heading, body, options: JSON.stringify(options) };
}

/** One change more, only on a draft that still stands where the person saw it. False: it moved on. */
export async function takeTurn(
  tx: Tx,
  reportId: string,
  version: number,
  change: { status?: 'issued'; issuer_id?: string; header?: string } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consolidated_reports')
    .set({ version: version + 1, ...change })
    .where('id', '=', reportId)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function updateBlock(
  tx: Tx,
  block: Pick<ReportBlock, 'id' | 'body' | 'heading' | 'options'>,
  by: { readonly id: string; readonly at: Date } | null,
): Promise<void> {
  const { body, heading, options } = block;
  await tx
    .updateTable('report_blocks')
    .set({ body, heading, options: JSON.stringify(options) })
    .$if(by !== null, (update) =>
      update.set({ edited_by: by?.id ?? null, edited_at: by?.at ?? null }),
    )
    .where('id', '=', block.id)
    .execute();
}

/** The blocks in a new order, a new one among them where `insert` says. */
export async function placeBlocks(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update report_blocks b set position = w.place - 1
    from unnest(${ids}::uuid[]) with ordinality as w (id, place) where b.id = w.id`.execute(tx);
}

export async function insertBlock(tx: Tx, reportId: string, block: NewBlock, position: number) {
  const row = blockRow(reportId, block, position);
  await tx.insertInto('report_blocks').values(row).execute();
  return row.id;
}

export interface NewDocument {
  readonly id: string;
  readonly reportId: string;
  readonly unitId: string;
  readonly number: number;
  readonly symbol: string;
  readonly issuedOn: Day;
  readonly title: string;
  readonly description: unknown;
  readonly figures: FigureSnapshot;
  readonly fingerprint: string;
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
  readonly issuedAt: Date;
  readonly person: { readonly id: string; readonly name: string };
}

export async function insertDocument(tx: Tx, made: NewDocument): Promise<void> {
  await tx
    .insertInto('issued_documents')
    .values({
      ...{ id: made.id, consolidated_report_id: made.reportId, kind: 'BC', number: made.number },
      ...{ symbol: made.symbol, issued_on: made.issuedOn, unit_id: made.unitId, title: made.title },
      description: JSON.stringify(made.description),
      figures: JSON.stringify(made.figures),
      ...{
        fingerprint: made.fingerprint,
        docx: Buffer.from(made.docx),
        pdf: Buffer.from(made.pdf),
      },
      ...{ issued_at: made.issuedAt, person_id: made.person.id, person_name: made.person.name },
    })
    .execute();
}
