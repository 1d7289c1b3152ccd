import type { Day } from '../../shared/day.ts';

/** What a clause is in the plan's own outline, from the outside in. */
export const CLAUSE_KINDS = ['section', 'item', 'point', 'dash', 'paragraph'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** One clause of a plan with everything under it. */
export interface PlanClause {
  readonly kind: ClauseKind;
  /**
   * As printed, without the sign that its kind always carries: `V`, `3`, `1.1`, `a`, `Điều 5`, `-`.
   * An unusual sign stays: `1)`, `I/`, `(i)`. Empty when the plan prints none.
   */
  readonly marker: string;
  /** Unique in the plan and stable: `V`, `V-2` for a second V, `V-2.3`, `V.3.g1` for its first dash. */
  readonly path: string;
  readonly heading?: string;
  readonly text: string;
  readonly children: readonly PlanClause[];
}

/** A document that a legal basis names. */
export interface CitedDocument {
  /** `Nghị quyết`, `Quyết định`, `Luật` … */
  readonly kind: string;
  /** `666/QĐ-TTg`; laws are cited without. */
  readonly symbol?: string;
  readonly on?: Day;
  readonly issuer?: string;
  readonly summary?: string;
}

export interface LegalBasis {
  /** The whole paragraph. */
  readonly text: string;
  readonly documents: readonly CitedDocument[];
}

export interface PlanHeader {
  /** Every line above the document's type, as printed. */
  readonly lines: readonly string[];
  readonly number?: string;
  readonly symbol?: string;
  readonly place?: string;
  readonly issuedOn?: Day;
  readonly issuedYear?: number;
  /** From the header, or from "TM." above the signature. */
  readonly issuer?: string;
}

export interface PlanRecipient {
  /** The line without its dash and its last sign. */
  readonly text: string;
  readonly name: string;
  /** What stands in brackets: `để B/c`. */
  readonly purpose?: string;
  /** The line "Lưu: VT, …". */
  readonly archive: boolean;
}

export interface PlanSignature {
  /** Every line as printed. */
  readonly lines: readonly string[];
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH` */
  readonly authority: readonly string[];
  readonly position?: string;
  readonly signer?: string;
}

export type PlanNoticeKind =
  | 'repeatedNumber'
  | 'missingNumber'
  | 'numberOutOfOrder'
  | 'blankNumber'
  | 'blankDate'
  | 'joined'
  | 'unevenHeadings'
  | 'notNumbered'
  | 'noType'
  | 'noRecipients'
  | 'noSignature'
  | 'afterSignature';

/** Something odd in the file: a sentence that says what was seen and what was done. */
export interface PlanNotice {
  readonly kind: PlanNoticeKind;
  readonly message: string;
  readonly path?: string;
}

export interface ParsedPlan {
  readonly header: PlanHeader;
  /** `KẾ HOẠCH`; empty when the file prints none. */
  readonly type: string;
  /** The "trích yếu". */
  readonly summary: string;
  readonly legalBases: readonly LegalBasis[];
  /** What stands between the legal bases and the first clause. */
  readonly opening: readonly string[];
  readonly clauses: readonly PlanClause[];
  readonly closing: readonly string[];
  readonly recipients: readonly PlanRecipient[];
  readonly signature: PlanSignature;
  /** What follows the signature, such as annexes. */
  readonly rest: readonly string[];
  readonly notices: readonly PlanNotice[];
}
