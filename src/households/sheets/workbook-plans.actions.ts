import type { Db } from '../../shared/house.ts';
import type { ReadRow } from '../../shared/sheet/cells.ts';
import { type StreamedSheet, streamSheet } from '../../shared/sheet/stream.ts';
import { found } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { findRound } from '../rounds/rounds.sql.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { type HouseholdImport, IMPORT_LIMITS } from './household-import.ts';
import { loadFile, loadRemembered } from './imports.sql.ts';
import { type PlanWish, planSheet, ROWS_LOOKED_AT, type SheetPlan } from './sheet-plan.ts';

/** A first plan of each sheet in sight, with what the office has matched before. */
export async function planWorkbook(
  db: Db,
  round: ReviewRound,
  officeId: string,
  file: Buffer,
): Promise<SheetPlan[]> {
  const known = await knownOf(db, round, officeId);
  const { sheets } = await streamSheet(file, IMPORT_LIMITS);
  const plans: SheetPlan[] = [];
  for (const sheet of sheets)
    if (!sheet.hidden) plans.push(planSheet(sheet.name, await firstRows(sheet), ...known));
  return plans;
}

/** The plans with the sheets looked at anew of which the person says something else. */
export async function lookAgain(
  db: Db,
  one: HouseholdImport,
  plans: readonly SheetPlan[],
  wishes: ReadonlyMap<string, PlanWish>,
): Promise<SheetPlan[]> {
  const round = found(await findRound(db, one.roundId), 'kỳ rà soát này');
  const known = await knownOf(db, round, one.officeId);
  const { sheets } = await streamSheet(await loadFile(db, one.id), IMPORT_LIMITS);
  const looked = new Map<string, SheetPlan>();
  for (const sheet of sheets) {
    const wish = wishes.get(sheet.name);
    if (!wish) continue;
    const rows = await firstRows(sheet);
    looked.set(sheet.name, planSheet(sheet.name, rows, ...known, wish));
  }
  return plans.map((plan) => looked.get(plan.name) ?? plan);
}

async function knownOf(db: Db, { standardId }: ReviewRound, officeId: string) {
  const standard = found(await findStandard(db, standardId), 'chuẩn nghèo của kỳ này');
  return [standard, await loadRemembered(db, officeId)] as const;
}

async function firstRows(sheet: StreamedSheet): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const some of sheet.rows()) {
    rows.push(...some.rows.slice(0, ROWS_LOOKED_AT - rows.length));
    if (rows.length >= ROWS_LOOKED_AT) break;
  }
  return rows;
}
