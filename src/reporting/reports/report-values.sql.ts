import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { ListItem, Value } from '../forms/figure.ts';
import type { HeldValue, ReportReturn } from './report-view.ts';

export async function loadValues(db: Db | Tx, reportId: string): Promise<HeldValue[]> {
  return await db
    .selectFrom('report_values as v')
    .innerJoin('figures as f', 'f.id', 'v.figure_id')
    .leftJoin('persons as p', 'p.id', 'v.updated_by')
    .where('v.report_id', '=', reportId)
    .select(['v.figure_id as figureId', 'f.slug', 'v.amount', 'v.words'])
    .select((eb) => eb.ref('v.items').$castTo<ListItem[] | null>().as('items'))
    .select(['v.kept_reason as keptReason', 'v.source', 'v.accepted'])
    .select(['v.updated_at as updatedAt', 'v.updated_by as updatedById'])
    .select('p.full_name as updatedBy')
    .execute();
}

/** What a save stores for one figure. */
export interface SavedValue extends Value {
  readonly figureId: string;
  readonly keptReason: string | null;
  readonly source: string;
}

/** Stores values; an accepted one is never touched. With a figure a report is no longer nil. */
export async function storeValues(
  tx: Tx,
  reportId: string,
  personId: string,
  values: readonly SavedValue[],
  at: Date,
): Promise<void> {
  if (values.length === 0) return;
  await tx.updateTable('reports').set({ nil: false }).where('id', '=', reportId).execute();
  await tx
    .insertInto('report_values')
    .values(
      values.map((value) => ({
        report_id: reportId,
        figure_id: value.figureId,
        amount: value.amount,
        words: value.words,
        items: value.items && JSON.stringify(value.items),
        kept_reason: value.keptReason,
        source: value.source,
        updated_at: at,
        updated_by: personId,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['report_id', 'figure_id'])
        .doUpdateSet((eb) => ({
          amount: eb.ref('excluded.amount'),
          words: eb.ref('excluded.words'),
          items: eb.ref('excluded.items'),
          kept_reason: eb.ref('excluded.kept_reason'),
          source: eb.ref('excluded.source'),
          updated_at: eb.ref('excluded.updated_at'),
          updated_by: eb.ref('excluded.updated_by'),
        }))
        .where('report_values.accepted', '=', false),
    )
    .execute();
}

/** Marks the values as accepted, all but those returned; totals follow by themselves. */
export async function acceptValues(tx: Tx, reportId: string, except: string[]): Promise<void> {
  await tx
    .updateTable('report_values')
    .set({ accepted: sql`figure_id <> all(${except}::uuid[])` })
    .where('report_id', '=', reportId)
    .where(sql<boolean>`accepted is distinct from (figure_id <> all(${except}::uuid[]))`)
    .execute();
}

export async function loadReturns(db: Db | Tx, reportId: string): Promise<ReportReturn[]> {
  return await db
    .selectFrom('report_returns as b')
    .innerJoin('figures as f', 'f.id', 'b.figure_id')
    .where('b.report_id', '=', reportId)
    .orderBy('b.at')
    .select(['b.figure_id as figureId', 'f.slug', 'b.reason', 'b.at'])
    .select(['b.person_name as personName', 'b.settled_at as settledAt'])
    .execute();
}

export async function addReturns(
  tx: Tx,
  reportId: string,
  by: { readonly id: string; readonly name: string },
  returns: readonly { readonly figureId: string; readonly reason: string }[],
  at: Date,
): Promise<void> {
  const rows = returns.map(({ figureId, reason }) => ({
    id: newId(),
    report_id: reportId,
    figure_id: figureId,
    reason,
    at,
    person_id: by.id,
    person_name: by.name,
  }));
  await tx.insertInto('report_returns').values(rows).execute();
}

/** What was returned counts as answered once the head has sent the report again. */
export async function settleReturns(tx: Tx, reportId: string, at: Date): Promise<void> {
  await tx
    .updateTable('report_returns')
    .set({ settled_at: at })
    .where('report_id', '=', reportId)
    .where('settled_at', 'is', null)
    .execute();
}
