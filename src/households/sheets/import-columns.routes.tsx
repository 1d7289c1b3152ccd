import type { House } from '../../shared/house.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { findRound } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { IMPORT, keptImport, POLICY } from './asked-import.routes.ts';
import { readColumns, roleField } from './columns-draft.ts';
import { type HouseholdImport, IMPORTS, mayStep } from './household-import.ts';
import { ImportColumnsPage } from './import-columns.pages.tsx';
import { planAgain, startReading } from './imports.actions.ts';
import { planFaults, type SheetPlan } from './sheet-plan.ts';

/** The step between a file and its reading: what each column holds. */
export function importColumnsRoutes(site: Site, house: House): void {
  site.get(`${IMPORT}/columns`, POLICY, async (request, reply) => {
    const one = await keptImport(request, house);
    // While it is read or written nothing of it can be changed.
    if (!mayStep(one, 'match')) return reply.redirect(`${IMPORTS}/${one.id}`, 303);
    return showColumns(request, reply, house, { one, plans: one.plans, faults: [] });
  });
  site.post(`${IMPORT}/columns`, POLICY, (request, reply) => takeColumns(request, reply, house));
}

interface Shown {
  readonly one: HouseholdImport;
  readonly plans: readonly SheetPlan[];
  readonly faults: readonly FieldProblem[];
}

async function showColumns(
  request: Request,
  reply: Reply,
  house: House,
  { one, plans, faults }: Shown,
): Promise<Reply> {
  const standard = await standardOf(house, one);
  const page = { frame: request.frame(), import: one, standard, plans, faults };
  return reply.page(<ImportColumnsPage {...page} />, faults.length > 0 ? 422 : 200);
}

async function standardOf({ db }: House, { roundId }: HouseholdImport): Promise<PovertyStandard> {
  const round = found(await findRound(db, roundId), 'kỳ rà soát này');
  return found(await findStandard(db, round.standardId), 'chuẩn nghèo của kỳ này');
}

/** Reads the file by the columns as sent; another row of headings is looked at first. */
async function takeColumns(request: Request, reply: Reply, house: House): Promise<Reply> {
  const one = await keptImport(request, house);
  const standard = await standardOf(house, one);
  const person = personOf(request);
  const { plans, wishes, faults } = readColumns(one.plans, standard, formFields(request));
  if (faults.length > 0) return showColumns(request, reply, house, { one, plans, faults });
  if (wishes.size > 0) {
    await planAgain(house, person, one.id, plans, wishes);
    return reply.done(
      `${IMPORTS}/${one.id}/columns`,
      'Đã xem lại dòng tiêu đề. Hãy xem các cột bên dưới rồi đọc tệp.',
    );
  }
  const missing = planFaults(plans, standard, one.communeId !== null);
  if (missing.length > 0) {
    const said = missing.map(({ sheet, message }) => ({ field: roleField(sheet), message }));
    return showColumns(request, reply, house, { one, plans, faults: said });
  }
  await startReading(house, person, one.id, plans);
  return reply.redirect(`${IMPORTS}/${one.id}`, 303);
}
