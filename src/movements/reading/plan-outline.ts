import type { ClauseKind, PlanClause } from './plan-clause.ts';
import { readSaying } from './plan-heading.ts';
import { isHeadingLike, type PlanLine } from './plan-lines.ts';
import type { MarkerStyle } from './plan-marker.ts';
import { endsSentence } from './plan-words.ts';

/** A clause while the tree grows; `joined` tells what was put together. */
export interface ClauseDraft {
  readonly kind: ClauseKind;
  readonly marker: string;
  heading?: string;
  text: string;
  readonly children: ClauseDraft[];
  readonly joined: readonly string[];
}

interface Open {
  readonly style: string;
  /** The smaller, the further out. */
  readonly rank: number;
  readonly draft: ClauseDraft;
}

/** From the outside in, as Decree 30/2020 and office habit order them. */
const RANK: Readonly<Record<MarkerStyle, number>> = {
  Phần: 10,
  Chương: 20,
  A: 25,
  I: 30,
  Mục: 35,
  'Tiểu mục': 37,
  Điều: 40,
  '1': 50,
  Khoản: 50,
  '1.1': 51,
  '1.1.1': 52,
  '1.1.1.1': 53,
  '1.1.1.1.1': 54,
  '1)': 58,
  '(1)': 59,
  a: 60,
  '(a)': 62,
  i: 65,
  '-': 70,
  '+': 80,
  '•': 85,
};
const PARAGRAPH_RANK = 68;

/**
 * The tree of a body. A marker joins its siblings when its style is open, else it goes under
 * the nearest open clause that ranks further out; text without a marker goes to the clause it follows.
 */
export function outline(lines: readonly PlanLine[]): ClauseDraft[] {
  const top: ClauseDraft[] = [];
  const open: Open[] = [];
  const ranks = ranksIn(lines);
  const numbered = isNumbered(lines);
  for (const line of lines) {
    const place = line.marker ? markedPlace(line, ranks) : freePlace(line, ranks, numbered);
    closeTo(open, place);
    const draft = draftOf(line, place);
    (open.at(-1)?.draft.children ?? top).push(draft);
    if (place.opens) open.push({ ...place, draft });
  }
  top.forEach(nameHeadings);
  return top;
}

/** Is there any number or letter? Dashes alone do not number a plan. */
export function isNumbered(lines: readonly PlanLine[]): boolean {
  return lines.some((line) => line.marker && line.marker.kind !== 'dash');
}

interface Place {
  readonly style: string;
  readonly rank: number;
  readonly kind: ClauseKind;
  readonly opens: boolean;
}

interface Ranks {
  readonly byStyle: ReadonlyMap<string, number>;
  /** A heading without a number stands where numbered headings of its depth stand. */
  readonly byHeading: ReadonlyMap<number, number>;
}

function ranksIn(lines: readonly PlanLine[]): Ranks {
  const byStyle = new Map<string, number>(Object.entries(RANK));
  const first = (style: string) => lines.findIndex((line) => line.marker?.style === style);
  // Both I → A → 1 and A → I → 1 are in use, and both a) → 1) and 1) → a): the first seen is outside.
  if (first('I') >= 0 && first('I') < first('A')) byStyle.set('A', 33);
  if (first('a') >= 0 && first('a') < first('1)')) byStyle.set('1)', 61);
  const byHeading = new Map<number, number>();
  for (const { marker, look } of lines) {
    if (!marker || look.headingLevel === undefined) continue;
    const rank = byStyle.get(marker.style) ?? 0;
    byHeading.set(look.headingLevel, Math.min(rank, byHeading.get(look.headingLevel) ?? rank));
  }
  return { byStyle, byHeading };
}

function markedPlace({ marker, look }: PlanLine, ranks: Ranks): Place {
  const style = marker?.style ?? '';
  const kind = marker?.kind ?? 'item';
  const depth = kind === 'dash' ? Math.min(look.listLevel ?? 0, 4) : 0;
  return {
    style: `${style}${depth || ''}`,
    rank: (ranks.byStyle.get(style) ?? 50) + depth,
    kind,
    opens: true,
  };
}

function freePlace(line: PlanLine, ranks: Ranks, numbered: boolean): Place {
  const level = line.look.headingLevel;
  if (level !== undefined) {
    return {
      style: `#${level}`,
      rank: ranks.byHeading.get(level) ?? 4 + level,
      kind: 'section',
      opens: true,
    };
  }
  if (
    !numbered &&
    isHeadingLike(line.look) &&
    line.text.length <= 150 &&
    !/[.;]$/.test(line.text)
  ) {
    return { style: 'title', rank: 22, kind: 'section', opens: true };
  }
  return {
    style: 'paragraph',
    rank: PARAGRAPH_RANK,
    kind: 'paragraph',
    opens: line.text.endsWith(':'),
  };
}

function closeTo(open: Open[], place: Place): void {
  const same = open.findIndex((one) => one.style === place.style);
  if (same >= 0) open.length = same;
  while ((open.at(-1)?.rank ?? -1) > place.rank) open.pop();
}

function draftOf(line: PlanLine, place: Place): ClauseDraft {
  const saying = place.kind === 'paragraph' ? { text: line.text } : readSaying(line);
  return {
    kind: place.kind,
    marker: line.marker?.marker ?? '',
    ...saying,
    children: [],
    joined: line.joined,
  };
}

/** A short line without an end, with clauses under it, is their heading even if nobody made it bold. */
function nameHeadings(draft: ClauseDraft): void {
  draft.children.forEach(nameHeadings);
  if (draft.heading !== undefined || draft.kind === 'dash' || draft.kind === 'paragraph') return;
  if (draft.children.length === 0 || draft.text.length > 150 || endsSentence(draft.text)) return;
  if (draft.text === '') return;
  draft.heading = draft.text;
  draft.text = '';
}

/** Drafts as plain clauses, without labels yet. */
export function withoutJoins(drafts: readonly ClauseDraft[]): Omit<PlanClause, 'path'>[] {
  return drafts.map(({ kind, marker, heading, text, children }) => ({
    kind,
    marker,
    ...(heading !== undefined && { heading }),
    text,
    children: withoutJoins(children) as PlanClause[],
  }));
}
