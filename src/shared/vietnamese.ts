const VI = 'vi-VN';
const COUNT = new Intl.NumberFormat(VI, { maximumFractionDigits: 2 });
const EXACT = new Intl.NumberFormat(VI, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Text as it is kept everywhere: NFC, no stray spaces at the ends, no invisible marks. */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .trim();
}

/**
 * Text without accents and case, for search: "Mường Than" and "muong than" are one,
 * "hoà" and "hòa" too, đ is d. The database's `fold()` gives the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Does the person's spelling carry accents? Then search respects them. */
export function hasAccents(text: string): boolean {
  return fold(text) !== text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `1.234,5`: Vietnamese separators, at most two decimals. */
export function showNumber(value: number): string {
  return COUNT.format(value);
}

/** `19,46 %`; the number is already in percent. */
export function showPercent(value: number): string {
  return `${EXACT.format(value)} %`;
}

/** `1.250.000 đồng` */
export function showMoney(dong: number): string {
  return `${COUNT.format(dong)} đồng`;
}

/**
 * A number as a Vietnamese office types it: `1.234,5`, `1234.5`, `1 234`.
 * A single dot before exactly three digits groups thousands. `undefined`: not a number.
 */
export function parseNumber(typed: string): number | undefined {
  const text = typed.replace(/[\s\u00A0]/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text))
    return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

/** A name as it stands inside a sentence: `Báo cáo năm 2025` becomes `báo cáo năm 2025`. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}
