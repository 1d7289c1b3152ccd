import { fold } from '../../shared/vietnamese.ts';

/** One line of a list figure of one unit: a difficulty, a model, an exemplar. */
export interface GatheredItem {
  readonly title: string;
  readonly body: string;
  readonly unitName: string;
}

/** Items that say the same, with all who said it. */
export interface GatheredGroup {
  readonly title: string;
  /** What they add to it, where all add the same. */
  readonly body: string;
  readonly unitNames: readonly string[];
}

/** From this share of equal words on, two titles speak of the same thing. */
const ALIKE = 0.6;

/**
 * Items grouped by similar title, most authors first, else in the order handed in. Two titles
 * are similar when six in ten of their words are the same, accents and numbers aside. What
 * the titles of a group do not share (a village, a number) is left out with a `…`: it is true
 * of one author only.
 */
export function gather(items: readonly GatheredItem[]): GatheredGroup[] {
  const groups: { words: Set<string>; items: GatheredItem[] }[] = [];
  for (const item of items) {
    const words = wordsOf(item.title);
    const alike = groups.find((group) => likeness(group.words, words) >= ALIKE);
    if (alike) alike.items.push(item);
    else groups.push({ words, items: [item] });
  }
  return groups
    .map((group) => asGroup(group.items))
    .toSorted((left, right) => right.unitNames.length - left.unitNames.length);
}

/** Every item by itself, in the order handed in. */
export function each(items: readonly GatheredItem[]): GatheredGroup[] {
  return items.map(({ title, body, unitName }) => ({ title, body, unitNames: [unitName] }));
}

function asGroup(items: readonly GatheredItem[]): GatheredGroup {
  const bodies = new Set(items.map(({ body }) => body));
  return {
    title: sharedTitle(items.map(({ title }) => title)),
    body: bodies.size === 1 ? (items[0]?.body ?? '') : '',
    unitNames: [...new Set(items.map(({ unitName }) => unitName))],
  };
}

/** The first title with a `…` for the words that some other title lacks. */
function sharedTitle([first = '', ...others]: readonly string[]): string {
  const kept = others.map((title) => new Set(foldedWords(title)));
  const words = first.split(/\s+/).map((word) => {
    const [folded = ''] = foldedWords(word);
    return kept.every((set) => set.has(folded)) ? word : '…';
  });
  return words.filter((word, at) => word !== '…' || words[at - 1] !== '…').join(' ');
}

/** Words that tell whether two titles are alike: numbers differ from unit to unit. */
function wordsOf(title: string): Set<string> {
  return new Set(foldedWords(title).filter((word) => !/^\d+$/.test(word)));
}

function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** `Ủy ban nhân dân xã Mường Than` as a report writes it: `UBND xã Mường Than`. */
export function briefUnit(name: string): string {
  return name.replace(/^Ủy ban nhân dân/i, 'UBND').replace(/^Ủy ban Mặt trận/i, 'UBMT');
}

/** `Khó khăn về vốn vay: UBND xã A, UBND xã B` */
export function groupLine({ title, body, unitNames }: GatheredGroup): string {
  const what = body ? `${bare(title)} (${bare(body)})` : bare(title);
  return `${what}: ${unitNames.map(briefUnit).join(', ')}`;
}

function bare(text: string): string {
  return text.trim().replace(/[.;,:\s]+$/, '');
}
