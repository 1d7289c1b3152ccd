/** The top of a Word document: issuer and nation, title, addressees. */
import type { PrintedDocument } from './printed-document.ts';
import { ROOM, TITLE_RULE } from './word-page.ts';
import {
  centredIndent,
  millimetres,
  wordFrame,
  wordParagraph,
  wordRule,
  wordRun,
} from './word-xml.ts';

/** The nation's name takes 97 mm at 13 pt bold; the rest is the issuer's. */
const RIGHT_HEAD = millimetres(99);
const LEFT_HEAD = ROOM - RIGHT_HEAD;
/** Length of the motto at 14 pt bold: its rule is exactly as long. */
const MOTTO = millimetres(60.3);

/** Issuer at the left, nation at the right, number and date under them. */
export function letterhead(page: PrintedDocument): string {
  const left = [
    page.parent ? headLine('Head', page.parent) : '',
    headLine('HeadBold', page.issuer),
    wordRule(evenWidth(page.issuer) * 0.4, LEFT_HEAD),
  ].join('');
  const right = [
    wordParagraph('HeadBold', wordRun(page.nation)),
    wordParagraph('Motto', wordRun(page.motto)),
    wordRule(MOTTO, RIGHT_HEAD),
  ].join('');
  const subject = page.subject ? wordParagraph('Number', wordRun(page.subject)) : '';
  return wordFrame(
    [LEFT_HEAD, RIGHT_HEAD],
    [
      [left, right],
      [
        wordParagraph('Number', wordRun(page.number)) + subject,
        wordParagraph('PlaceDate', wordRun(page.placeAndDate)),
      ],
    ],
  );
}

/** A name over the left column, indented so that its lines break evenly. */
function headLine(style: string, name: string): string {
  return wordParagraph(style, wordRun(name), centredIndent(evenWidth(name), LEFT_HEAD));
}

/**
 * About how wide a name in 13 pt bold capitals is, set in as few lines as the left column
 * allows. Capitals of Times take 0.7 em on the average, spaces 0.25.
 */
function evenWidth(name: string): number {
  const room = LEFT_HEAD - millimetres(2);
  const ems = [...name].reduce((sum, letter) => sum + (letter === ' ' ? 0.25 : 0.7), 0);
  const whole = ems * 13 * 20;
  const lines = Math.ceil(whole / room);
  return lines === 1 ? Math.min(room, whole * 1.1) : Math.min(room, (whole / lines) * 1.18);
}

/** Type name and summary over a short rule; nothing for a letter. */
export function titleBlock(page: PrintedDocument): string {
  if (page.typeName === '') return '';
  return [
    wordParagraph('TypeName', wordRun(page.typeName)),
    wordParagraph('Summary', wordRun(page.summary), centredIndent(ROOM * 0.86, ROOM)),
    wordRule(TITLE_RULE, ROOM),
  ].join('');
}

/** "Kính gửi": one addressee on the same line, several as a dashed list. */
export function addressees({ addressLead, addressees: lines }: PrintedDocument): string {
  if (lines.length === 0) return '';
  if (lines.length === 1)
    return wordParagraph('AddressOne', wordRun(`${addressLead} ${lines.join('')}`));
  const indent = (mm: number) => `<w:ind w:left="${millimetres(mm)}"/>`;
  return [
    wordParagraph('AddressLead', wordRun(addressLead), indent(35)),
    ...lines.map((line) => wordParagraph('Address', wordRun(line), indent(45))),
  ].join('');
}
