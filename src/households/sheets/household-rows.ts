import { nameFault } from '../../people/person-draft.ts';
import type { Day } from '../../shared/day.ts';
import type { ReadCell, ReadRow } from '../../shared/sheet/cells.ts';
import type { Arrival, Leaving, MoveReason } from '../household-class.ts';
import { MARKS } from '../household-marks.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import {
  readAnswer,
  readArea,
  readBirth,
  readCitizenNumber,
  readClass,
  readDay,
  readEthnicity,
  readPeople,
  readScore,
  readSex,
  type Say,
  textOf,
} from './cell-values.ts';
import type { ImportCommune, ImportPlaces } from './import-places.ts';
import {
  type HouseholdDraft,
  isLeaving,
  NEEDED,
  NOTHING,
  type TakenRow,
} from './imported-household.ts';
import { quoted } from './quoted.ts';
import type { RowColumn } from './row-column.ts';
import { reasonOf } from './said-change.ts';
import type { SheetRows } from './sheet-rows.ts';
import { TickedLists, tickOf } from './ticked-lists.ts';

/** What is the same for all rows of a file. */
export interface RowContext {
  readonly places: ImportPlaces;
  readonly standard: PovertyStandard;
  readonly today: Day;
  /** The commune that the file speaks of where its rows name none. */
  readonly communeId: string | null;
}

type Placed = Pick<HouseholdDraft, 'row' | 'commune' | 'code'>;

/** Reads the rows of one sheet of households. */
export class HouseholdRows {
  readonly #rows: SheetRows;
  readonly #context: RowContext;
  readonly #columns: Columns;
  readonly #indicators: readonly RowColumn[];
  readonly #deprivedLists: TickedLists;
  readonly #marks: readonly RowColumn[];
  readonly #markLists: TickedLists;
  readonly #readBirth = (cell: ReadCell, say: Say) => readBirth(cell, this.#context.today, say);

  constructor(rows: SheetRows, context: RowContext) {
    this.#rows = rows;
    this.#context = context;
    this.#columns = columnsOf(rows);
    const all = (keys: readonly string[]) =>
      keys.map((key) => rows.column(key)).filter(({ exists }) => exists);
    this.#indicators = all(context.standard.indicators.map(({ key }) => `indicator.${key}`));
    const indicators = this.#indicators.map(({ key }) => key.slice(INDICATOR.length));
    this.#deprivedLists = new TickedLists(indicators);
    this.#marks = all(Object.keys(MARKS));
    this.#markLists = new TickedLists(this.#marks.map(({ key }) => key));
  }

  /** `undefined`: the row says nothing. */
  take(row: ReadRow): TakenRow | undefined {
    const rows = this.#rows;
    if (!rows.begin(row)) return undefined;
    const commune = this.#commune();
    const code = this.#columns.code.read(readCode);
    if (!commune) return { row: row.number, commune, code, draft: undefined };
    const reason = this.#columns.change.read(readReason) ?? undefined;
    const at = { row: row.number, commune, code };
    const draft = isLeaving(reason) ? this.#leaver(at, reason) : this.#whole(at, reason);
    const { citizenNumber } = draft;
    return { ...at, citizenNumber, draft: rows.wrong ? undefined : draft };
  }

  #commune(): ImportCommune | undefined {
    const { places, communeId } = this.#context;
    const column = this.#columns.commune;
    const { cell } = column;
    const own = column.exists ? undefined : places.byId(communeId);
    if (!cell && !own) {
      if (!column.said) column.say('Chưa ghi xã. Hãy ghi tên xã hiện nay.');
      return undefined;
    }
    const text = cell ? textOf(cell) : '';
    const commune = own ?? places.commune(text);
    if (!commune) this.#rows.sayUnknownCommune(text);
    else if (commune.refusal) column.say(commune.refusal);
    return commune;
  }

  /** Of a household that left it is enough to know which one it is. */
  #leaver(at: Placed, reason: Leaving): HouseholdDraft {
    const { headName, born, village } = this.#columns;
    return {
      ...{ ...NOTHING, ...at, reason },
      headName: isMasked(at, headName)
        ? undefined
        : headName.read((cell) => oneSpaced(textOf(cell)) || undefined),
      villageId: village.read((cell) => this.#village(at.commune, cell)),
      birth: born.read(this.#readBirth),
    };
  }

  #whole(at: Placed, reason: Arrival | undefined): HouseholdDraft {
    const columns = this.#columns;
    const { commune } = at;
    const must = mustOf(at);
    const members = must(columns.members, readMembers);
    const villageId = must(columns.village, (cell) => this.#village(commune, cell));
    const areaType = must(columns.areaType, readArea);
    const incomeScore = columns.incomeScore.read(readScore);
    const children = columns.children.read(readCount);
    return {
      row: at.row,
      code: at.code,
      commune,
      villageId,
      areaType,
      headName: isMasked(at, columns.headName) ? undefined : must(columns.headName, readNameCell),
      sex: must(columns.sex, readSex),
      birth: must(columns.born, this.#readBirth),
      ethnicity: must(columns.ethnicity, readEthnicity),
      citizenNumber: columns.citizenNumber.read(readCitizenNumber),
      members,
      openingMembers: columns.openingMembers.read(readCount),
      opening: columns.opening.read(readClass),
      incomeScore,
      deprived: this.#deprived(incomeScore),
      children: this.#within(columns.children, children, members),
      childrenHealth: this.#among(columns.childrenHealth, children ?? members),
      childrenSchool: this.#among(columns.childrenSchool, children ?? members),
      marks: this.#marksOf(),
      said: columns.class.read(readClass),
      reason,
      surveyedOn: columns.surveyedOn.read((cell, say) => readDay(cell, this.#context.today, say)),
      surveyorName: columns.surveyorName.read(readWords),
      note: columns.note.read(readWords),
    };
  }

  #village(commune: ImportCommune, cell: ReadCell): string | undefined {
    const { places } = this.#context;
    const village = places.village(commune, cell.text);
    if (!village) this.#columns.village.say(places.unknownVillage(commune, textOf(cell)));
    return village?.id;
  }

  /** The deprived indicators; with score A there must be an answer, and the other way round. */
  #deprived(incomeScore: number | undefined): readonly string[] | undefined {
    let answered = false;
    let ticks = 0;
    for (const [place, column] of this.#indicators.entries()) {
      const answer = column.read(readAnswer);
      if (answer !== undefined) answered = true;
      if (answer) ticks += tickOf(place);
    }
    if (incomeScore !== undefined && !answered && !this.#rows.wrong)
      (this.#indicators[0] ?? this.#columns.incomeScore).say(
        'Có điểm A mà các chỉ số đều để trống, nên chưa biết hộ thiếu hụt gì. Đánh x chỉ số thiếu hụt; không thiếu hụt thì ghi 0.',
      );
    if (answered && incomeScore === undefined && !this.#columns.incomeScore.said)
      this.#columns.incomeScore.say('Có chỉ số thiếu hụt mà chưa ghi điểm A. Hãy ghi tổng điểm.');
    return answered ? this.#deprivedLists.list(ticks) : undefined;
  }

  #within(column: RowColumn, children: number | undefined, members: number | undefined) {
    if (children !== undefined && members !== undefined && children > members)
      column.say(`Số trẻ em (${children}) nhiều hơn số nhân khẩu (${members}).`);
    return children;
  }

  #among(column: RowColumn, most: number | undefined): number | undefined {
    const count = column.read(readCount);
    if (count !== undefined && most !== undefined && count > most)
      column.say(`Ghi ${count} trẻ em mà hộ chỉ có ${most}. Hãy xem lại.`);
    return count;
  }

  #marksOf(): readonly string[] | undefined {
    if (this.#marks.length === 0) return undefined;
    let ticks = 0;
    for (const [place, column] of this.#marks.entries())
      if (column.read(readAnswer)) ticks += tickOf(place);
    return this.#markLists.list(ticks);
  }
}

/** A household with a code may be known: then a blank says nothing new of it. */
function mustOf({ code }: Placed) {
  return <T>(column: RowColumn, reader: (cell: ReadCell, say: Say) => T | undefined) =>
    code ? column.read(reader) : column.must(NEEDED[column.key as keyof typeof NEEDED], reader);
}

/** As our own lists mask a name: `Lò Văn P.`; of a household with a code it says nothing. */
const MASKED = /^\S.*\s\p{L}\.$/u;

function isMasked({ code }: Placed, headName: RowColumn): boolean {
  return code !== undefined && MASKED.test(headName.text);
}

const INDICATOR = 'indicator.';
const KEYS = [
  ...['code', 'commune', 'village', 'areaType', 'headName', 'sex', 'born', 'ethnicity'],
  ...['citizenNumber', 'members', 'openingMembers', 'opening', 'incomeScore', 'children'],
  ...['childrenHealth', 'childrenSchool', 'class', 'change', 'surveyedOn', 'surveyorName', 'note'],
] as const;
type Columns = Readonly<Record<(typeof KEYS)[number], RowColumn>>;

function columnsOf(rows: SheetRows): Columns {
  return Object.fromEntries(KEYS.map((key) => [key, rows.column(key)])) as Columns;
}

function readMembers(cell: ReadCell, say: Say): number | undefined {
  return readPeople(cell, 1, say);
}

function readCount(cell: ReadCell, say: Say): number | undefined {
  return readPeople(cell, 0, say);
}

function readWords(cell: ReadCell): string | undefined {
  return textOf(cell).slice(0, 500) || undefined;
}

const LONGEST_CODE = 40;

function readCode(cell: ReadCell, say: Say): string | undefined {
  const code = codeOf(cell);
  if (code.length > LONGEST_CODE)
    say(`Mã hộ dài ${code.length} chữ; nhiều nhất ${LONGEST_CODE}. Hãy xem lại.`);
  return code || undefined;
}

function readReason(cell: ReadCell, say: Say): MoveReason | null | undefined {
  const reason = reasonOf(cell.text);
  if (reason === undefined)
    say(
      `Không hiểu biến động ${quoted(textOf(cell))}: ghi Chuyển đến, Tách hộ, Hộ mới lập, Chuyển đi, Nhập hộ hoặc Hết thành viên.`,
    );
  return reason;
}

/** A household's code as it is compared. */
export function codeOf(cell: ReadCell): string {
  return oneSpaced(textOf(cell));
}

function oneSpaced(name: string): string {
  return name.includes('  ') || name.includes('\n') ? name.replace(/\s+/g, ' ') : name;
}

/** Names that were found right: people share few. */
const RIGHT_NAMES = new Set<string>();
const MOST_NAMES = 10_000;

/** A whole name, said as faults of names are said everywhere. */
export function readNameCell(cell: ReadCell, say: Say): string | undefined {
  if (RIGHT_NAMES.has(cell.text)) return cell.text;
  const name = oneSpaced(textOf(cell));
  const fault = nameFault(name);
  if (fault) say(fault);
  else if (name === cell.text && RIGHT_NAMES.size < MOST_NAMES) RIGHT_NAMES.add(name);
  return fault ? undefined : name;
}
