import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import type { ReadBook } from '../../shared/sheet/cells.ts';
import { markErrors } from '../../shared/sheet/mark.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { must } from '../../shared/web.ts';
import { mayApproveReport, mayPrepareReport } from '../reporting.policy.ts';
import { storeValues } from '../reports/report-values.sql.ts';
import { holdView, mustTakeWriting } from '../reports/reports.actions.ts';
import { keepMarkedSheet } from './report-sheet.sql.ts';
import { judgeSheet } from './report-sheet-judging.ts';
import type { SheetFault } from './report-sheet-rows.ts';

const MEGABYTE = 1024 * 1024;
/** A form has some hundred rows: more than this is no form, whatever it is. */
const LIMITS = {
  ...{ rows: 3_000, columns: 100, cells: 60_000, sheets: 12 },
  inflatedBytes: 48 * MEGABYTE,
};

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Taken whole, or not at all: then the faults, and the id of the file with the reasons in it. */
export type SheetOutcome =
  | { readonly taken: true; readonly filled: number; readonly changed: number }
  | { readonly taken: false; readonly faults: readonly SheetFault[]; readonly sheetId: string };

/**
 * Takes a filled sheet into a report: every row right, or nothing is stored. Throws where the
 * file is no Excel file, too large, or of another report, and where the report takes no writing.
 */
export async function takeSheet(
  house: House,
  person: Person,
  reportId: string,
  file: SentFile,
): Promise<SheetOutcome> {
  const book = await readFilled(file);
  return act<SheetOutcome>(house, person, async (tx, now) => {
    const view = await holdView(tx, reportId);
    const { report } = view;
    must(mayPrepareReport(person, report) || mayApproveReport(person, report), 'báo cáo này');
    mustTakeWriting(view, dayInVietnam(now));
    const judged = judgeSheet(view, book, person.id);
    const { faults, changes, filled } = judged;
    const note = { noun: 'report', subjectId: reportId };
    if (faults.length === 0) {
      await storeValues(tx, reportId, person.id, changes, now);
      const detail = { fields: changes.length };
      return [
        { taken: true, filled, changed: changes.length },
        { ...note, verb: 'takeSheet', detail },
      ];
    }
    const options = { headerRows: judged.headerRows, limits: LIMITS };
    const bytes = await markErrors(file.bytes, faults, options);
    const marked = { fileName: file.name, bytes };
    const sheetId = await keepMarkedSheet(tx, { reportId, personId: person.id, at: now }, marked);
    const detail = { faults: faults.length };
    return [
      { taken: false, faults, sheetId },
      { ...note, verb: 'refuseSheet', detail },
    ];
  });
}

async function readFilled({ bytes }: SentFile): Promise<ReadBook> {
  if (bytes.length === 0) throw new Problem('fileEmpty');
  return readSheet(bytes, LIMITS);
}
