import type { PlanClause, PlanNotice } from './plan-clause.ts';
import { type Marker, type MarkerStyle, printedMarker, readMarker } from './plan-marker.ts';
import { letterAt, letterFollows } from './plan-numerals.ts';
import { shortly } from './plan-words.ts';

interface Numbered {
  readonly clause: PlanClause;
  readonly marker: Marker;
}

/**
 * What is odd about the numbers of a plan: a number printed twice, one left out, one too early.
 * Nothing is renumbered; the notices say what was seen.
 */
export function sequenceNotices(clauses: readonly PlanClause[]): PlanNotice[] {
  const lastOfStyle = new Map<MarkerStyle, Marker>();
  return siblingNotices(clauses, lastOfStyle);
}

function siblingNotices(
  siblings: readonly PlanClause[],
  whole: Map<MarkerStyle, Marker>,
): PlanNotice[] {
  const before = new Map<MarkerStyle, Numbered[]>();
  return siblings.flatMap((clause) => {
    const marker = markerOf(clause, before);
    const notices = marker ? numberNotices({ clause, marker }, before, whole) : [];
    if (marker) {
      before.set(marker.style, [...(before.get(marker.style) ?? []), { clause, marker }]);
      whole.set(marker.style, marker);
    }
    return [...notices, ...siblingNotices(clause.children, whole)];
  });
}

function markerOf(
  clause: PlanClause,
  before: ReadonlyMap<MarkerStyle, readonly Numbered[]>,
): Marker | undefined {
  if (clause.marker === '' || clause.kind === 'dash') return undefined;
  const printed = `${printedMarker(clause.kind, clause.marker)} X`;
  const marker = readMarker(printed, (style) => before.get(style)?.at(-1)?.marker);
  return marker?.value === undefined ? undefined : marker;
}

function numberNotices(
  now: Numbered,
  before: ReadonlyMap<MarkerStyle, readonly Numbered[]>,
  whole: ReadonlyMap<MarkerStyle, Marker>,
): PlanNotice[] {
  const siblings = before.get(now.marker.style) ?? [];
  const same = siblings.find((one) => one.marker.marker === now.marker.marker);
  if (same) return [repeated(now.clause, same.clause)];
  // Articles count on through chapters, and some plans count their items on through sections.
  const last =
    siblings.at(-1)?.marker ??
    (follows(whole.get(now.marker.style), now.marker) ? whole.get(now.marker.style) : undefined);
  if (follows(last, now.marker)) return [];
  const value = now.marker.value ?? 0;
  const from = last?.value ?? 0;
  return [value > from ? missing(now, from) : outOfOrder(now.clause, siblings.at(-1)?.clause)];
}

function follows(last: Marker | undefined, now: Marker): boolean {
  if (last?.letter && now.letter) return letterFollows(last.letter, now.letter);
  return now.value === (last?.value ?? 0) + 1;
}

function repeated(second: PlanClause, first: PlanClause): PlanNotice {
  return {
    kind: 'repeatedNumber',
    path: second.path,
    message: `Số ${second.marker} được dùng hai lần: “${title(first)}” và “${title(second)}”. Đã giữ nguyên số như bản in; mục sau được gọi là ${second.path} để phân biệt.`,
  };
}

function missing(now: Numbered, from: number): PlanNotice {
  const left = Array.from({ length: Math.min((now.marker.value ?? 0) - from - 1, 5) }, (_, at) =>
    nameOf(now.marker, from + at + 1),
  );
  return {
    kind: 'missingNumber',
    path: now.clause.path,
    message: `Trước mục ${now.clause.path} “${title(now.clause)}” thiếu số ${left.join(', ')}. Đã giữ nguyên số như bản in; hãy xem lại bản gốc có thiếu đoạn nào không.`,
  };
}

function outOfOrder(now: PlanClause, before: PlanClause | undefined): PlanNotice {
  return {
    kind: 'numberOutOfOrder',
    path: now.path,
    message: `Mục ${now.path} “${title(now)}” đứng sau mục ${before?.path ?? ''} nhưng có số nhỏ hơn. Đã giữ nguyên thứ tự và số như bản in.`,
  };
}

function nameOf(marker: Marker, value: number): string {
  if (marker.style === 'I') return roman(value);
  return marker.letter ? letterAt(value) : String(value);
}

function roman(value: number): string {
  const tens = 'X'.repeat(Math.floor(value / 10));
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '');
}

function title(clause: PlanClause): string {
  return shortly(clause.heading ?? clause.text);
}
