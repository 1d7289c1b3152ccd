import type { ParsedPlan, PlanClause } from './plan-clause.ts';
import { clauseLine } from './plan-text.ts';

/** A place where two plans say different things. */
export interface PlanDifference {
  /** The clause's path, or the part of the plan: `header`, `legalBases 2`, `closing 1` … */
  readonly where: string;
  /** What each says there; empty when it says nothing. */
  readonly left: string;
  readonly right: string;
}

/** Do two plans say the same, whatever their ids and notices? */
export function samePlan(left: ParsedPlan, right: ParsedPlan): boolean {
  return planDifferences(left, right).length === 0;
}

/** Where two plans differ in content, in reading order. */
export function planDifferences(left: ParsedPlan, right: ParsedPlan): PlanDifference[] {
  return [
    ...listDifferences('header', [identity(left)], [identity(right)]),
    ...listDifferences('legalBases', left.legalBases.map(textOf), right.legalBases.map(textOf)),
    ...listDifferences('opening', left.opening, right.opening),
    ...clauseDifferences(left.clauses, right.clauses),
    ...listDifferences('closing', left.closing, right.closing),
    ...listDifferences('recipients', left.recipients.map(textOf), right.recipients.map(textOf)),
    ...listDifferences('signature', left.signature.lines, right.signature.lines),
    ...listDifferences('rest', left.rest, right.rest),
  ];
}

/** Where two trees of clauses differ: kind, marker, heading, text or place. */
export function clauseDifferences(
  left: readonly PlanClause[],
  right: readonly PlanClause[],
): PlanDifference[] {
  const longest = Math.max(left.length, right.length);
  return Array.from({ length: longest }, (_, at) => [left[at], right[at]] as const).flatMap(
    ([one, other]) => [
      ...differenceOf(one, other),
      ...clauseDifferences(one?.children ?? [], other?.children ?? []),
    ],
  );
}

function differenceOf(
  one: PlanClause | undefined,
  other: PlanClause | undefined,
): PlanDifference[] {
  if (one && other && sameClause(one, other)) return [];
  const said = (clause: PlanClause | undefined) => (clause ? clauseLine(clause) : '');
  return [{ where: one?.path ?? other?.path ?? '', left: said(one), right: said(other) }];
}

function sameClause(one: PlanClause, other: PlanClause): boolean {
  const same = one.kind === other.kind && one.marker === other.marker && one.text === other.text;
  return same && (one.heading ?? '') === (other.heading ?? '');
}

function listDifferences(
  part: string,
  left: readonly string[],
  right: readonly string[],
): PlanDifference[] {
  const longest = Math.max(left.length, right.length);
  return Array.from({ length: longest }, (_, at) => ({
    where: `${part} ${at + 1}`,
    left: left[at] ?? '',
    right: right[at] ?? '',
  })).filter((difference) => difference.left !== difference.right);
}

function identity({ header, type, summary }: ParsedPlan): string {
  const { number, symbol, place, issuedOn, issuedYear, issuer } = header;
  return [type, summary, number, symbol, place, issuedOn, issuedYear, issuer]
    .map((part) => part ?? '')
    .join(' | ');
}

function textOf(one: { readonly text: string }): string {
  return one.text;
}
