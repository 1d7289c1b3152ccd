import { Problem } from '../../shared/problem.ts';
import { readDocx } from './docx-document.ts';
import { readMarkdown } from './plan-markdown.ts';
import { type PlanParagraph, shortRuns } from './plan-paragraph.ts';
import { readPlainText } from './plan-plain-text.ts';

/** A plan of five hundred pages is about 2 MB of text. */
const MOST_TEXT = 4 * 1024 * 1024;

/** Ten paragraphs a page. */
const MOST_PARAGRAPHS = 5_000;

/**
 * A plan's file as paragraphs. `name` ends in `.docx`, `.md` or `.txt`; `bytes` is the whole file.
 * Throws `fileEmpty`, `fileTooLarge`, `fileNotWhatItSays` (the content is of another kind)
 * and `planFileUnreadable` (a kind that is not read, such as PDF).
 */
export function readPlanFile(name: string, bytes: Uint8Array): PlanParagraph[] {
  if (bytes.length === 0) throw new Problem('fileEmpty');
  return counted(readerFor(name)(bytes));
}

/**
 * A plan pasted into a box, as paragraphs; Markdown is recognised by its `#` and `**`.
 * Throws `fileEmpty` and `fileTooLarge`.
 */
export function readPlanText(text: string): PlanParagraph[] {
  if (text.length > MOST_TEXT) throw textTooLarge();
  const lines = withNewlines(text);
  const isMarkdown = /^#{1,6} |\*\*\S/m.test(lines);
  return counted(isMarkdown ? readMarkdown(lines) : readPlainText(lines));
}

function counted(paragraphs: PlanParagraph[]): PlanParagraph[] {
  if (paragraphs.length === 0) throw new Problem('fileEmpty');
  if (paragraphs.length > MOST_PARAGRAPHS)
    throw new Problem('fileTooLarge', { limit: '5.000 đoạn' });
  return paragraphs;
}

function readerFor(name: string): (bytes: Uint8Array) => PlanParagraph[] {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1];
  if (ending === 'docx') return readDocx;
  if (ending === 'md' || ending === 'markdown') return (bytes) => readMarkdown(textIn(bytes));
  if (ending === 'txt') return (bytes) => readPlainText(textIn(bytes));
  throw new Problem('planFileUnreadable', { name });
}

/** UTF-8, or UTF-16 as Notepad marks it. Anything else, or a NUL, is no text. */
function textIn(bytes: Uint8Array): string {
  if (bytes.length > MOST_TEXT) throw textTooLarge();
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return withNewlines(text);
  } catch {
    // A byte that the encoding does not know: told below, as for a NUL.
  }
  throw new Problem('fileNotWhatItSays', { kind: 'văn bản (bảng mã UTF-8)' });
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function withNewlines(text: string): string {
  return shortRuns(text.normalize('NFC'))
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\f/g, '\n\n');
}

function textTooLarge(): Problem {
  return new Problem('fileTooLarge', { limit: '4 MB' });
}
