/**
 * The few pieces of WordprocessingML (ECMA-376, part 1, chapter 17) that a document needs,
 * as text. Lengths are twips, a twentieth of a point; 1 mm = 56.7 twips.
 */
import type { Run } from './official-document.ts';

export type Face = 'bold' | 'italic' | 'plain';

const FACES: Record<Face, string> = {
  bold: '<w:rPr><w:b/></w:rPr>',
  italic: '<w:rPr><w:i/></w:rPr>',
  plain: '',
};
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function millimetres(count: number): number {
  return Math.round((count * 1440) / 25.4);
}

/** Text as XML content or attribute value. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark) : text;
}

/** One run of text in a face; line feeds become line breaks, spaces stay. */
export function wordRun(text: string, face: Face = 'plain'): string {
  if (text === '') return '';
  const lines = escapeXml(text).replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');
  return `<w:r>${FACES[face]}<w:t xml:space="preserve">${lines}</w:t></w:r>`;
}

/** Runs of a document; a figure is plain text, `face` overrules plain ones. */
export function wordRuns(runs: readonly Run[], face: Face = 'plain'): string {
  let xml = '';
  for (const { kind, text } of runs)
    xml += wordRun(text, kind === 'bold' || kind === 'italic' ? kind : face);
  return xml;
}

/** A paragraph of a named style; `own` is what this one adds to it (indents, keep with next). */
export function wordParagraph(style: string, content: string, own = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${own}</w:pPr>${content}</w:p>`;
}

/** Indents that centre a stretch of `width` within `room`. */
export function centredIndent(width: number, room: number): string {
  const side = Math.max(0, Math.round((room - width) / 2));
  return `<w:ind w:left="${side}" w:right="${side}" w:firstLine="0"/>`;
}

/** A rule of `width` centred in `room`: the border of an empty paragraph without spacing. */
export function wordRule(width: number, room: number): string {
  return wordParagraph('Rule', '', centredIndent(width, room));
}

/** A table without lines and cell margins that only places things side by side. */
export function wordFrame(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const body = rows.map((cells) => {
    const filled = cells.map(
      (cell, at) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${filled.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Frame"/>${tableShape(widths)}</w:tblPr>${tableGrid(widths)}${body.join('')}</w:tbl>`;
}

/** Fixed widths, so that no program stretches a column. */
export function tableShape(widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return `<w:tblW w:w="${whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`;
}

export function tableGrid(widths: readonly number[]): string {
  return `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
}
