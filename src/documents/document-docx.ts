import { strToU8, zipSync } from 'fflate';
import type { OfficialDocument } from './official-document.ts';
import {
  type PrintedAnnex,
  type PrintedBlock,
  type PrintedDocument,
  printed,
} from './printed-document.ts';
import { closing } from './word-closing.ts';
import { addressees, letterhead, titleBlock } from './word-letterhead.ts';
import { ROOM, ROOM_LANDSCAPE, TITLE_RULE, wordSection } from './word-page.ts';
import { constantParts, coreProperties, wordPart } from './word-parts.ts';
import { wordTable } from './word-table.ts';
import { wordParagraph, wordRule, wordRun, wordRuns } from './word-xml.ts';

const KEEP_NEXT = '<w:keepNext/>';
/** Zip entries carry a fixed day: the same document gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The document as a Word file (.docx), A4 by Decree 30/2020, Times New Roman, with named
 * styles an officer can go on working with. The same document gives the same bytes.
 */
export async function documentDocx(document: OfficialDocument): Promise<Uint8Array> {
  const page = printed(document);
  const parts = {
    ...constantParts(),
    'docProps/core.xml': coreProperties(page.title, page.author, page.issuedOn),
    'word/document.xml': wordPart('document', `<w:body>${body(page)}</w:body>`),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME, level: 6 });
}

/** The main pages, then each annex as a section of its own. */
function body(page: PrintedDocument): string {
  let xml = mainXml(page);
  let landscape = false;
  for (const annex of page.annexes) {
    xml += sectionEnd(landscape) + annexXml(annex);
    landscape = annex.landscape;
  }
  return xml + wordParagraph('Gap', '') + wordSection(landscape);
}

function mainXml(page: PrintedDocument): string {
  const last = page.blocks.length - 1;
  return [
    letterhead(page) + titleBlock(page) + addressees(page),
    page.decidedBy ? wordParagraph('Centred', wordRun(page.decidedBy)) : '',
    ...page.legalBases.map((line) => wordParagraph('Basis', wordRun(line))),
    page.enactment ? wordParagraph('Centred', wordRun(page.enactment)) : '',
    ...page.blocks.map((block, at) => blockXml(block, ROOM, at === last)),
    closing(page),
  ].join('');
}

/** The last block stays with the signature: a page never holds a signature alone. */
function blockXml(block: PrintedBlock, room: number, isLast = false): string {
  if (block.kind === 'table') return wordTable(block, room);
  if (block.kind === 'heading') return wordParagraph(`Heading${block.level}`, wordRun(block.text));
  return wordParagraph('Body', wordRuns(block.runs), isLast ? KEEP_NEXT : '');
}

function annexXml(annex: PrintedAnnex): string {
  const room = annex.landscape ? ROOM_LANDSCAPE : ROOM;
  return [
    wordParagraph('Centred', wordRun(annex.label)),
    wordParagraph('Centred', wordRun(annex.name)),
    wordParagraph('Attached', wordRun(annex.attachedTo)),
    wordRule(TITLE_RULE, room),
    ...annex.blocks.map((block) => blockXml(block, room)),
  ].join('');
}

/** Ends the pages before an annex; a section's settings hang on its last paragraph. */
function sectionEnd(landscape: boolean): string {
  return wordParagraph('Gap', '', wordSection(landscape));
}
