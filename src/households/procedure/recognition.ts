import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';

/** A decision not yet signed: what will be signed is this, word for word. */
export interface DecisionDraft {
  readonly document: OfficialDocument;
  readonly fingerprint: string;
}

/** A decision as it was signed, names included; nothing of it changes any more. */
export interface Recognition extends DecisionDraft {
  readonly number: number;
  readonly issuedOn: Day;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly at: Date;
}

/** `05/QĐ-UBND` */
export function decisionNumber({ number }: Pick<Recognition, 'number'>): string {
  return `${String(number).padStart(2, '0')}/QĐ-UBND`;
}
