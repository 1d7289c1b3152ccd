import type { Tone } from '../../shared/html/tone.tsx';
import type { SheetLimits } from '../../shared/sheet/cells.ts';
import type { LegacyFont } from '../../shared/sheet/legacy-font.ts';
import type { SheetPlan } from './sheet-plan.ts';

const MEGABYTE = 1024 * 1024;
/** The whole province twice over; a bomb still ends early. */
export const IMPORT_LIMITS: SheetLimits = {
  ...{ rows: 1_000_000, columns: 200, cells: 40_000_000, sheets: 200 },
  inflatedBytes: 1024 * MEGABYTE,
};
/** A packed file of 100,000 households with their members is a third of it. */
export const LARGEST_FILE = 100 * MEGABYTE;

/** How far an import is. */
export const IMPORT_STATUSES = {
  matching: 'Chờ khớp cột',
  reading: 'Đang đọc',
  checked: 'Đã kiểm tra, chưa ghi',
  applying: 'Đang ghi vào sổ',
  applied: 'Đã ghi xong',
  broken: 'Bị ngắt',
} as const;
export type ImportStatus = keyof typeof IMPORT_STATUSES;
export const IMPORT_TONES: Readonly<Record<ImportStatus, Tone>> = {
  ...{ matching: 'due', reading: 'info', checked: 'due' },
  ...{ applying: 'info', applied: 'done', broken: 'late' },
};

export const IMPORTS = '/household-imports';

/** What may be done next with an import; pages and server read the same table. */
export const NEXT_STEPS = {
  matching: { match: 'matching', read: 'reading' },
  reading: { check: 'checked', interrupt: 'broken' },
  checked: { match: 'matching', read: 'reading', apply: 'applying' },
  applying: { finish: 'applied', interrupt: 'broken' },
  applied: { match: 'matching', read: 'reading' },
  broken: { match: 'matching', read: 'reading' },
} as const satisfies Record<ImportStatus, Readonly<Record<string, ImportStatus>>>;

export type ImportStep = 'match' | 'read' | 'check' | 'interrupt' | 'apply' | 'finish';

/** Where a step leads an import that stands so; `undefined`: it may not be taken. */
export function nextStatus(status: ImportStatus, step: ImportStep): ImportStatus | undefined {
  const steps: Readonly<Partial<Record<ImportStep, ImportStatus>>> = NEXT_STEPS[status];
  return steps[step];
}

/** May an import take a step? Of one that was cleared away there is nothing left to do it with. */
export function mayStep(
  { status, cleared }: Pick<HouseholdImport, 'status' | 'cleared'>,
  step: ImportStep,
): boolean {
  return !cleared && nextStatus(status, step) !== undefined;
}

/** How an import stands that may take a step. */
export function statusesBefore(step: ImportStep): ImportStatus[] {
  const all = Object.keys(NEXT_STEPS) as ImportStatus[];
  return all.filter((status) => nextStatus(status, step) !== undefined);
}

/** So many days a file is kept, and what was read of it. */
export const DAYS_KEPT = 30;
/** What is not found of an import that was cleared away. */
export const FILE_GONE = `tệp này; tệp chỉ được giữ ${DAYS_KEPT} ngày`;

/** An old font that was met only while reading. */
export interface MetFont {
  readonly sheet: string;
  readonly position: number;
  readonly heading: string;
  readonly font: LegacyFont;
  readonly from: string;
  readonly to: string;
}

/** What a file has that a person may not see when looking at it. */
export interface SheetOddity {
  readonly sheet: string;
  readonly hiddenColumns: readonly string[];
  readonly hiddenRows: number;
  readonly merges: number;
  readonly formulas: number;
}

/** What a reading found, besides the counts of each commune. */
export interface ImportSummary {
  readonly households: number;
  readonly members: number;
  /** Cells with something to mend, more than are kept of many. */
  readonly faults: number;
  /** Wrong rows of no commune that is known. */
  readonly unplaced: number;
  readonly oddities: readonly SheetOddity[];
  readonly fonts: readonly MetFont[];
  /** The standard by which the households were classified, as it was. */
  readonly standard: string;
}

export interface HouseholdImport {
  readonly id: string;
  readonly roundId: string;
  readonly officeId: string;
  readonly personId: string;
  readonly personName: string;
  readonly at: Date;
  readonly fileName: string;
  readonly status: ImportStatus;
  /** Its file, and all that was read of it, are no longer kept. */
  readonly cleared: boolean;
  readonly plans: readonly SheetPlan[];
  readonly communeId: string | null;
  readonly rowsRead: number;
  readonly rowsExpected: number | null;
  readonly progressAt: Date;
  readonly summary: ImportSummary | null;
  /** Why it stopped, in words. */
  readonly broken: string | null;
}

/** What an import would do to a commune, and whether it did. */
export interface ImportedCommune {
  readonly communeId: string;
  readonly name: string;
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: number;
  readonly duplicates: number;
  readonly refusal: string | null;
  readonly appliedAt: Date | null;
}

/** All or nothing: a commune with one wrong row, or that is refused, is left as it is. */
export function mayApply({ wrong, refusal, appliedAt, fresh, changed }: ImportedCommune): boolean {
  return wrong === 0 && refusal === null && appliedAt === null && fresh + changed > 0;
}

export const INTERRUPTED = 'Việc đọc tệp bị ngắt giữa chừng, chưa có gì được ghi; hãy đọc lại.';
export const INTERRUPTED_APPLYING =
  'Việc ghi bị ngắt giữa chừng. Mỗi xã được ghi trọn vẹn hoặc chưa ghi gì; xã chưa ghi thì còn nguyên. Hãy đọc lại rồi ghi tiếp.';
