import { type LastMarker, type Marker, type MarkerStyle, readMarker } from './plan-marker.ts';
import type { PlanParagraph } from './plan-paragraph.ts';
import { endsSentence, isCapitals, oneSpaced, shortly } from './plan-words.ts';

/** A paragraph of the plan's body with its marker, after broken paragraphs were put together. */
export interface PlanLine {
  /** The whole text, marker included, one space between words. */
  readonly text: string;
  readonly marker?: Marker;
  readonly look: PlanParagraph;
  /** Beginnings of the paragraphs that were joined to this one. */
  readonly joined: readonly string[];
}

/** A paragraph at least this long that ends in the middle of a sentence was broken by a page. */
const LONG = 100;
/** No clause is longer; joining stops here. */
const LONGEST = 20_000;
const STARTS_ANEW = /^(Trên đây|Căn cứ|Yêu cầu|Trong quá trình)/;

/** The text as printed: the list's marker, then the words. */
export function wholeText(paragraph: PlanParagraph): string {
  return oneSpaced(paragraph.marker ? `${paragraph.marker} ${paragraph.text}` : paragraph.text);
}

/** Paragraphs broken inside at every line end: how headers and signatures are read. */
export function brokenAtLines(paragraph: PlanParagraph): PlanParagraph[] {
  return paragraph.text
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text, at) => {
      const { marker, leadBold, ...rest } = paragraph;
      const lead = Math.min(text.length, leadBold ?? 0);
      return {
        ...rest,
        text,
        ...(at === 0 && marker && { marker }),
        ...(lead > 0 && at === 0 && { leadBold: lead }),
      };
    });
}

/** The body's lines: rows of tables put on one line, broken paragraphs joined again. */
export function bodyLines(paragraphs: readonly PlanParagraph[]): PlanLine[] {
  const lines: PlanLine[] = [];
  const latest = new Map<MarkerStyle, Marker>();
  for (const look of tableRows(paragraphs).flatMap(brokenAtMarkers)) {
    const text = wholeText(look);
    const marker = look.cell ? undefined : readMarker(text, openMarkers(latest));
    if (marker) latest.set(marker.style, marker);
    const before = lines.at(-1);
    if (before && !marker && belongTogether(before, look, text))
      lines[lines.length - 1] = joined(before, text);
    else lines.push({ text, look, joined: [], ...(marker && { marker }) });
  }
  return lines;
}

function openMarkers(latest: ReadonlyMap<MarkerStyle, Marker>): LastMarker {
  return (style) => latest.get(style);
}

/** A line end inside a paragraph begins a new one only before a marker. */
function brokenAtMarkers(paragraph: PlanParagraph): PlanParagraph[] {
  const parts: PlanParagraph[] = [];
  for (const line of brokenAtLines(paragraph)) {
    const last = parts.at(-1);
    if (last && !readMarker(line.text.trim()))
      parts[parts.length - 1] = { ...last, text: `${last.text} ${line.text.trim()}` };
    else parts.push(line);
  }
  return parts;
}

/** Cells of one row of a table of data become one line, parted by ` | `. */
function tableRows(paragraphs: readonly PlanParagraph[]): PlanParagraph[] {
  const rows: PlanParagraph[] = [];
  for (const paragraph of paragraphs) {
    const last = rows.at(-1);
    const { cell } = paragraph;
    if (last?.cell && cell && last.cell.table === cell.table && last.cell.row === cell.row) {
      rows[rows.length - 1] = { text: `${last.text} | ${wholeText(paragraph)}`, cell };
    } else if (cell) rows.push({ text: wholeText(paragraph), cell });
    else rows.push(paragraph);
  }
  return rows;
}

function belongTogether(before: PlanLine, look: PlanParagraph, text: string): boolean {
  if (before.look.cell || look.cell || look.headingLevel !== undefined)
    return titleFollows(before, look);
  if (before.text.length > LONGEST || endsSentence(before.text) || STARTS_ANEW.test(text))
    return false;
  if (titleFollows(before, look)) return true;
  const heading = isHeadingLike(before.look);
  if (heading)
    return before.marker !== undefined && isCapitals(before.marker.rest) && isCapitals(text);
  return /^[\p{Ll}\d,;)]/u.test(text) || before.text.length >= LONG;
}

/** `PHẦN I` on one line, its title on the next. */
function titleFollows(before: PlanLine, look: PlanParagraph): boolean {
  return (
    before.marker?.rest === '' && before.marker.kind !== 'dash' && !look.cell && !before.look.cell
  );
}

function joined(before: PlanLine, text: string): PlanLine {
  const onlyMarker = before.marker?.rest === '';
  const { marker } = before;
  return {
    ...before,
    text: `${before.text} ${text}`,
    joined: onlyMarker ? before.joined : [...before.joined, shortly(text)],
    ...(marker && { marker: { ...marker, rest: `${marker.rest} ${text}`.trim() } }),
  };
}

/** Bold, in capitals or set as a heading. */
export function isHeadingLike(look: PlanParagraph): boolean {
  return look.headingLevel !== undefined || look.bold === true || isCapitals(look.text);
}
