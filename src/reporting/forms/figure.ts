import { parseNumber, showMoney, showNumber, showPercent } from '../../shared/vietnamese.ts';

export type FigureKind = 'count' | 'money' | 'ratio' | 'text' | 'list';

/** A figure of the movement, as data. A ratio is never typed: it follows its two parts. */
export interface Figure {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: FigureKind;
  /** hộ, nhà, suất, đồng, % … */
  readonly measure: string;
}

/** One line of a list: a model, a difficulty, an exemplar, each with who stands behind it. */
export interface ListItem {
  readonly title: string;
  readonly body: string;
}

/** What a report holds for a figure. All empty: not reported, which is neither nil nor 0. */
export interface Value {
  readonly amount: number | null;
  readonly words: string | null;
  readonly items: readonly ListItem[] | null;
}

export const NOTHING: Value = { amount: null, words: null, items: null };

/** Largest amount taken: nine million billion is where a double stops being exact. */
const LARGEST = 9_000_000_000_000_000;
const LONGEST = 8_000;

/**
 * What was typed for a figure, as a value. Text in, value or a Vietnamese sentence out.
 * Lists come as lines `title | body`, one item a line.
 */
export function readTyped(figure: Figure, typed: string): Value | { readonly fault: string } {
  const text = typed.normalize('NFC').trim();
  if (text === '') return NOTHING;
  if (figure.kind === 'list') return { ...NOTHING, items: readItems(text) };
  if (figure.kind === 'text') return readWords(text);
  return readAmount(figure, text);
}

function readWords(text: string): Value | { fault: string } {
  if (text.length <= LONGEST) return { ...NOTHING, words: text };
  return { fault: `Đoạn này dài ${text.length} ký tự, quá ${LONGEST}. Hãy rút gọn.` };
}

function readAmount({ kind, measure }: Figure, text: string): Value | { fault: string } {
  const amount = parseNumber(text);
  if (amount === undefined)
    return { fault: `“${text}” không phải là số. Hãy nhập số, ví dụ 1.234; nếu không có, nhập 0.` };
  if (amount < 0) return { fault: 'Số này không thể âm. Hãy nhập số từ 0 trở lên.' };
  if (!Number.isInteger(amount))
    return { fault: `Số ${measure || 'này'} phải là số nguyên. Hãy bỏ phần lẻ sau dấu phẩy.` };
  if (amount > LARGEST)
    return {
      fault: `Số này quá lớn. Hãy kiểm tra lại ${kind === 'money' ? 'đơn vị đồng' : 'số'}.`,
    };
  return { ...NOTHING, amount };
}

function readItems(text: string): ListItem[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*[-–+•]\s*/, '').trim());
  return lines.filter(Boolean).map((line) => {
    const cut = line.indexOf('|');
    if (cut < 0) return { title: line, body: '' };
    return { title: line.slice(0, cut).trim(), body: line.slice(cut + 1).trim() };
  });
}

/** A value as it stands in a form field: the same text gives the same value again. */
export function typedText({ amount, words, items }: Value): string {
  if (amount !== null) return showNumber(amount);
  if (words !== null) return words;
  return (items ?? []).map(({ title, body }) => (body ? `${title} | ${body}` : title)).join('\n');
}

/** An amount as it is read: `1.234 hộ`, `1.250.000 đồng`, `19,46 %`. */
export function showAmount(kind: FigureKind, measure: string, amount: number): string {
  if (kind === 'ratio') return showPercent(amount);
  if (kind === 'money') return showMoney(amount);
  return measure ? `${showNumber(amount)} ${measure}` : showNumber(amount);
}

export function isEmpty({ amount, words, items }: Value): boolean {
  return amount === null && words === null && items === null;
}

export function sameValue(left: Value, right: Value): boolean {
  return typedText(left) === typedText(right) && isEmpty(left) === isEmpty(right);
}

/** Numerator over denominator in percent; nothing without both or over nothing. */
export function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : (part / whole) * 100;
}
