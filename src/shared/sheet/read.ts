import { notExcel, type ReadBook, type ReadPage, SHEET_LIMITS, type SheetLimits } from './cells.ts';
import { readPage } from './page.ts';
import { openWorkbook } from './workbook.ts';
import { byteBudget } from './zip.ts';

const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
const OLE_START = [0xd0, 0xcf, 0x11, 0xe0];

/** Do the bytes begin as a zip package (.xlsx, but also .docx)? */
export function looksZipped(bytes: Uint8Array): boolean {
  return ZIP_START.every((byte, index) => bytes[index] === byte);
}

/** Do the bytes begin as an old Office file (.xls) or one locked by a password? */
export function looksOldOffice(bytes: Uint8Array): boolean {
  return OLE_START.every((byte, index) => bytes[index] === byte);
}

/**
 * The cells of an .xlsx file held in memory: every sheet, hidden ones too, in their order.
 * Texts come in NFC; a text that looks like a day or a number stays a text. Nothing is computed.
 * Throws `fileNotWhatItSays` for anything else (old .xls, a password, a renamed CSV, a .docx) and
 * `fileTooLarge` as soon as a limit is passed, without unpacking the rest.
 */
export async function readSheet(
  bytes: Uint8Array,
  limits: Partial<SheetLimits> = {},
): Promise<ReadBook> {
  if (!looksZipped(bytes)) throw notExcel();
  const bounds = { ...SHEET_LIMITS, ...limits };
  const budget = byteBudget(bounds.inflatedBytes);
  const workbook = await openWorkbook(bytes, budget, bounds);
  const count = { left: bounds.cells };
  const sheets: ReadPage[] = [];
  for (const sheet of workbook.sheets) {
    sheets.push(await readPage(sheet, workbook, bounds, budget, count));
  }
  return { sheets };
}
