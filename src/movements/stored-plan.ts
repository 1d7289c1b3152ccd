import type { Day } from '../shared/day.ts';
import { build, type PlanRow } from './plan-tree.ts';
import {
  CLAUSE_KINDS,
  type ClauseKind,
  type ParsedPlan,
  type PlanSignature,
} from './reading/plan-clause.ts';
import { readRecipient } from './reading/plan-ending.ts';
import { readLegalBasis } from './reading/plan-legal-bases.ts';

/** What stands before and after the outline, each with the sign of its labels: `CC.1`, `NN.3`. */
export const PART_LABELS = {
  basis: 'CC',
  opening: 'MĐ',
  closing: 'KT',
  recipient: 'NN',
  annex: 'PL',
} as const;

export type PartKind = keyof typeof PART_LABELS;

export const PART_NAMES: Readonly<Record<PartKind, string>> = {
  basis: 'Căn cứ',
  opening: 'Mở đầu',
  closing: 'Kết thúc',
  recipient: 'Nơi nhận',
  annex: 'Phụ lục',
};

export const CLAUSE_KIND_NAMES: Readonly<Record<ClauseKind, string>> = {
  section: 'Phần',
  item: 'Khoản',
  point: 'Điểm',
  dash: 'Gạch đầu dòng',
  paragraph: 'Đoạn văn',
};

/** A row of a plan as it is kept: a clause of the outline, or a paragraph around it. */
export interface StoredClause {
  readonly id: string;
  readonly planId: string;
  readonly parentId: string | null;
  /** Place in the reading order of the whole plan, from 0. */
  readonly position: number;
  readonly kind: ClauseKind | PartKind;
  readonly marker: string;
  readonly path: string;
  readonly heading: string;
  readonly text: string;
}

/** The head of a plan as it is kept. */
export interface StoredPlan {
  readonly id: string;
  readonly movementId: string;
  readonly movementName: string;
  /** `KẾ HOẠCH` */
  readonly kind: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly title: string;
  readonly place: string | null;
  readonly issuedOn: Day | null;
  readonly issuedYear: number | null;
  readonly issuerName: string | null;
  readonly signature: PlanSignature;
  readonly fileName: string;
  readonly importedAt: Date;
  /** Not yet looked through: only those who run the movement see it. */
  readonly isDraft: boolean;
  /** Counts changes of the tree. */
  readonly version: number;
}

/** A notice as it is kept. */
export interface StoredNotice {
  readonly id: string;
  readonly path: string | null;
  readonly message: string;
  readonly settledAt: Date | null;
}

export function isOutline(clause: StoredClause): clause is StoredClause & { kind: ClauseKind } {
  return (CLAUSE_KINDS as readonly string[]).includes(clause.kind);
}

/** The outline as rows for `plan-tree.ts`; the paragraphs around it are left out. */
export function outlineRows(clauses: readonly StoredClause[]): PlanRow[] {
  return clauses.filter(isOutline).map((clause) => {
    const { id, parentId, position, kind, marker, heading, text } = clause;
    return { id, parentId, position, kind, marker, heading, text };
  });
}

/** The paragraphs of one part around the outline, in reading order. */
export function partOf(clauses: readonly StoredClause[], kind: PartKind): StoredClause[] {
  return clauses
    .filter((clause) => clause.kind === kind)
    .toSorted((one, other) => one.position - other.position);
}

/** A kept plan as the reader of files would give it; its notices and header lines are left out. */
export function parsedFrom(plan: StoredPlan, clauses: readonly StoredClause[]): ParsedPlan {
  const texts = (kind: PartKind) => partOf(clauses, kind).map(({ text }) => text);
  const { number, symbol, place, issuedOn, issuedYear, issuerName } = plan;
  return {
    header: {
      lines: [],
      ...(number && { number }),
      ...(symbol && { symbol }),
      ...(place && { place }),
      ...(issuedOn && { issuedOn }),
      ...(issuedYear && { issuedYear }),
      ...(issuerName && { issuer: issuerName }),
    },
    type: plan.kind,
    summary: plan.title,
    legalBases: texts('basis').map(readLegalBasis),
    opening: texts('opening'),
    clauses: build(outlineRows(clauses)),
    closing: texts('closing'),
    recipients: texts('recipient').map(readRecipient),
    signature: plan.signature,
    rest: texts('annex'),
    notices: [],
  };
}
