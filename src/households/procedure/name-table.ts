import { row, runs, type Table, type TableRow } from '../../documents/official-document.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { type ListedHousehold, type NameList, remarkOf } from './name-lists.ts';

/** Who heads a household, as the document names them: in full, or masked. */
export interface NamedHead {
  readonly name: string;
  /** Day or year of birth, as printed. */
  readonly born: string;
}

/** The head of a household by its id. */
export type HeadOf = (householdId: string) => NamedHead | undefined;

/** Of a name in full the day of birth is printed, of a masked one the year only. */
export type BornHead = 'Ngày sinh' | 'Năm sinh';

const COLUMNS = [
  ['TT', 2, 'center'],
  ['Họ và tên chủ hộ', 8, 'left'],
  ['', 4, 'center'],
  ['Mã hộ', 5, 'left'],
  ['Nhân khẩu', 3, 'center'],
  ['Ghi chú', 7, 'left'],
] as const;

/** One list as a table: villages as groups, households numbered through, the sum at the foot. */
export function nameTable(list: NameList, headOf: HeadOf, born: BornHead): Table {
  let number = 0;
  const rows = list.villages.flatMap(({ name, households }) => [
    groupRow(`${name}: ${countWords(households.length, membersOf(households))}`),
    ...households.map((one) => {
      number++;
      return householdRow(number, one, list, headOf(one.householdId));
    }),
  ]);
  return {
    kind: 'table',
    columns: COLUMNS.map(([, width, align]) => ({ width, align })),
    header: [COLUMNS.map(([text]) => ({ text: text || born }))],
    rows: [...rows, totalRow(list)],
  };
}

function groupRow(words: string): TableRow {
  return { style: 'group', cells: [{ runs: runs(words), columns: COLUMNS.length }] };
}

function householdRow(
  number: number,
  household: ListedHousehold,
  { part }: NameList,
  head: NamedHead | undefined,
): TableRow {
  const { code, members } = household;
  return row([
    `${number}`,
    head?.name ?? '-',
    head?.born ?? '-',
    code,
    `${members}`,
    remarkOf(household, part),
  ]);
}

function totalRow({ households, members }: NameList): TableRow {
  return {
    style: 'total',
    cells: [
      { runs: [] },
      { runs: runs(`Cộng: ${showNumber(households)} hộ`), columns: 3 },
      { runs: runs(showNumber(members)) },
      { runs: [] },
    ],
  };
}

function membersOf(households: readonly ListedHousehold[]): number {
  return households.reduce((sum, { members }) => sum + members, 0);
}

/** `3 hộ, 16 nhân khẩu`; a list without anyone is said in words. */
export function countWords(households: number, members: number): string {
  if (households === 0) return 'không có hộ nào';
  return `${showNumber(households)} hộ, ${showNumber(members)} nhân khẩu`;
}
