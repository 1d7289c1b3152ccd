import { readMarker } from './plan-marker.ts';
import { type PlanParagraph, paragraphText } from './plan-paragraph.ts';
import { isAuthority, isCapitals } from './plan-words.ts';

/** A line this long was most likely wrapped by the editor and goes on in the next one. */
const WRAPPED_FROM = 50;

/**
 * The paragraphs of plain or pasted text. A new line is a new paragraph, except after a line
 * that was wrapped at the edge: then the next line, if it begins nothing new, continues it.
 */
export function readPlainText(text: string): PlanParagraph[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const edge = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  const paragraphs: string[] = [];
  let before: string | undefined;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (before !== undefined && line !== '' && continues(before, line, edge)) {
      paragraphs[last] = `${paragraphs[last]} ${line.trim()}`;
    } else if (line !== '') {
      paragraphs.push(line);
    }
    before = line === '' ? undefined : line;
  }
  return paragraphs
    .filter((line) => !/^\s*([-_=*.])\1{2,}\s*$/.test(line))
    .map((line) => ({ text: paragraphText(line) }))
    .filter((paragraph) => paragraph.text !== '');
}

function continues(before: string, line: string, edge: number): boolean {
  // Text kept one paragraph a line has lines far longer than any wrapped page.
  if (edge > 160 || before.length < Math.max(WRAPPED_FROM, edge * 0.75)) return false;
  if (/[.;:!?]["”']?$/.test(before) && /^\s*\p{Lu}/u.test(line)) return false;
  return !beginsSomething(line.trim());
}

function beginsSomething(line: string): boolean {
  return (
    readMarker(line) !== undefined ||
    isCapitals(line) ||
    isAuthority(line) ||
    /^(Căn cứ|Thực hiện|Nơi nhận)/.test(line)
  );
}
