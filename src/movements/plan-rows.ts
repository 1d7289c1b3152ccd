import type { Day } from '../shared/day.ts';
import type { ParsedPlan, PlanClause } from './reading/plan-clause.ts';
import { PART_LABELS, type PartKind } from './stored-plan.ts';

/** The file that a plan was read from, and where the plan goes. */
export interface PlanFile {
  readonly movementId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes in hex: the same file twice is the same plan. */
  readonly sha256: string;
  readonly importedAt: Date;
  readonly importedBy: string | null;
}

export interface ClauseRow {
  readonly id: string;
  readonly plan_id: string;
  readonly parent_id: string | null;
  readonly position: number;
  readonly kind: string;
  readonly marker: string;
  readonly path: string;
  readonly heading: string | null;
  readonly text: string;
  readonly valid_from: Day | null;
}

/**
 * A parsed plan as rows of the tables plans, clauses and plan_notices. `newId` gives each row
 * its id. Clauses come in reading order, `position` counting through the whole plan, a parent
 * always before its children. A clause holds from the day of issue, or always when the plan
 * prints none. Legal bases, opening, closing, recipients and annexes are rows too, one a
 * paragraph, before and after the outline: nothing of the file is only in the file.
 */
export function planRows(parsed: ParsedPlan, file: PlanFile, newId: () => string) {
  const planId = newId();
  const validFrom = parsed.header.issuedOn ?? null;
  const textsOf = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text);
  const clauses = [
    ...partRows('basis', textsOf(parsed.legalBases), planId, newId),
    ...partRows('opening', parsed.opening, planId, newId),
    ...clauseRows(parsed.clauses, planId, validFrom, newId),
    ...partRows('closing', parsed.closing, planId, newId),
    ...partRows('recipient', textsOf(parsed.recipients), planId, newId),
    ...partRows('annex', parsed.rest, planId, newId),
  ].map((row, position) => ({ ...row, position, valid_from: validFrom }));
  return {
    plan: planRow(parsed, file, planId),
    clauses,
    notices: parsed.notices.map(({ kind, path, message }, position) => ({
      id: newId(),
      plan_id: planId,
      position,
      kind,
      path: path ?? null,
      message,
    })),
  };
}

function planRow({ header, type, summary, signature }: ParsedPlan, file: PlanFile, id: string) {
  return {
    id,
    movement_id: file.movementId,
    kind: type || 'KẾ HOẠCH',
    number: header.number ?? null,
    symbol: header.symbol ?? null,
    title: summary || file.name,
    place: header.place ?? null,
    issued_on: header.issuedOn ?? null,
    issued_year: header.issuedYear ?? null,
    issuer_name: header.issuer ?? null,
    signature: JSON.stringify(signature),
    file_name: file.name,
    file_bytes: Buffer.from(file.bytes),
    file_sha256: file.sha256,
    imported_at: file.importedAt,
    imported_by: file.importedBy,
  };
}

/** What stands around the outline: a row a paragraph, `CC.1` the first legal basis. */
function partRows(
  kind: PartKind,
  texts: readonly string[],
  planId: string,
  newId: () => string,
): ClauseRow[] {
  return texts.map((text, position) => ({
    ...{ id: newId(), plan_id: planId, parent_id: null, position, kind, marker: '' },
    ...{ path: `${PART_LABELS[kind]}.${position + 1}`, heading: null, text, valid_from: null },
  }));
}

function clauseRows(
  clauses: readonly PlanClause[],
  planId: string,
  validFrom: Day | null,
  newId: () => string,
): ClauseRow[] {
  const rows: ClauseRow[] = [];
  const add = (parentId: string | null, clause: PlanClause): void => {
    const { kind, marker, path, text, heading = null } = clause;
    const own = { id: newId(), plan_id: planId, parent_id: parentId, position: rows.length };
    rows.push({ ...own, kind, marker, path, heading, text, valid_from: validFrom });
    for (const child of clause.children) add(own.id, child);
  };
  for (const clause of clauses) add(null, clause);
  return rows;
}
