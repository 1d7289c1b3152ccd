import { readEmphasis } from './plan-emphasis.ts';
import { readMarker } from './plan-marker.ts';
import { type PlanParagraph, paragraphFrom } from './plan-paragraph.ts';

/**
 * The paragraphs of a Markdown text: `#` headings, lists, tables cell by cell. Lines of one
 * block are one paragraph unless a line begins an item; two spaces or `\` at a line's end break it.
 */
export function readMarkdown(text: string): PlanParagraph[] {
  const paragraphs: PlanParagraph[] = [];
  let tables = 0;
  for (const part of text.split(/\n[ \t]*\n/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '' && !isRule(line));
    if (lines.length > 0 && lines.every(isTableLine)) {
      tables += 1;
      for (const cell of readTable(lines, tables)) paragraphs.push(cell);
    } else {
      for (const block of gatherLines(lines)) paragraphs.push(readBlock(block));
    }
  }
  return paragraphs.filter((paragraph) => paragraph.text !== '');
}

/** `---`, `***`, `===`: a drawn line, no text. */
function isRule(line: string): boolean {
  return /^\s{0,3}([-*_=])(\s*\1){2,}\s*$/.test(line);
}

function isTableLine(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

function readTable(lines: readonly string[], table: number): PlanParagraph[] {
  const rows = lines.filter((line) => !/^[\s|:-]+$/.test(line));
  return rows.flatMap((line, row) =>
    line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell, column) =>
        paragraphFrom(readEmphasis(breaks(cell.trim())), { cell: { table, row, column } }),
      ),
  );
}

function gatherLines(lines: readonly string[]): string[] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last === undefined || beginsBlock(line) || /^\s*#/.test(last[0] ?? '')) blocks.push([line]);
    else last.push(line);
  }
  return blocks.map(together);
}

function beginsBlock(line: string): boolean {
  const bare = line
    .trim()
    .replace(/^>\s?/, '')
    .replace(/^[*_]+(?=\S)/, '');
  return /^#{1,6}\s/.test(bare) || /^[*+-]\s/.test(line.trim()) || readMarker(bare) !== undefined;
}

/** Lines of one block: two spaces or a backslash at an end break it, any other end is a space. */
function together(lines: readonly string[]): string {
  const joined = lines.map((line, at) => {
    if (at === lines.length - 1) return line;
    const breaks = line.endsWith('  ') || line.endsWith('\\');
    return `${(line.endsWith('\\') ? line.slice(0, -1) : line).trimEnd()}${breaks ? '\n' : ' '}`;
  });
  return joined.map((line, at) => (at === 0 ? line : line.trimStart())).join('');
}

function breaks(text: string): string {
  return text.replace(/<br\s*\/?>/gi, '\n');
}

function readBlock(block: string): PlanParagraph {
  const indent = /^\s*/.exec(block)?.[0].replaceAll('\t', '    ').length ?? 0;
  const [, hashes = '', body = ''] =
    /^(?:>\s?)?(#{0,6})(?:\s+|(?<!#))([\s\S]*)$/.exec(block.trim()) ?? [];
  const content = body.replace(hashes ? /\s+#+\s*$/ : /$/, '');
  const bullet = /^[*+-]\s+/.exec(content)?.[0];
  const runs = readEmphasis(breaks(bullet ? content.slice(bullet.length) : content));
  return paragraphFrom(runs, {
    ...(hashes !== '' && { headingLevel: hashes.length }),
    // `*` is Markdown's own bullet; `-` and `+` are what Vietnamese offices print.
    ...(bullet && {
      marker: bullet.startsWith('*') ? '•' : (bullet[0] ?? ''),
      listLevel: Math.floor(indent / 2),
    }),
  });
}
