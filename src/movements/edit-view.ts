import type { FieldProblem } from '../shared/problem.ts';
import type { PlanRow } from './plan-tree.ts';
import type { PartKind, StoredClause, StoredNotice, StoredPlan } from './stored-plan.ts';

/** A row of the outline with its label and how deep it stands, 1 the outermost. */
export interface TreeRow {
  readonly row: PlanRow;
  readonly path: string;
  readonly depth: number;
}

/** What the correction page is drawn from. */
export interface EditView {
  readonly plan: StoredPlan;
  readonly clauses: readonly StoredClause[];
  readonly tree: readonly TreeRow[];
  readonly notices: readonly StoredNotice[];
  /** The clause whose tools are open. */
  readonly selectedId: string | undefined;
  /** What was typed and not taken, for the form `typedFor`. */
  readonly typed?: Readonly<Record<string, string | undefined>> | undefined;
  readonly typedFor?: 'clause' | 'head' | 'added' | PartKind | undefined;
  readonly faults?: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** The parts in addresses, in Vietnamese words as people may read them. */
export const PART_WORDS: Readonly<Record<PartKind, string>> = {
  basis: 'can-cu',
  opening: 'mo-dau',
  closing: 'ket-thuc',
  recipient: 'noi-nhan',
  annex: 'phu-luc',
};
