import { asDay, type Day, parseDay, showDay } from '../shared/day.ts';
import { matchColumns } from '../shared/sheet/match.ts';
import { clean, fold } from '../shared/vietnamese.ts';
import { AREA_KINDS, nameParts } from './correction.ts';
import type { LevelRow } from './unit.ts';

/** The columns that a list of areas must bring, in any order, by any of their names. */
export const LIST_COLUMNS = [
  { key: 'code', names: ['Mã', 'Mã đơn vị', 'code'] },
  { key: 'name', names: ['Tên', 'name'] },
  { key: 'full_name', names: ['Tên đầy đủ', 'full_name'] },
  { key: 'level', names: ['Cấp', 'level'] },
  { key: 'parent_code', names: ['Mã cấp trên', 'parent_code'] },
  { key: 'valid_from', names: ['Từ ngày', 'Hiệu lực từ', 'valid_from'] },
] as const;

/** What a column is called on a page. */
function headOf(key: string): string {
  return LIST_COLUMNS.find((column) => column.key === key)?.names[0] ?? key;
}

/** An area that is in the register, with a code of one of its periods. */
export interface KnownArea {
  readonly unitId: string;
  readonly code: string;
  readonly level: string;
  readonly from: Day;
  readonly to: Day | null;
}

export interface ListedArea {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: string;
  readonly level: string;
  readonly parent: { readonly unitId: string } | { readonly code: string } | undefined;
  readonly from: Day;
}

/** One line of the list: the area that it means, or all that is wrong with it. */
export interface ListLine {
  readonly number: number;
  readonly cells: readonly string[];
  readonly area: ListedArea | undefined;
  readonly faults: readonly string[];
}

export interface CheckedList {
  readonly missingColumns: readonly string[];
  readonly header: readonly string[];
  readonly lines: readonly ListLine[];
}

/**
 * Checks a list of areas line by line (first row: names of columns). A unit above may stand in
 * the register on the first day, or earlier in the list. Nothing is stored.
 */
export function checkList(
  rows: readonly (readonly string[])[],
  levels: readonly LevelRow[],
  known: readonly KnownArea[],
): CheckedList {
  const [header = [], ...body] = rows.map((row) => row.map(clean));
  const { columns, missing } = matchColumns(header, LIST_COLUMNS);
  if (missing.length) return { missingColumns: missing.map(headOf), header, lines: [] };
  const earlier = new Map<string, ListedArea>();
  const lines = body.map((cells, at) => {
    const typed = Object.fromEntries([...columns].map(([key, place]) => [key, cells[place] ?? '']));
    const line = checkLine(typed, { levels, known, earlier });
    if (line.area) earlier.set(line.area.code, line.area);
    return { number: at + 2, cells, ...line };
  });
  return { missingColumns: [], header, lines };
}

interface Surroundings {
  readonly levels: readonly LevelRow[];
  readonly known: readonly KnownArea[];
  readonly earlier: ReadonlyMap<string, ListedArea>;
}

type Typed = Readonly<Record<string, string>>;

function checkLine(typed: Typed, around: Surroundings): Pick<ListLine, 'area' | 'faults'> {
  const {
    code = '',
    name = '',
    full_name = '',
    level: typedLevel = '',
    parent_code = '',
    valid_from = '',
  } = typed;
  const level = levelKey(typedLevel, around.levels);
  const from = asDay(valid_from) ?? parseDay(valid_from);
  const parent = from && parent_code ? findParent(parent_code, from, around) : undefined;
  const { kind } = nameParts(full_name, AREA_KINDS[0] ?? '');
  const faults = [
    code ? codeFault(code, from, around) : 'thiếu mã',
    name ? undefined : 'thiếu tên',
    full_name.endsWith(name) && full_name !== name
      ? undefined
      : 'tên đầy đủ phải là loại và tên, ví dụ Xã Mường Than',
    from ? undefined : 'ngày bắt đầu phải là một ngày, ví dụ 01/07/2025',
    levelFault(level, parent?.level, around.levels),
    from && parent_code && !parent
      ? `không có đơn vị cấp trên mang mã ${parent_code} vào ngày ${showDay(from)}`
      : undefined,
  ].filter((fault) => fault !== undefined);
  if (faults.length || !from) return { area: undefined, faults };
  return {
    area: { code, name, fullName: full_name, kind, level, parent: parent?.place, from },
    faults: [],
  };
}

function codeFault(code: string, from: Day | undefined, around: Surroundings) {
  if (around.earlier.has(code)) return `mã ${code} đã có ở một dòng trên`;
  // A code may be used again once its bearer ended, as all 38 were on 1/7/2025.
  const bearer = around.known.find(
    (one) => one.code === code && from && (one.to === null || one.to >= from),
  );
  return bearer ? `mã ${code} đang thuộc một đơn vị đã có` : undefined;
}

/** A level by a name of the register (“Cấp xã”, “xã”, “bản”) or its key. */
function levelKey(typed: string, levels: readonly LevelRow[]): string {
  const bare = (words: string) => fold(words).replace(/^cap /, '');
  const met = levels.find(
    ({ key, name }) => key === typed || name.split(', ').some((one) => bare(one) === bare(typed)),
  );
  return met?.key ?? '';
}

function levelFault(
  level: string,
  above: string | undefined,
  levels: readonly LevelRow[],
): string | undefined {
  const rankOf = (key: string) => levels.find((one) => one.key === key)?.rank;
  const rank = rankOf(level);
  if (rank === undefined)
    return `cấp phải là một trong: ${levels.map((one) => one.name).join(', ')}`;
  const rankAbove = above === undefined ? undefined : rankOf(above);
  return rankAbove !== undefined && rankAbove >= rank
    ? 'đơn vị cấp trên phải ở cấp cao hơn'
    : undefined;
}

function findParent(code: string, from: Day, { known, earlier }: Surroundings) {
  const listed = earlier.get(code);
  if (listed && listed.from <= from) return { place: { code }, level: listed.level };
  const standing = known.find(
    (one) => one.code === code && one.from <= from && (one.to === null || one.to >= from),
  );
  return standing && { place: { unitId: standing.unitId }, level: standing.level };
}

/**
 * The wrong lines as they came, with one more column that says what to mend. A cell that a
 * spreadsheet would take for a formula is preceded by an apostrophe.
 */
export function errorRows({ header, lines }: CheckedList): string[][] {
  const wrong = lines.filter((line) => line.faults.length > 0);
  return [
    [...header, 'cần sửa'],
    ...wrong.map((line) => [
      ...header.map((_, place) => harmless(line.cells[place] ?? '')),
      line.faults.join('; '),
    ]),
  ];
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
