import type { FieldProblem } from '../../shared/problem.ts';
import { columnLetters } from '../../shared/sheet/cells.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { columnsOf, SHEET_ROLES, type SheetRole } from './household-layout.ts';
import { briefly } from './quoted.ts';
import { LAST_HEADER_ROW, type PlanWish, type SheetPlan } from './sheet-plan.ts';

/** Names of the fields in which a person sets a plan right, by the places of sheet and column. */
export const roleField = (sheet: number) => `role-${sheet}`;
export const headerField = (sheet: number) => `header-${sheet}`;
export const meaningField = (sheet: number, position: number) => `meaning-${sheet}-${position}`;
export const convertField = (sheet: number, position: number) => `convert-${sheet}-${position}`;

type Typed = Readonly<Record<string, string | undefined>>;

/** The plans as the person set them right, and which sheets have to be looked at anew for it. */
export interface ColumnsDraft {
  readonly plans: readonly SheetPlan[];
  readonly wishes: ReadonlyMap<string, PlanWish>;
  readonly faults: readonly FieldProblem[];
}

/** A field that the form did not send leaves what was planned: nothing is unsaid by a short form. */
export function readColumns(
  before: readonly SheetPlan[],
  standard: PovertyStandard,
  typed: Typed,
): ColumnsDraft {
  const wishes = new Map<string, PlanWish>();
  const faults: FieldProblem[] = [];
  const plans = before.map((plan, at) => {
    const role = roleOf(typed[roleField(at)], plan.role);
    const headerRow = headerRowOf(typed[headerField(at)], plan.headerRow);
    if (headerRow === undefined)
      faults.push({
        field: headerField(at),
        message: `Dòng tiêu đề của trang “${plan.name}” phải là số từ 1 đến ${LAST_HEADER_ROW}. Hãy ghi lại số dòng.`,
      });
    else if (headerRow !== plan.headerRow || (role && role !== plan.role))
      wishes.set(plan.name, { role, headerRow });
    const keys = new Set(role ? columnsOf(role, standard).map(({ key }) => key) : []);
    return { ...plan, role, columns: plannedColumns(plan, at, keys, typed) };
  });
  return { plans, wishes, faults };
}

function roleOf(text: string | undefined, before: SheetRole | null): SheetRole | null {
  if (text === undefined) return before;
  return Object.hasOwn(SHEET_ROLES, text) ? (text as SheetRole) : null;
}

function headerRowOf(text: string | undefined, before: number): number | undefined {
  if (text === undefined) return before;
  const row = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return row >= 1 && row <= LAST_HEADER_ROW ? row : undefined;
}

function plannedColumns(
  { columns }: SheetPlan,
  sheet: number,
  keys: ReadonlySet<string>,
  typed: Typed,
): SheetPlan['columns'] {
  return columns.map((column) => {
    const meaning = typed[meaningField(sheet, column.position)];
    // A box that is not ticked sends nothing: it counts where the field beside it came.
    if (meaning === undefined) return column;
    const convert = column.font !== null && typed[convertField(sheet, column.position)] === 'yes';
    return { ...column, meaning: keys.has(meaning) ? meaning : null, convert };
  });
}

/** `C: Họ và tên`, as the person finds the column in Excel. */
export function columnName({ position, heading }: SheetPlan['columns'][number]): string {
  return `${columnLetters(position)}: ${briefly(heading)}`;
}
