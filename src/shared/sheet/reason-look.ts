import { columnLetters } from './cells.ts';
import type { ReasonColumn } from './reason-cells.ts';

const COLUMN_WIDTH = 50;
const LAST_ROW = 1_048_576;

/** What may stand between the rows of a sheet and its rules (ECMA-376 part 1, 18.3.1.99). */
export const BEFORE_RULE: ReadonlySet<string> = new Set([
  ...['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting'],
]);

/** The rule looks at the reason itself: the colour goes when the person clears the cell. */
export function ruleFormula({ column, header }: ReasonColumn): string {
  return `LEN($${columnLetters(column)}${header.row + 1})&gt;0`;
}

/** Colours the rows that have a reason. */
export function colourRule(patch: ReasonColumn): string {
  const area = `A${patch.header.row + 1}:${columnLetters(patch.column)}${LAST_ROW}`;
  const rule = `<cfRule type="expression" dxfId="${patch.rowStyle}" priority="1"><formula>${ruleFormula(patch)}</formula></cfRule>`;
  return `<conditionalFormatting sqref="${area}">${rule}</conditionalFormatting>`;
}

/** The marks that make the column of reasons wide. */
export function columnWidth({ column }: ReasonColumn): string {
  return `<col min="${column + 1}" max="${column + 1}" width="${COLUMN_WIDTH}" customWidth="1"/>`;
}

/** The number of the last column of which a list of widths speaks; 0 when the list is empty. */
export function lastWidth(widths: string): number {
  const ends = [...widths.matchAll(/\smax\s*=\s*["'](\d+)/g)].map(([, max]) => Number(max));
  return Math.max(0, ...ends);
}
