import { type Day, day, parseDay } from '../shared/day.ts';
import type { House } from '../shared/house.ts';
import {
  found,
  idOf,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { blocksRoutes } from './blocks.routes.tsx';
import { correctRoutes } from './correct.routes.tsx';
import { importRoutes } from './import.routes.tsx';
import { MergerPage } from './merger.pages.tsx';
import { listMerger } from './merger.sql.ts';
import { periodOn, type UnitWithPeriods } from './standing.ts';
import { UnitPage } from './unit.pages.tsx';
import { UnitsPage } from './units.pages.tsx';
import { mayCorrectUnit, mayKeepRegister } from './units.policy.ts';
import {
  findAreaMap,
  findUnit,
  keepersOf,
  listBelow,
  listLevels,
  listOfficesOf,
  listPredecessors,
  listRoles,
  listStanding,
  listSuccessors,
} from './units.sql.ts';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;
const MERGED_ON = day('2025-07-01');

/** The room of units: anyone signed in may read it. */
export function unitsRoutes(site: Site, house: House): void {
  site.get('/units', SIGNED_IN, (request, reply) => showUnits(request, reply, house));
  site.get('/units/merger', SIGNED_IN, async (request, reply) => {
    const rows = await listMerger(house.db, MERGED_ON);
    return reply.page(<MergerPage frame={request.frame()} rows={rows} />);
  });
  blocksRoutes(site, house);
  importRoutes(site, house);
  correctRoutes(site, house);
  site.get('/units/:id', SIGNED_IN, (request, reply) => showUnit(request, reply, house));
}

async function showUnits(request: Request, reply: Reply, { db, today }: House) {
  const typed = query(request).on;
  const asked = typed ? parseDay(typed) : today();
  const on: Day = asked ?? today();
  const [map, levels, areas, offices, keepers] = await Promise.all([
    findAreaMap(db),
    listLevels(db),
    listStanding(db, 'area', on),
    listStanding(db, 'office', on),
    keepersOf(db, undefined, today()),
  ]);
  const mayCorrect = mayKeepRegister(personOf(request), keepers);
  const wrongDay = asked ? undefined : typed;
  const page = { frame: request.frame(), on, wrongDay, levels, areas, offices, mayCorrect, map };
  return reply.page(<UnitsPage {...page} />, asked ? 200 : 422);
}

async function showUnit(request: Request, reply: Reply, house: House) {
  const { db } = house;
  const unit = await unitOf(request, house);
  const mapped = await mappedAreas(house, unit.id);
  const today = house.today();
  const lastDay = periodOn(unit.periods, today)?.valid_to;
  const [predecessors, successors, offices, below, roles, keepers] = await Promise.all([
    listPredecessors(db, unit.id),
    listSuccessors(db, unit.id),
    listOfficesOf(db, unit.id),
    listBelow(db, unit.id, lastDay ?? today),
    listRoles(db, unit.id),
    keepersOf(db, unit.id, today),
  ]);
  const mayCorrect = mayCorrectUnit(personOf(request), keepers);
  const related = { predecessors, successors, offices, below, roles, mapped };
  return reply.page(<UnitPage frame={request.frame()} {...{ unit, mayCorrect }} {...related} />);
}

/** The map with the names to draw, when this unit is on it. */
async function mappedAreas({ db, today }: House, unitId: string) {
  const map = await findAreaMap(db);
  if (!map?.shapes.some((one) => one.unitId === unitId)) return undefined;
  const areas = await listStanding(db, 'area', today());
  return { map, names: new Map(areas.map((one) => [one.unit_id, one.full_name])) };
}

async function unitOf(request: Request, { db }: House): Promise<UnitWithPeriods> {
  return found(await findUnit(db, idOf(request, 'id', 'đơn vị này')), 'đơn vị này');
}
