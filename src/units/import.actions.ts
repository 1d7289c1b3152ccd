import type { Person } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import { parseCsv, writeCsv } from '../shared/csv.ts';
import type { Db, House } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { readTable } from '../shared/sheet/table.ts';
import { must } from '../shared/web.ts';
import type { PeriodRow } from './unit.ts';
import { type CheckedList, checkList, type ListedArea } from './unit-list.ts';
import { mayKeepRegister } from './units.policy.ts';
import { insertAreas, keepersOf, listKnownAreas, listLevels } from './units.sql.ts';

const MOST_LINES = 5_000;

/** An uploaded list (CSV or XLSX, its first sheet) as CSV text. Problems as in `readTable`. */
export async function listText(name: string, bytes: Uint8Array): Promise<string> {
  const { sheets } = await readTable(name, bytes, { rows: MOST_LINES });
  const rows = sheets[0]?.rows ?? [];
  if (rows.length === 0) throw new Problem('fileEmpty');
  return writeCsv(rows.map((row) => row.cells.map((cell) => cell.text)));
}

/** What a list would do, line by line; stores nothing. */
export async function previewList(db: Db, text: string): Promise<CheckedList> {
  return checkList(parseCsv(text), await listLevels(db), await listKnownAreas(db));
}

/** Stores the right lines of a list; the wrong ones stay out. Gives how many areas were added. */
export function importList(house: House, person: Person, text: string, source: string) {
  return act<number>(house, person, async (tx) => {
    must(mayKeepRegister(person, await keepersOf(tx, undefined, house.today())), 'danh mục đơn vị');
    const areas = (await previewList(tx, text)).lines.flatMap((line) => line.area ?? []);
    if (areas.length === 0) throw new Problem('fileEmpty');
    const rows = periodsOf(areas, source);
    await insertAreas(tx, rows);
    const subjectId = rows[0]?.unit_id ?? newId();
    const detail = { count: areas.length, source };
    return [areas.length, { noun: 'unit', subjectId, verb: 'import', detail }];
  });
}

function periodsOf(areas: readonly ListedArea[], source: string): PeriodRow[] {
  const ids = new Map(areas.map((area) => [area.code, newId()]));
  const parentOf = ({ parent }: ListedArea) => {
    if (!parent) return null;
    return 'unitId' in parent ? parent.unitId : (ids.get(parent.code) ?? null);
  };
  return areas.map((area) => ({
    id: newId(),
    unit_id: ids.get(area.code) ?? newId(),
    code: area.code,
    level: area.level,
    kind: area.kind,
    name: area.name,
    full_name: area.fullName,
    aliases: '',
    parent_id: parentOf(area),
    area_id: null,
    poor_area: null,
    valid_from: area.from,
    valid_to: null,
    source,
    confirmed: true,
  }));
}
