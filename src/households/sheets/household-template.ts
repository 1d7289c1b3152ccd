import type { SheetBook, SheetColumn, SheetPage } from '../../shared/sheet/write.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { columnsOf, type LayoutColumn, SHEET_NAMES, type SheetRole } from './household-layout.ts';

/** Filled by hand these keep a zero in front, a mark as typed, and a year beside a whole day. */
const KIND = 'text';

/** The workbook to fill in: both sheets empty, each heading with how to fill its column. */
export function householdTemplate(standard: PovertyStandard): SheetBook {
  return { sheets: [pageOf('households', standard), pageOf('members', standard)] };
}

function pageOf(role: SheetRole, standard: PovertyStandard): SheetPage {
  return { name: SHEET_NAMES[role], columns: columnsOf(role, standard).map(headed), rows: [] };
}

function headed({ heading, means, required, width }: LayoutColumn): SheetColumn {
  const note = required ? `${means} Hộ mới phải có cột này.` : means;
  return { header: heading, kind: KIND, note, width };
}
