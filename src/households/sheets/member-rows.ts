import type { Day } from '../../shared/day.ts';
import type { ReadCell, ReadRow } from '../../shared/sheet/cells.ts';
import type { Relation, Sex } from '../registry/member.ts';
import {
  type Birth,
  numberOf,
  readAnswer,
  readBirth,
  readCitizenNumber,
  readEthnicity,
  readRelation,
  readSex,
  type Say,
  textOf,
} from './cell-values.ts';
import { codeOf, readNameCell } from './household-rows.ts';
import { quoted } from './quoted.ts';
import type { RowColumn } from './row-column.ts';
import type { SheetRows } from './sheet-rows.ts';

/** A member as one row says it; undefined: the row does not say. */
export interface MemberDraft {
  readonly row: number;
  readonly code: string;
  readonly fullName: string;
  readonly relation: Relation;
  readonly sex: Sex;
  readonly birth: Birth;
  readonly ethnicity: string | undefined;
  readonly citizenNumber: string | undefined;
  readonly insured: boolean | undefined;
  readonly studying: boolean | undefined;
  readonly nourished: boolean | undefined;
}

/** What a row came to; the code as far as it could be read, so that its household is told. */
export interface TakenMember {
  readonly code: string | undefined;
  readonly draft: MemberDraft | undefined;
}

/** Reads the rows of one sheet of members. */
export class MemberRows {
  readonly #rows: SheetRows;
  readonly #columns: Columns;
  readonly #readBirth: (cell: ReadCell, say: Say) => Birth | undefined;

  constructor(rows: SheetRows, today: Day) {
    this.#rows = rows;
    this.#columns = columnsOf(rows);
    this.#readBirth = (cell, say) => readBirth(cell, today, say);
  }

  /** `undefined`: the row says nothing. */
  take(row: ReadRow): TakenMember | undefined {
    const rows = this.#rows;
    if (!rows.begin(row)) return undefined;
    const columns = this.#columns;
    const code = columns.code.must('mã hộ', readCode);
    const fullName = columns.fullName.must('họ tên', readNameCell);
    const relation = columns.relation.must('quan hệ với chủ hộ', readRelation);
    const sex = columns.sex.must('giới tính', readSex);
    const birth = columns.born.must('ngày hoặc năm sinh', this.#readBirth);
    const ethnicity = columns.ethnicity.read(readEthnicity);
    const citizenNumber = columns.citizenNumber.read(readCitizenNumber);
    const insured = columns.insured.read(readAnswer);
    const studying = columns.studying.read(readAnswer);
    const nourished = opposite(columns.malnourished.read(readAnswer));
    columns.no.read(readNo);
    if (rows.wrong || !code || !fullName || !relation || !sex || !birth)
      return { code, draft: undefined };
    const { number } = row;
    // One object and no copy: half a million of them go by.
    // biome-ignore format: one line a group
    const draft = { row: number, code, fullName, relation, sex, birth, ethnicity, citizenNumber, insured, studying, nourished };
    return { code, draft };
  }
}

const KEYS = [
  ...['code', 'no', 'fullName', 'relation', 'sex', 'born', 'ethnicity', 'citizenNumber'],
  ...['insured', 'studying', 'malnourished'],
] as const;
type Columns = Readonly<Record<(typeof KEYS)[number], RowColumn>>;

function columnsOf(rows: SheetRows): Columns {
  return Object.fromEntries(KEYS.map((key) => [key, rows.column(key)])) as Columns;
}

function readCode(cell: ReadCell): string | undefined {
  return codeOf(cell) || undefined;
}

/** Only whether it is a number: members are counted in the order of the file. */
function readNo(cell: ReadCell, say: Say): number | undefined {
  const no = numberOf(cell);
  if (no === undefined)
    say(`${quoted(textOf(cell))} không phải số thứ tự. Hãy ghi số, hoặc để trống.`);
  return no;
}

function opposite(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
