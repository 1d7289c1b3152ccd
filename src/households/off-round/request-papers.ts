import { type DocumentKind, documentSymbol } from '../../documents/document-kinds.ts';
import type { OfficialDocument } from '../../documents/official-document.ts';
import { placeOf } from '../procedure/place-names.ts';
import { signatureLines } from '../procedure/signing.ts';
import { certificateBody } from './certificate.ts';
import { type Paper, paperOf } from './class-request.ts';
import { decisionBody } from './leave-decision.ts';
import type { PaperBody, PaperSources } from './paper-sources.ts';
import { letterBody } from './refusal-letter.ts';

/**
 * The paper that a decision on a request gives: the certificate, the decision that a household has
 * left the list, or the refusal with its reason (Decision 24/2021; layout Decree 30/2020). Pure.
 */
export function describePaper(sources: PaperSources): OfficialDocument {
  const paper = paperOf(sources.granted, sources.request.result);
  const { kind, symbol } = NAMES[paper];
  return {
    ...{ kind, symbol, issuer: { name: sources.officeName }, number: sources.number },
    ...{ date: sources.decidedOn, place: placeOf(sources.communeName) },
    ...BODIES[paper](sources),
    signature: { authority: signatureLines(sources.signing), name: sources.signerName },
  };
}

const NAMES: Readonly<Record<Paper, { readonly kind: DocumentKind; readonly symbol: string }>> = {
  certificate: { kind: 'GCN', symbol: documentSymbol('GCN', 'UBND') },
  decision: { kind: 'QĐ', symbol: documentSymbol('QĐ', 'UBND') },
  letter: { kind: 'CV', symbol: documentSymbol('CV', 'UBND', 'KT') },
};

/** The series of numbers that a paper takes its number from. */
export function seriesOf(paper: Paper): string {
  return NAMES[paper].kind;
}

const BODIES: Readonly<Record<Paper, (sources: PaperSources) => PaperBody>> = {
  certificate: certificateBody,
  decision: decisionBody,
  letter: letterBody,
};
