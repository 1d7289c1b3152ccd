import { fold } from '../../shared/vietnamese.ts';
import type { PlanRecipient, PlanSignature } from './plan-clause.ts';
import { brokenAtLines, wholeText } from './plan-lines.ts';
import type { PlanParagraph } from './plan-paragraph.ts';
import { isAuthority, isCapitals, isRecipientsLabel, withoutEnd } from './plan-words.ts';

export interface PlanEnding {
  readonly recipients: readonly PlanRecipient[];
  readonly signature: PlanSignature;
  readonly rest: readonly string[];
}

const POSITION =
  /^(PHÓ |QUYỀN )?(CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|TỔNG GIÁM ĐỐC|CHỦ NHIỆM)( |$)/;
const DASH = /^[-–—−+•●▪]\s*/;

/** Does the plan's ending begin here: "Nơi nhận:", "TM. …" or a position in capitals? */
export function beginsEnding(paragraph: PlanParagraph): boolean {
  const first = brokenAtLines(paragraph)[0]?.text.trim() ?? '';
  return isRecipientsLabel(first) || isSigningLine(first);
}

function isSigningLine(text: string): boolean {
  return isAuthority(text) || (isCapitals(text) && POSITION.test(text));
}

/** Recipients and signature in either order, side by side or one below the other; then what follows. */
export function readEnding(paragraphs: readonly PlanParagraph[]): PlanEnding {
  const lines = paragraphs.flatMap(brokenAtLines).flatMap(columnsOf);
  const annex = lines.findIndex(
    (line) => /^phu luc\b/.test(fold(line.text)) && /^P/.test(line.text),
  );
  const end = annex < 0 ? lines.length : annex;
  const recipients: string[] = [];
  const signing: string[] = [];
  let listCell: PlanParagraph['cell'] | 'none' = 'none';
  for (const line of lines.slice(0, end)) {
    const text = wholeText(line);
    if (isRecipientsLabel(text)) {
      listCell = line.cell;
      const inline = text.slice(text.indexOf(':') + 1).trim();
      if (text.includes(':') && inline !== '') recipients.push(inline);
    } else if (
      listCell !== 'none' &&
      sameCell(line.cell, listCell) &&
      inList(text, recipients, signing)
    ) {
      addRecipient(text, recipients);
    } else signing.push(text);
  }
  return {
    recipients: recipients.map(readRecipient),
    signature: readSignature(signing),
    rest: lines.slice(end).map(wholeText),
  };
}

/** Recipients and signature typed side by side, parted by tabs or a row of spaces. */
function columnsOf(line: PlanParagraph): PlanParagraph[] {
  const [first = '', ...others] = line.text.split(/\t+|\s{4,}/);
  return [{ ...line, text: first }, ...others.map((text) => ({ text }))].filter(
    ({ text }) => text !== '',
  );
}

function sameCell(one: PlanParagraph['cell'], other: PlanParagraph['cell']): boolean {
  return one?.table === other?.table && one?.column === other?.column;
}

/** After the list, a line without a dash belongs to the signature once a signature or the list's end was seen. */
function inList(text: string, recipients: readonly string[], signing: readonly string[]): boolean {
  if (isSigningLine(text)) return false;
  if (DASH.test(text) || /^Lưu\s*:/.test(text)) return true;
  const last = recipients.at(-1);
  if (last === undefined) return true;
  const wrapped = !/[;.]$/.test(last) && /^[\p{Ll}\d(]/u.test(text);
  return (
    wrapped ||
    (!recipients.some((line) => DASH.test(line)) && !signing.length && /[;.]$/.test(text))
  );
}

function addRecipient(text: string, recipients: string[]): void {
  const last = recipients.at(-1);
  if (last !== undefined && !DASH.test(text) && !/[;.]$/.test(last) && /^[\p{Ll}\d(]/u.test(text)) {
    recipients[recipients.length - 1] = `${last} ${text}`;
  } else recipients.push(text);
}

/** `- TT Tỉnh ủy (để B/c);` → name, purpose; `- Lưu: VT, KT1;` is the archive. */
export function readRecipient(line: string): PlanRecipient {
  const text = withoutEnd(line.replace(DASH, ''), ';.');
  const purpose = /\(([^()]*)\)\s*$/.exec(text)?.[1];
  return {
    text,
    name: purpose === undefined ? text : text.slice(0, text.lastIndexOf('(')).trim(),
    ...(purpose !== undefined && { purpose }),
    archive: /^Lưu\b/u.test(text),
  };
}

/** The last line of capitals is the position, the name in small letters below it the signer. */
function readSignature(lines: readonly string[]): PlanSignature {
  const authority = lines.filter(isAuthority);
  const position = lines.findLast((line) => isCapitals(line) && !isAuthority(line));
  const signer = lines.findLast(isPersonName);
  return { lines, authority, ...(position && { position }), ...(signer && { signer }) };
}

function isPersonName(line: string): boolean {
  return /^(\p{Lu}\p{Ll}*)( \p{Lu}\p{Ll}*){1,5}$/u.test(line);
}
