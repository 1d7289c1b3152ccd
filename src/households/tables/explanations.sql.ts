import type { Tx } from '../../shared/house.ts';
import type { Count, TableKey } from './change-tables.ts';

/** Keeps the reason for a difference; an earlier one of the same table makes way. */
export async function storeExplanation(
  tx: Tx,
  of: { readonly communeId: string; readonly roundId: string; readonly table: TableKey },
  given: { readonly total: Count; readonly reason: string },
  by: { readonly id: string; readonly name: string; readonly at: Date },
): Promise<void> {
  const { households, members } = given.total;
  const row = {
    ...{ households, members, reason: given.reason, at: by.at },
    ...{ person_id: by.id, person_name: by.name },
  };
  await tx
    .insertInto('review_explanations')
    .values({ commune_id: of.communeId, round_id: of.roundId, table_key: of.table, ...row })
    .onConflict((on) => on.columns(['commune_id', 'round_id', 'table_key']).doUpdateSet(row))
    .execute();
}
