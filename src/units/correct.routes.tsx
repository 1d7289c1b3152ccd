import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import type { Reply, Request, Site } from '../shared/web.ts';
import { formFields, found, idOf, must, personOf } from '../shared/web.ts';
import { CorrectPage, NewUnitPage } from './correct.pages.tsx';
import { addUnit, closeUnit, renameUnit } from './corrections.actions.ts';
import type { UnitWithPeriods } from './standing.ts';
import { mayCorrectUnit, mayKeepRegister } from './units.policy.ts';
import { findUnit, keepersOf, listBelow, listLevels, listStanding } from './units.sql.ts';

const BY_POLICY = { config: { door: 'policy' } } as const;

/** Corrections of the register: another name, an end, a new unit. */
export function correctRoutes(site: Site, house: House): void {
  site.get('/units/new', BY_POLICY, (request, reply) => showNew(request, reply, house));
  site.post('/units/new', BY_POLICY, (request, reply) =>
    orAgain(
      async () => {
        const id = await addUnit(house, personOf(request), formFields(request));
        return reply.done(`/units/${id}`, 'Đã thêm đơn vị.');
      },
      (problem) => showNew(request, reply, house, problem),
    ),
  );
  site.get('/units/:id/correct', BY_POLICY, (request, reply) => showCorrect(request, reply, house));
  correction(site, house, 'rename', renameUnit, 'Đã đổi tên.');
  correction(site, house, 'end', closeUnit, 'Đã ghi ngày kết thúc.');
}

function correction(
  site: Site,
  house: House,
  step: string,
  change: typeof renameUnit,
  said: string,
): void {
  site.post(`/units/:id/${step}`, BY_POLICY, (request, reply) =>
    orAgain(
      async () => {
        const id = unitIdOf(request);
        await change(house, personOf(request), id, formFields(request));
        return reply.done(`/units/${id}`, said);
      },
      (problem) => showCorrect(request, reply, house, problem),
    ),
  );
}

/** Does a thing; a fault of the form brings the form back with all that was typed. */
async function orAgain(
  change: () => Promise<Reply>,
  again: (problem: Problem) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await change();
  } catch (problem) {
    if (problem instanceof Problem && problem.fields.length > 0) return again(problem);
    throw problem;
  }
}

async function showCorrect(request: Request, reply: Reply, house: House, problem?: Problem) {
  const { db } = house;
  const unit = found(await findUnit(db, unitIdOf(request)), 'đơn vị này');
  const keepers = await keepersOf(db, unit.id, house.today());
  must(mayCorrectUnit(personOf(request), keepers), 'đơn vị này');
  const others = await likeUnits(house, unit);
  const again = { typed: formFields(request), problems: problem?.fields ?? [] };
  const page = <CorrectPage frame={request.frame()} unit={unit} others={others} {...again} />;
  return reply.page(page, problem?.status ?? 200);
}

/** Who could follow a unit: a village only one of its own commune. */
function likeUnits({ db, today }: House, { sort, periods }: UnitWithPeriods) {
  const last = periods.at(-1);
  const commune = last?.level === 'village' ? last.parent_id : null;
  return commune ? listBelow(db, commune, today()) : listStanding(db, sort, today());
}

async function showNew(request: Request, reply: Reply, house: House, problem?: Problem) {
  const { db } = house;
  const today = house.today();
  must(mayKeepRegister(personOf(request), await keepersOf(db, undefined, today)), NAME);
  const [levels, areas, offices] = await Promise.all([
    listLevels(db),
    listStanding(db, 'area', today),
    listStanding(db, 'office', today),
  ]);
  const again = { typed: formFields(request), problems: problem?.fields ?? [] };
  const page = <NewUnitPage frame={request.frame()} {...{ levels, areas, offices }} {...again} />;
  return reply.page(page, problem?.status ?? 200);
}

const NAME = 'danh mục đơn vị';

function unitIdOf(request: Request): string {
  return idOf(request, 'id', 'đơn vị này');
}
