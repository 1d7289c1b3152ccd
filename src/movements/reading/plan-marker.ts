import type { ClauseKind } from './plan-clause.ts';
import { letterFollows, letterValue, romanValue, wordValue } from './plan-numerals.ts';

/** The way a marker is written; siblings share it. */
export type MarkerStyle =
  | 'Phần'
  | 'Chương'
  | 'A'
  | 'I'
  | 'Mục'
  | 'Tiểu mục'
  | 'Điều'
  | 'Khoản'
  | '1'
  | '1.1'
  | '1.1.1'
  | '1.1.1.1'
  | '1.1.1.1.1'
  | '1)'
  | '(1)'
  | 'a'
  | '(a)'
  | 'i'
  | '-'
  | '+'
  | '•';

export interface Marker {
  readonly style: MarkerStyle;
  readonly kind: ClauseKind;
  /** As a clause keeps it: see `PlanClause.marker`. */
  readonly marker: string;
  /** Place among its siblings, 1 first; dashes have none. */
  readonly value?: number;
  /** The letter, for letters: two alphabets are in use. */
  readonly letter?: string;
  readonly rest: string;
}

/** The last marker of a style that is still open: it decides whether `i)` follows `h)` or begins i, ii, iii. */
export type LastMarker = (style: MarkerStyle) => Marker | undefined;

const NONE: LastMarker = () => undefined;

/**
 * The marker that a paragraph begins with, and the text after it; `undefined` when it begins
 * with none. Known: Phần, Chương, Mục, Điều, `A.`, `I.`, `1.`, `1.1.`, `1)`, `a)`, `(i)`, dashes.
 */
export function readMarker(text: string, last: LastMarker = NONE): Marker | undefined {
  return (
    wordMarker(text) ??
    dashMarker(text) ??
    numberMarker(text) ??
    bracketMarker(text, last) ??
    letterMarker(text, last)
  );
}

/** The marker as a plan prints it: `V.`, `3.`, `a)`, `Điều 5.`, `-`. */
export function printedMarker(kind: ClauseKind, marker: string): string {
  if (marker === '' || /[^\p{L}\d]$/u.test(marker)) return marker;
  if (/^\p{L}{3,} /u.test(marker)) return marker.startsWith('Điều') ? `${marker}.` : marker;
  return kind === 'point' ? `${marker})` : `${marker}.`;
}

const WORD =
  /^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Điều|ĐIỀU|Khoản|KHOẢN)\s+((?:thứ|THỨ)\s+)?([IVXLCivxlc]+|\d{1,3}|[A-ZĐa-zđ]|\p{L}{2,4})(?![\p{L}\d])\s*([.:)]|[-–](?=\s))?\s*([\s\S]*)$/u;

function wordMarker(text: string): Marker | undefined {
  const [, word = '', nth = '', number = '', sign = '', rest = ''] = WORD.exec(text) ?? [];
  const value = numeral(number);
  if (word === '' || value === undefined) return undefined;
  const style = (word[0] + word.slice(1).toLocaleLowerCase('vi')) as MarkerStyle;
  // "Điều 5 Luật …" and "Chương V của …" only mention; a heading has a sign, a capital or nothing after.
  const mentions = ['Điều', 'Khoản'].includes(style)
    ? sign === '' && rest !== ''
    : sign === '' && /^[\p{Ll}\d]/u.test(rest);
  if (mentions) return undefined;
  return {
    style,
    kind: style === 'Khoản' ? 'item' : 'section',
    marker: `${word} ${nth}${number}`.replace(/\s+/g, ' '),
    value,
    rest,
  };
}

function numeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  return (
    romanValue(text) ??
    wordValue(text) ??
    (text.length === 1 ? letterValue(text) || undefined : undefined)
  );
}

function dashMarker(text: string): Marker | undefined {
  const [, sign = '', rest = ''] =
    /^([-–—−+]|[•●▪■◦‣*·○►➢✓])(?:\s+|(?=[\p{L}"“(]))([\s\S]*)$/u.exec(text) ?? [];
  if (sign === '') return undefined;
  const style = sign === '+' ? '+' : /[-–—−]/.test(sign) ? '-' : '•';
  return { style, kind: 'dash', marker: sign, rest };
}

const SIMPLE = /^(\d{1,3})(?:\s?([.)/])|(-)(?=\s*\p{Lu}))(?:\s+|(?=[\p{L}"“])|$)([\s\S]*)$/u;
// Without its last dot "1.5 triệu" is an amount: then a capital must follow.
const CHAIN =
  /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:([.)])(?:\s+|(?=\p{L}))|\s+(?=["“]?\p{Lu}))([\s\S]*)$/u;
const CHAIN_STYLES = ['1', '1.1', '1.1.1', '1.1.1.1', '1.1.1.1.1'] as const;

function numberMarker(text: string): Marker | undefined {
  const chain = CHAIN.exec(text);
  if (chain) {
    const [, numbers = '', sign = '', rest = ''] = chain;
    const parts = numbers.split('.');
    return {
      style: CHAIN_STYLES[parts.length - 1] ?? '1.1',
      kind: 'item',
      marker: numbers + (sign === ')' ? sign : ''),
      value: Number(parts.at(-1)),
      rest,
    };
  }
  const [, number = '', sign = '', dash = '', rest = ''] = SIMPLE.exec(text) ?? [];
  if (number === '') return undefined;
  const style = sign === ')' ? '1)' : '1';
  return {
    style,
    kind: 'item',
    marker: sign === '.' ? number : number + sign + dash,
    value: Number(number),
    rest,
  };
}

const BRACKETS = /^\((\d{1,2}|[a-zđ]|[ivx]{1,5})\)\s*([\s\S]*)$/;

function bracketMarker(text: string, last: LastMarker): Marker | undefined {
  const [, inside = '', rest = ''] = BRACKETS.exec(text) ?? [];
  if (inside === '') return undefined;
  const marker = `(${inside})`;
  if (/\d/.test(inside)) return { style: '(1)', kind: 'item', marker, value: Number(inside), rest };
  return smallLetter(inside, marker, rest, '(a)', last);
}

const LETTER =
  /^(?:([IVXLC]+)(?:\s?([./)])|\s?([-–])(?=\s*\p{Lu}))|([A-ZĐa-zđ]|[ivx]{2,5})\s?([./)]))(?:\s+|(?=\p{L}{2}|["“])|$)([\s\S]*)$/u;

function letterMarker(text: string, last: LastMarker): Marker | undefined {
  const [, roman = '', romanSign = '', romanDash = '', single = '', sign = '', rest = ''] =
    LETTER.exec(text) ?? [];
  if (roman !== '') return capital(roman, romanSign + romanDash, rest, last);
  if (single === '') return undefined;
  if (/^\p{Lu}/u.test(single)) return capital(single, sign, rest, last);
  return smallLetter(single, sign === ')' ? single : single + sign, rest, 'a', last);
}

function capital(text: string, sign: string, rest: string, last: LastMarker): Marker | undefined {
  const value = romanValue(text);
  const marker = sign === '.' ? text : text + sign;
  const asRoman = { style: 'I', kind: 'section', marker, value, rest } as const;
  const asLetter = {
    style: 'A',
    kind: 'section',
    marker,
    value: letterValue(text),
    letter: text,
    rest,
  } as const;
  if (text.length > 1) return value === undefined ? undefined : { ...asRoman, value };
  const before = last('A')?.letter;
  if (before && letterFollows(before, text)) return asLetter;
  if (value === undefined) return asLetter;
  const likely = /[IVX]/.test(text) || last('I')?.value === value - 1;
  return likely ? { ...asRoman, value } : asLetter;
}

function smallLetter(
  text: string,
  marker: string,
  rest: string,
  style: 'a' | '(a)',
  last: LastMarker,
): Marker | undefined {
  const value = romanValue(text);
  const before = last(style)?.letter;
  const single = text.length === 1;
  const goesOn = single && before !== undefined && letterFollows(before, text);
  const begins = text === 'i' || text.length > 1 || last('i')?.value === (value ?? 0) - 1;
  if (value !== undefined && begins && !goesOn) {
    return {
      style: 'i',
      kind: 'point',
      marker: marker === text ? `${text})` : marker,
      value,
      rest,
    };
  }
  return single
    ? { style, kind: 'point', marker, value: letterValue(text), letter: text, rest }
    : undefined;
}
