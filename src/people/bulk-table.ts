import type { Day } from '../shared/day.ts';
import { clean, fold } from '../shared/vietnamese.ts';
import { asLogin } from './login-name.ts';
import { DUTIES, DUTY_NAMES, type Duty } from './person.ts';
import { checkPerson, type PersonDraft } from './person-draft.ts';

/** More slips than this at once nobody hands out in a day. */
export const MOST_BULK_ROWS = 500;

export const BULK_COLUMNS = [
  'Họ và tên',
  'Chức vụ',
  'Đơn vị',
  'Nhiệm vụ',
  'Thư điện tử',
  'Tên đăng nhập',
] as const;

export interface TypedRow {
  /** As seen in the person's own table, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface BulkContext {
  /** The id for the person of a row, by its place: the same table sent twice makes the same. */
  readonly idOf: (place: number) => string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Where people go whose row names no unit. */
  readonly ownUnitId: string;
  readonly today: Day;
  readonly taken: ReadonlySet<string>;
}

export interface BulkRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly faults: readonly string[];
  readonly draft?: PersonDraft;
}

/** Rows without the heading; columns in our order, found by the heading's words if there is one. */
export function arrangeRows(rows: readonly TypedRow[]): TypedRow[] {
  const [first, ...rest] = rows;
  const places = first ? headingPlaces(first.cells) : undefined;
  const arranged = (row: TypedRow, order: readonly number[]) => ({
    number: row.number,
    cells: order.map((place) => clean(row.cells[place] ?? '')),
  });
  const order = places ?? BULK_COLUMNS.map((_, place) => place);
  const body = places ? rest : rows;
  return body.map((row) => arranged(row, order)).filter((row) => row.cells.some(Boolean));
}

const HEADINGS: readonly RegExp[] = [
  /^ho (va )?ten$|^ho, ten|^ho dem/,
  /^chuc (vu|danh)/,
  /^don vi|^co quan|^noi cong tac/,
  /^nhiem vu|^phan cong|^vai tro/,
  /^thu dien tu|^e-?mail/,
  /^ten dang nhap|^tai khoan/,
];

/** Where each of our columns stands; -1: not there. No name column: it is no heading. */
function headingPlaces(cells: readonly string[]): number[] | undefined {
  const words = cells.map((cell) => fold(cell));
  const places = HEADINGS.map((sign) => words.findIndex((word) => sign.test(word)));
  return places[0] === -1 ? undefined : places;
}

/** Logins that the rows ask for, to look up which are taken. */
export function typedLogins(rows: readonly TypedRow[]): string[] {
  return rows.map((row) => asLogin(row.cells[5] ?? '')).filter(Boolean);
}

/** Each row as a draft, or with the reasons why it cannot be created. */
export function checkRows(rows: readonly TypedRow[], context: BulkContext): BulkRow[] {
  const seen = new Map<string, number>();
  return rows.map((row, position) => {
    const checked = checkRow(row, position, context);
    const twin = twinOf(row, checked.unitId, seen);
    const faults = [...checked.faults, ...twin];
    const { number, cells } = row;
    return faults.length > 0 || !checked.draft
      ? { number, cells, faults }
      : { number, cells, faults, draft: checked.draft };
  });
}

function checkRow(row: TypedRow, position: number, context: BulkContext) {
  const [fullName = '', title = '', unit = '', duties = '', email = '', login = ''] = row.cells;
  const place = findUnit(unit, context);
  const asked = findDuties(duties);
  const id = context.idOf(position);
  const typed = { fullName, title, email, login, duties: asked.duties, from: context.today };
  const checked = checkPerson(id, { ...typed, unitId: place.id ?? context.ownUnitId });
  const wrong = 'faults' in checked ? checked.faults.map((one) => one.message) : [];
  const taken = context.taken.has(asLogin(login))
    ? [`Tên đăng nhập ${asLogin(login)} đã có người dùng.`]
    : [];
  const faults = [...wrong, ...place.faults, ...asked.faults, ...taken];
  return { unitId: place.id ?? '', faults, draft: 'draft' in checked ? checked.draft : undefined };
}

function findUnit(typed: string, context: BulkContext): { id?: string; faults: string[] } {
  if (!typed) return { id: context.ownUnitId, faults: [] };
  const exact = context.units.filter((unit) => unit.name === typed);
  const alike =
    exact.length > 0 ? exact : context.units.filter((u) => fold(u.name) === fold(typed));
  const [only] = alike;
  if (only && alike.length === 1) return { id: only.id, faults: [] };
  return only
    ? { faults: [`Có ${alike.length} đơn vị tên “${typed}”. Hãy tạo riêng người này.`] }
    : { faults: [`Không có đơn vị “${typed}” trong phạm vi bạn quản trị. Hãy ghi tên đầy đủ.`] };
}

function findDuties(typed: string): { duties: Duty[]; faults: string[] } {
  const parts = splitDuties(typed);
  const duties = parts.map((part) => DUTY_NAMES.find((duty) => fold(DUTIES[duty]) === fold(part)));
  const unknown = parts.filter((_, at) => duties[at] === undefined);
  return {
    duties: duties.filter((duty) => duty !== undefined),
    faults: unknown.map((part) => `Không có nhiệm vụ “${part}”. Hãy ghi đúng tên nhiệm vụ.`),
  };
}

/** Duties part at `;` `/` or `+`: one of their names has a comma of its own. */
function splitDuties(typed: string): string[] {
  return typed
    .split(/[;/+]/)
    .map((part) => clean(part))
    .filter(Boolean);
}

/** The same name at the same unit, or the same login, twice in one table. */
function twinOf(row: TypedRow, unitId: string, seen: Map<string, number>): string[] {
  const login = asLogin(row.cells[5] ?? '');
  const keys = [`${fold(row.cells[0] ?? '')}|${unitId}`, ...(login ? [`login ${login}`] : [])];
  const earlier = keys.map((key) => seen.get(key)).find((number) => number !== undefined);
  for (const key of keys) if (!seen.has(key)) seen.set(key, row.number);
  return earlier === undefined ? [] : [`Trùng với dòng ${earlier}.`];
}

/** Rows as text that can be pasted again: a heading, tabs between cells. */
export function asPaste(rows: readonly TypedRow[]): string {
  const lines = rows.map((row) => row.cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'));
  return [BULK_COLUMNS.join('\t'), ...lines].join('\n');
}
