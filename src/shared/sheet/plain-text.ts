import { notExcel } from './cells.ts';
import { unescapeXstring } from './xml.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * The text between two marks of an XML part as a reader of XML gives it: UTF-8, line ends as one
 * sign, entities resolved. Bytes that are no UTF-8 and entities that XML does not know throw.
 */
export function xmlText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(/&([^;]*);?/g, entity) : lines;
}

/** The same as a cell keeps it: `_x000D_` resolved, in NFC. */
export function cellText(bytes: Uint8Array): string {
  return unescapeXstring(xmlText(bytes)).normalize('NFC');
}

function decoded(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw notExcel();
  }
}

function entity(_whole: string, name: string): string {
  const known = NAMED[name];
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (!digits) throw notExcel();
  const sign = digits[1] ? Number.parseInt(digits[1], 16) : Number(digits[2]);
  if (sign === 0 || sign > 0x10ffff || (sign >= 0xd800 && sign <= 0xdfff)) throw notExcel();
  return String.fromCodePoint(sign);
}
