/** Paper of Word documents: A4 and margins within Decree 30/2020, annex I; twips. */
import { PAGE_NUMBER_RELATION } from './word-parts.ts';
import { millimetres } from './word-xml.ts';

const A4 = { short: millimetres(210), long: millimetres(297) };
/** The decree: left 30–35, right 15–20, above and below 20–25 mm. */
const MARGIN = { across: millimetres(20), left: millimetres(30) };
/** From the paper's edge to the page number. */
const EDGE = millimetres(10);

/** Width between the margins, upright and turned. */
export const ROOM = A4.short - MARGIN.left - MARGIN.across;
export const ROOM_LANDSCAPE = A4.long - MARGIN.left - MARGIN.across;
/** The short rule under a title. */
export const TITLE_RULE = millimetres(50);

/** Paper, margins and page numbers of a section, each counted from 1 and silent on its first page. */
export function wordSection(landscape: boolean): string {
  const [width, height] = landscape ? [A4.long, A4.short] : [A4.short, A4.long];
  const turned = landscape ? ' w:orient="landscape"' : '';
  const { across, left } = MARGIN;
  return `<w:sectPr><w:headerReference w:type="default" r:id="${PAGE_NUMBER_RELATION}"/><w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${turned}/><w:pgMar w:top="${across}" w:right="${across}" w:bottom="${across}" w:left="${left}" w:header="${EDGE}" w:footer="${EDGE}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}
