import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { listVillages } from '../rounds/rounds.sql.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { coverageOf } from './asked-commune.ts';
import { listAskedCommunes } from './asked-communes.sql.ts';
import { ETHNIC_MARKS } from './minorities.ts';
import { placeCommunes, placedAsItWas, placeVillages } from './placed-rows.sql.ts';
import type { StandardTable, TableContext } from './standard-table.ts';
import { contextOf, type TableAsk, type TableUnit, type TableView } from './table-rows.ts';
import { communesAt, type Outline, type Scope, scopeOf, type Told } from './table-scope.ts';
import { loadCells } from './totals.sql.ts';
import { joinCells, NO_CELLS, type UnitCells } from './unit-cells.ts';

/** A standard table of a round for a unit; `undefined` for a unit that the telling has not. */
export async function loadTable(
  db: Db,
  round: ReviewRound,
  table: StandardTable,
  ask: TableAsk,
  today: Day,
): Promise<TableView | undefined> {
  const told = await tell(db, round, ask.units === 'today' ? today : round.unitsOn);
  const scope = scopeOf(told, ask);
  if (!scope) return undefined;
  const context = await loadContext(db, told, table);
  const marks = table.marks(context);
  const view = {
    ...{ round, table, ask, columns: table.columns(context), above: scope.above },
    differ: await differs(db, told, ask, today),
  };
  if (scope.level === 'commune') return { ...view, ...(await communeRows(db, told, scope, marks)) };
  const cells = await loadCells(db, round.id, told.placed, marks);
  const units = scope.outlines.map((one) => unitOf(told, one, cells));
  return { ...view, units, communes: communesAt(told, scope.outlines[0]?.places ?? []) };
}

async function tell(db: Db, round: ReviewRound, on: Day): Promise<Told> {
  const communes = await listAskedCommunes(db, round);
  const ids = communes.map(({ communeId }) => communeId);
  const asItWas = on === round.unitsOn;
  const placed = asItWas ? placedAsItWas(communes) : await placeCommunes(db, round.id, ids, on);
  return { round, on, communes, placed, province: { id: round.provinceId, name: 'Toàn tỉnh' } };
}

/** Do today's communes differ from those of the round? Then the other telling is offered. */
async function differs(db: Db, { round, communes }: Told, ask: TableAsk, today: Day) {
  if (ask.units === 'today') return true;
  const ids = communes.map(({ communeId }) => communeId);
  const placed = await placeCommunes(db, round.id, ids, today);
  return placed.some(({ communeId, placeId }) => communeId !== placeId);
}

function unitOf(
  told: Told,
  { places, ...outline }: Outline,
  cells: ReadonlyMap<string, UnitCells>,
): TableUnit {
  const coverage = coverageOf(communesAt(told, places));
  const wanted = new Set(places);
  return {
    ...outline,
    coverage,
    cells: coverage.begun > 0 ? joinCells(places.flatMap((id) => cells.get(id) ?? [])) : null,
    estimated: told.placed.some(({ placeId, share }) => wanted.has(placeId) && share < 1),
  };
}

/** The commune and its villages on the day told. */
async function communeRows(
  db: Db,
  told: Told,
  { id, name }: Scope,
  marks: readonly string[],
): Promise<Pick<TableView, 'units' | 'communes'>> {
  const own = told.placed.filter(({ placeId }) => placeId === id);
  const villages = await placeVillages(db, told.round.id, own, told.on);
  const standing = await listVillages(db, id, told.on);
  const cells = await loadCells(db, told.round.id, [...own, ...villages], marks);
  const named = new Map([
    ...villages.map(({ placeId, placeName }) => [placeId, placeName] as const),
    ...standing.map((one) => [one.id, one.name] as const),
  ]);
  const whole = unitOf(told, { id, level: 'commune', number: '', name, places: [id] }, cells);
  const rows = [...named].toSorted(([, a], [, b]) => a.localeCompare(b, 'vi'));
  const units = rows.map(([villageId, villageName], at) => ({
    ...{ ...whole, id: villageId, level: 'village' as const, number: `${at + 1}` },
    ...{ name: villageName, cells: whole.cells && (cells.get(villageId) ?? NO_CELLS) },
  }));
  return { units: [whole, ...units], communes: communesAt(told, [id]) };
}

/** The standard's indicators; for the table of ethnic groups also who lives in the province. */
async function loadContext(db: Db, told: Told, table: StandardTable): Promise<TableContext> {
  const standard = await findStandard(db, told.round.standardId);
  const indicators = standard?.indicators ?? [];
  if (table.key !== '9') return { indicators, minorities: [] };
  const cells = await loadCells(db, told.round.id, told.placed, ETHNIC_MARKS);
  return contextOf(indicators, joinCells([...cells.values()]));
}
