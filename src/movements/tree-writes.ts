import { type PlanRow, paths, rowsOf, treesOf } from './plan-tree.ts';
import { isOutline, type StoredClause } from './stored-plan.ts';

/** What a correction of the tree changes in the kept rows. */
export interface TreeWrites {
  /** The whole outline as it shall stand, with labels and places of the whole plan. */
  readonly outline: readonly (PlanRow & { readonly path: string })[];
  /** Ids in `outline` that were not there before. */
  readonly added: readonly string[];
  /** Rows that are gone, and the row that took their words (read just before), if any. */
  readonly removed: readonly { readonly id: string; readonly heir: string | undefined }[];
  /** Labels that moved: figures and notices that name the old one follow. */
  readonly relabelled: readonly { readonly old: string; readonly now: string }[];
}

/**
 * Compares the kept rows with the corrected outline. Places count through the whole plan: what
 * stood before the outline (legal bases) keeps its places, what follows it comes after.
 */
export function treeWrites(
  kept: readonly StoredClause[],
  corrected: readonly PlanRow[],
): TreeWrites {
  const before = kept.filter(isOutline);
  const first = kept.filter((one) => one.kind === 'basis' || one.kind === 'opening').length;
  const labels = paths(corrected);
  const outline = rowsOf(treesOf(corrected)).map((row, place) => ({
    ...row,
    position: first + place,
    path: labels.get(row.id) ?? '',
  }));
  const ids = new Set(outline.map((row) => row.id));
  const known = new Set(before.map((row) => row.id));
  const removed = before.flatMap((row, place) =>
    ids.has(row.id) ? [] : [{ id: row.id, heir: heirOf(before, place, ids) }],
  );
  return {
    outline,
    added: outline.filter((row) => !known.has(row.id)).map((row) => row.id),
    removed,
    relabelled: relabelled(before, labels, removed),
  };
}

function heirOf(
  before: readonly StoredClause[],
  place: number,
  ids: ReadonlySet<string>,
): string | undefined {
  return before.slice(0, place).findLast((row) => ids.has(row.id))?.id;
}

function relabelled(
  before: readonly StoredClause[],
  labels: ReadonlyMap<string, string>,
  removed: TreeWrites['removed'],
) {
  const heirs = new Map(removed.map(({ id, heir }) => [id, heir]));
  return before.flatMap(({ id, path: old }) => {
    const now = labels.get(id) ?? labels.get(heirs.get(id) ?? '');
    return now === undefined || now === old ? [] : [{ old, now }];
  });
}
