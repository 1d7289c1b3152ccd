import { type Day, officialDay } from '../shared/day.ts';

/** Letters of points in Vietnamese alphabet order (Decree 30/2020, annex I): đ after d, no f, j, w, z. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMAN = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** The way authority is passed on (Decree 30/2020, article 13). */
export type Authority = 'KT' | 'TL' | 'TUQ' | 'Q';

/**
 * `Số: 05/BC-SNNMT`: numbers under 10 take a zero, no spaces round `/` and `-`.
 * Without a number room is left to write it: `Số:      /BC-SNNMT`.
 */
export function numberLine(number: number | undefined, symbol: string): string {
  return number === undefined ? `Số:      /${symbol}` : `Số: ${padded(number)}/${symbol}`;
}

/** `05`, `12`, `120`. */
function padded(number: number): string {
  return String(number).padStart(2, '0');
}

/** `Lai Châu, ngày 05 tháng 02 năm 2026`; an unissued document leaves the day blank. */
export function placeAndDate(place: string, date: Day | undefined, year?: number): string {
  return `${place}, ${date ? officialDay(date) : `ngày     tháng     năm ${year ?? '    '}`}`;
}

/**
 * The lines above a signature.
 * - `body`: the collective signed for, `ỦY BAN NHÂN DÂN` gives `TM. ỦY BAN NHÂN DÂN`;
 * - `head`: position of the head; alone, the head signs in person;
 * - `by`: another signs for the head (KT. deputy, TL. by order, TUQ. authorised in writing)
 *   under `position`; `Q` is an acting head and takes no position.
 */
export function authorityLines(signer: {
  readonly body?: string;
  readonly head: string;
  readonly by?: Authority;
  readonly position?: string;
}): string[] {
  const head = signer.by ? `${signer.by}. ${signer.head}` : signer.head;
  return [signer.body && `TM. ${signer.body}`, head, signer.position]
    .filter((line) => line !== undefined && line !== '')
    .map((line) => capitals(String(line)));
}

/** Lines of a list: `;` after each, `.` after the last, whatever their writer had typed. */
export function listLines(items: readonly string[]): string[] {
  return items.map((item, at) => bare(item) + (at === items.length - 1 ? '.' : ';'));
}

/** Recipients with their dashes: `- Như trên;` … `- Lưu: VT, NN.` */
export function recipientLines(recipients: readonly string[]): string[] {
  return listLines(recipients).map((line) => `- ${line}`);
}

/** What to add so that a body ends in `./.`: nothing, `/.` after a full stop, or all of it. */
export function closing(text: string): '' | '/.' | './.' {
  if (text.endsWith('./.')) return '';
  return text.endsWith('.') ? '/.' : './.';
}

/** `I`, `IV`, `XII`: numbers of level 1 headings and annexes, from 1 to 89. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

/** The letter of the nth point, from 1: a b c d đ e g h i k …; after y come aa, ab. */
export function pointLetter(number: number): string {
  const at = (number - 1) % LETTERS.length;
  const round = Math.floor((number - 1) / LETTERS.length);
  return (round > 0 ? pointLetter(round) : '') + (LETTERS[at] ?? '');
}

/** Capitals as a Vietnamese typist sets them. */
export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function bare(item: string): string {
  return item
    .trim()
    .replace(/^-\s+/, '')
    .replace(/[;.,\s]+$/, '');
}
