import { indent, mergeWithPrevious, moveDown, moveUp, outdent, remove } from './plan-moves.ts';
import type { PlanRow } from './plan-tree.ts';
import type { ClauseKind } from './reading/plan-clause.ts';

/** One-press corrections of the tree, with the word on the button and what is said afterwards. */
export const CLAUSE_STEPS = {
  up: { label: 'Chuyển lên', done: 'Đã chuyển mục lên.', move: moveUp },
  down: { label: 'Chuyển xuống', done: 'Đã chuyển mục xuống.', move: moveDown },
  indent: { label: 'Lùi vào', done: 'Đã lùi mục vào một cấp.', move: indent },
  outdent: { label: 'Đưa ra', done: 'Đã đưa mục ra một cấp.', move: outdent },
  merge: { label: 'Gộp vào mục trước', done: 'Đã gộp vào mục trước.', move: mergeWithPrevious },
  remove: { label: 'Bỏ mục trống', done: 'Đã bỏ mục trống.', move: remove },
} as const satisfies Record<
  string,
  { label: string; done: string; move: (rows: readonly PlanRow[], id: string) => PlanRow[] }
>;

export type ClauseStep = keyof typeof CLAUSE_STEPS;

/** What a person types of one clause. */
export interface ClauseWords {
  readonly kind: ClauseKind;
  readonly marker: string;
  readonly heading: string;
  readonly text: string;
}

/** A sentence of a clause and the character at which it begins. */
export interface Sentence {
  readonly at: number;
  readonly text: string;
}

const SENTENCE_END = /(?:(?<!\p{Lu})\.|[;:?!])[”"')]*\s+(?=[\p{Lu}\d(“"+–-]|\p{Ll}\))/gu;

/**
 * The sentences of a text, where a clause may be split. A new one begins after `.`, `;`, `:` or
 * `?` and a space, at a capital, a number or a dash; "TP. Lai Châu" does not end.
 */
export function sentencesOf(text: string): Sentence[] {
  const starts = [0];
  for (const match of text.matchAll(SENTENCE_END)) starts.push(match.index + match[0].length);
  return starts.map((at, place) => ({ at, text: text.slice(at, starts[place + 1]).trim() }));
}
