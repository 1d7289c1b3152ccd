import { childOf, numberOf, settingOf, switchOf, type XmlElement } from './docx-xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`: `%n` stands for the number of level n, 1 outermost. */
  readonly pattern: string;
  /** All numbers in Arabic figures ("legal" numbering). */
  readonly legal: boolean;
  /** Restarts after this level (1 outermost); 0 never; unset after any outer level. */
  readonly restart?: number;
}

interface List {
  /** Lists with the same key share one count, as in Word. */
  readonly countKey: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startAgain: ReadonlyMap<number, number>;
}

/** Lists of `word/numbering.xml` by `numId`. */
export type DocxLists = ReadonlyMap<number, List>;

/** The visible marker (`II.`, `1.1.`, `a)`, `-`) of the next paragraph of a list. */
export type NextMarker = (numId: number, level: number) => string;

export function readLists(root: XmlElement | undefined): DocxLists {
  const parts = childOf(root, 'numbering')?.children ?? [];
  const bases = parts.filter((part) => part.name === 'abstractNum');
  const lists = new Map<number, List>();
  for (const num of parts.filter((part) => part.name === 'num')) {
    const base = baseOf(num, bases);
    if (base) lists.set(Number(num.attributes.numId), listOf(num, base));
  }
  return lists;
}

function baseOf(num: XmlElement, bases: readonly XmlElement[]): XmlElement | undefined {
  const id = settingOf(num, 'abstractNumId');
  const base = bases.find((one) => one.attributes.abstractNumId === id);
  const link = settingOf(base, 'numStyleLink');
  return link === undefined ? base : bases.find((one) => settingOf(one, 'styleLink') === link);
}

function listOf(num: XmlElement, base: XmlElement): List {
  const levels = new Map<number, Level>();
  const startAgain = new Map<number, number>();
  for (const level of named(base, 'lvl')) levels.set(Number(level.attributes.ilvl), levelOf(level));
  for (const override of named(num, 'lvlOverride')) {
    const at = Number(override.attributes.ilvl);
    const level = childOf(override, 'lvl');
    const start = numberOf(override, 'startOverride');
    if (level) levels.set(at, levelOf(level));
    if (start !== undefined) startAgain.set(at, start);
  }
  return { countKey: base.attributes.abstractNumId ?? '', levels, startAgain };
}

function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function levelOf(level: XmlElement): Level {
  const restart = numberOf(level, 'lvlRestart');
  return {
    start: numberOf(level, 'start') ?? 0,
    format: settingOf(level, 'numFmt') ?? 'decimal',
    pattern: settingOf(level, 'lvlText') ?? '',
    legal: switchOf(level, 'isLgl') ?? false,
    ...(restart !== undefined && { restart }),
  };
}

/**
 * Counts a document's lists from its first paragraph to its last, as Word prints them:
 * an inner level starts again after an outer one, lists of one base share a count, and
 * a start override begins anew at the list's first use.
 */
export function countLists(lists: DocxLists): NextMarker {
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return (numId, level) => {
    const list = lists.get(numId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const count = counts.get(list.countKey) ?? new Map<number, number>();
    counts.set(list.countKey, count);
    const override = list.startAgain.get(level);
    const first = override !== undefined && !begun.has(`${numId} ${level}`);
    begun.add(`${numId} ${level}`);
    count.set(level, first ? override : (count.get(level) ?? own.start - 1) + 1);
    restartInner(list, count, level);
    return markerOf(list, count, own);
  };
}

function restartInner(list: List, count: Map<number, number>, level: number): void {
  for (const [inner, { restart }] of list.levels) {
    if (inner > level && (restart === undefined || level < restart)) count.delete(inner);
  }
}

function markerOf(list: List, count: ReadonlyMap<number, number>, own: Level): string {
  if (own.format === 'none') return '';
  if (own.format === 'bullet') return bullet(own.pattern);
  return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const other = list.levels.get(level);
    const value = count.get(level) ?? other?.start ?? 1;
    return numeral(value, own.legal ? 'decimal' : (other?.format ?? 'decimal'));
  });
}

/** Bullets of Word's symbol fonts lie in the private area and mean nothing without the font. */
function bullet(pattern: string): string {
  const shown = pattern.trim();
  return /^[-–—+*•]$/.test(shown) ? shown : '•';
}

function numeral(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperLetter') return letter(value);
  if (format === 'lowerLetter') return letter(value).toLowerCase();
  return format === 'decimalZero' ? String(value).padStart(2, '0') : String(value);
}

/** Word's letters: A … Z, AA, BB …; it knows no `đ`. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}
