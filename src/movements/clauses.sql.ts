import { sql } from 'kysely';
import type { Db, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { PART_LABELS, type PartKind, type StoredPlan } from './stored-plan.ts';
import type { TreeWrites } from './tree-writes.ts';

/** The plan that a clause belongs to. */
export async function loadPlanIdOf(db: Db | Tx, clauseId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('clauses')
    .where('id', '=', clauseId)
    .select('plan_id')
    .executeTakeFirst();
  return row?.plan_id;
}

/** Stores a corrected outline. New rows come first, so that others can stand under them. */
export async function storeTree(tx: Tx, plan: StoredPlan, writes: TreeWrites): Promise<void> {
  const added = writes.outline.filter((row) => writes.added.includes(row.id));
  if (added.length > 0)
    await tx
      .insertInto('clauses')
      .values(added.map((row) => insertable(plan, row)))
      .execute();
  await updateRows(tx, writes);
  await passOn(tx, writes);
  await recount(tx, plan.id);
  await followLabels(tx, plan, writes);
}

function insertable(plan: StoredPlan, row: TreeWrites['outline'][number]) {
  const { id, position, kind, marker, path, heading, text } = row;
  const place = { id, plan_id: plan.id, parent_id: null, position, path };
  return { ...place, kind, marker, heading: heading || null, text, valid_from: plan.issuedOn };
}

async function updateRows(tx: Tx, { outline }: TreeWrites): Promise<void> {
  await sql`
    update clauses c set parent_id = n."parentId", position = n.position, kind = n.kind,
           marker = n.marker, path = n.path, heading = nullif(n.heading, ''), text = n.text
    from jsonb_to_recordset(${JSON.stringify(outline)}::jsonb) as n(id uuid, "parentId" uuid,
         position integer, kind text, marker text, path text, heading text, text text)
    where c.id = n.id
      and (c.parent_id, c.position, c.kind, c.marker, c.path, c.heading, c.text)
          is distinct from (n."parentId", n.position, n.kind, n.marker, n.path,
                            nullif(n.heading, ''), n.text)`.execute(tx);
}

/** What hung on a row that is gone hangs on the row that took its words. */
async function passOn(tx: Tx, { removed }: TreeWrites): Promise<void> {
  for (const { id, heir } of removed) {
    if (heir) {
      const clause_id = heir;
      await tx.updateTable('tasks').set({ clause_id }).where('clause_id', '=', id).execute();
      await tx.updateTable('targets').set({ clause_id }).where('clause_id', '=', id).execute();
    }
    await tx.deleteFrom('clauses').where('id', '=', id).execute();
  }
}

/** Counts the places of a plan anew: what stands before the outline, the outline, what follows. */
async function recount(tx: Tx, planId: string): Promise<void> {
  await sql`
    update clauses c set position = n.place
    from (select id, row_number() over (
            order by case kind when 'basis' then 0 when 'opening' then 1 when 'closing' then 3
                               when 'recipient' then 4 when 'annex' then 5 else 2 end,
                     position) - 1 as place
          from clauses where plan_id = ${planId}) n
    where c.id = n.id and c.position <> n.place`.execute(tx);
}

/** Stores the paragraphs of one part around the outline instead of those before. */
export async function storePart(
  tx: Tx,
  planId: string,
  kind: PartKind,
  texts: readonly string[],
): Promise<void> {
  await tx.deleteFrom('clauses').where('plan_id', '=', planId).where('kind', '=', kind).execute();
  const rows = texts.map((text, position) => ({
    ...{ id: newId(), plan_id: planId, position, kind, text },
    path: `${PART_LABELS[kind]}.${position + 1}`,
  }));
  if (rows.length > 0) await tx.insertInto('clauses').values(rows).execute();
  await recount(tx, planId);
}

/**
 * Figures and sections of forms name a clause of the movement's plan by its label; so do the
 * plan's own notices. All move at once, so that two labels may change places. A draft is not
 * yet what figures speak of.
 */
async function followLabels(tx: Tx, plan: StoredPlan, { relabelled }: TreeWrites): Promise<void> {
  if (relabelled.length === 0) return;
  const moved = sql`jsonb_to_recordset(${JSON.stringify(relabelled)}::jsonb) as n(old text, now text)`;
  await sql`update plan_notices p set path = n.now from ${moved}
            where p.plan_id = ${plan.id} and p.path = n.old`.execute(tx);
  if (plan.isDraft) return;
  await sql`update figures f set clause_path = n.now from ${moved}
            where f.movement_id = ${plan.movementId} and f.clause_path = n.old`.execute(tx);
  await sql`update form_sections s set clause_path = n.now from ${moved}, forms f
            where f.id = s.form_id and f.movement_id = ${plan.movementId}
              and s.clause_path = n.old`.execute(tx);
}

/** Does anything hang on a clause: a task, a target? */
export async function hasBurden(tx: Tx, clauseId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from tasks where clause_id = ${clauseId})
        or exists (select from targets where clause_id = ${clauseId}) as has`.execute(tx);
  return rows[0]?.has ?? false;
}
