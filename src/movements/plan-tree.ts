import { Problem } from '../shared/problem.ts';
import type { ClauseKind, PlanClause } from './reading/plan-clause.ts';
import { printedMarker, readMarker } from './reading/plan-marker.ts';
import { labelClauses, withPaths } from './reading/plan-paths.ts';
import { clauseLine } from './reading/plan-text.ts';

/** A clause as the correction page keeps it: a row among its siblings. `position` counts from 0. */
export interface PlanRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly kind: ClauseKind;
  readonly marker: string;
  readonly heading: string;
  readonly text: string;
}

/** A row with everything under it; what the moves below rebuild. */
export interface RowTree {
  readonly row: PlanRow;
  readonly children: readonly RowTree[];
}

/** A tree as rows in reading order. `idFor` gives each clause its id, by default its path. */
export function flatten(
  clauses: readonly PlanClause[],
  idFor: (clause: PlanClause) => string = (clause) => clause.path,
): PlanRow[] {
  const under = (parentId: string | null, children: readonly PlanClause[]): PlanRow[] =>
    children.flatMap((clause, position) => {
      const { kind, marker, text } = clause;
      const id = idFor(clause);
      return [
        { id, parentId, position, kind, marker, heading: clause.heading ?? '', text },
        ...under(id, clause.children),
      ];
    });
  return under(null, clauses);
}

/** Rows, in any order, as a tree with fresh labels. Throws `RangeError` for a row without its parent. */
export function build(rows: readonly PlanRow[]): PlanClause[] {
  return withPaths(treesOf(rows).map(clauseOf));
}

function clauseOf({ row, children }: RowTree): PlanClause {
  const { kind, marker, heading, text } = row;
  return {
    kind,
    marker,
    path: '',
    ...(heading !== '' && { heading }),
    text,
    children: children.map(clauseOf),
  };
}

/** The label of each row by id, as it stands now: `V-2.3`. */
export function paths(rows: readonly PlanRow[]): Map<string, string> {
  const labels = labelClauses(treesOf(rows).map(markedRow));
  return new Map([...labels].map(([clause, path]) => [clause.id, path]));
}

interface MarkedRow extends PlanRow {
  readonly children: readonly MarkedRow[];
}

function markedRow({ row, children }: RowTree): MarkedRow {
  return { ...row, children: children.map(markedRow) };
}

/** Rows as trees, siblings by position. */
export function treesOf(rows: readonly PlanRow[]): RowTree[] {
  const byParent = Map.groupBy(rows, (row) => row.parentId);
  let placed = 0;
  const under = (parentId: string | null): RowTree[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((one, other) => one.position - other.position)
      .map((row) => {
        placed += 1;
        return { row, children: under(row.id) };
      });
  const trees = under(null);
  if (placed !== rows.length) throw new RangeError('a row stands under none of the others');
  return trees;
}

/** Trees as rows in reading order, places counted anew. */
export function rowsOf(trees: readonly RowTree[], parentId: string | null = null): PlanRow[] {
  return trees.flatMap(({ row, children }, position) => [
    { ...row, parentId, position },
    ...rowsOf(children, row.id),
  ]);
}

/** Says that a step cannot be made, and why. */
export function staysBecause(step: string, why: string): Problem {
  return new Problem('clauseStays', { step, why });
}

/** What a row prints, marker first; a dash is no word and is left out. */
export function printedRow(row: PlanRow): string {
  return row.kind === 'dash' ? clauseLine({ ...row, marker: '' }) : clauseLine(row);
}

/** Kind, marker and text of a stretch that becomes a clause of its own: a number at its start counts. */
export function rowFromText(id: string, text: string): PlanRow {
  const found = readMarker(text.trim());
  const plain = { id, parentId: null, position: 0, heading: '' } as const;
  if (!found || printedMarker(found.kind, found.marker) === text.trim()) {
    return { ...plain, kind: 'paragraph', marker: '', text: text.trim() };
  }
  return { ...plain, kind: found.kind, marker: found.marker, text: found.rest.trim() };
}
