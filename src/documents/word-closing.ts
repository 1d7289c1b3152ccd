/** The foot of a Word document: recipients at the left, signature at the right. */
import type { Signature } from './official-document.ts';
import type { PrintedDocument } from './printed-document.ts';
import { ROOM } from './word-page.ts';
import { wordFrame, wordParagraph, wordRun } from './word-xml.ts';

const HALVES = [ROOM / 2, ROOM / 2].map(Math.round);
const KEEP_NEXT = '<w:keepNext/>';

/** One row that never breaks; in minutes two signatures stand over the recipients. */
export function closing(page: PrintedDocument): string {
  const gap = wordParagraph('Gap', '', `${KEEP_NEXT}<w:spacing w:before="120"/>`);
  const signature = signatureXml(page.signature);
  if (!page.secretary)
    return gap + wordFrame(HALVES, [[recipients(page) || wordParagraph('Gap', ''), signature]]);
  return gap + wordFrame(HALVES, [[signatureXml(page.secretary), signature]]) + recipients(page);
}

function signatureXml({ authority, name }: Signature): string {
  const lines = authority.map((line) => wordParagraph('Authority', wordRun(line)));
  return lines.join('') + wordParagraph('Signer', wordRun(name));
}

function recipients(page: PrintedDocument): string {
  if (page.recipients.length === 0) return '';
  const lines = page.recipients.map((line) => wordParagraph('Recipient', wordRun(line)));
  return wordParagraph('RecipientsLabel', wordRun(page.recipientsLabel)) + lines.join('');
}
