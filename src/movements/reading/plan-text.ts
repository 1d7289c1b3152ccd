import type { ClauseKind, ParsedPlan, PlanClause } from './plan-clause.ts';
import { printedMarker } from './plan-marker.ts';
import { oneSpaced } from './plan-words.ts';

/** All text of a plan in reading order, a line for each paragraph. */
export function planText(plan: ParsedPlan): string {
  return [
    ...plan.header.lines,
    plan.type,
    plan.summary,
    ...plan.legalBases.map((basis) => basis.text),
    ...plan.opening,
    ...plan.clauses.flatMap(clauseLines),
    ...plan.closing,
    ...(plan.recipients.length > 0
      ? ['Nơi nhận:', ...plan.recipients.map((one) => `- ${one.text};`)]
      : []),
    ...plan.signature.lines,
    ...plan.rest,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** A clause and everything under it, a line each. */
export function clauseLines(clause: PlanClause): string[] {
  return [clauseLine(clause), ...clause.children.flatMap(clauseLines)];
}

/** `IV. TIÊU CHÍ THI ĐUA: Thực hiện …` */
export function clauseLine(clause: {
  kind: ClauseKind;
  marker: string;
  heading?: string;
  text: string;
}): string {
  const heading = clause.heading ?? '';
  const parted =
    heading === '' || clause.text === '' || /[:.]$/.test(heading) ? heading : `${heading}:`;
  return oneSpaced(`${printedMarker(clause.kind, clause.marker)} ${parted} ${clause.text}`);
}
