import { fold } from '../../shared/vietnamese.ts';
import type { ImportCommune } from './import-places.ts';
import type { HouseholdDraft, TakenRow } from './imported-household.ts';
import type { TakenMember } from './member-rows.ts';
import { NumberBook } from './number-book.ts';
import { quoted } from './quoted.ts';
import type { SheetRows } from './sheet-rows.ts';

/** Where a member of the file belongs. */
export interface CalledMember {
  readonly place: number;
  /** In the order of the file, from 1. */
  readonly no: number;
}

/**
 * All households of a file by their place in it, with as little as the checks across rows need:
 * twice the same household, members without one, heads, counts, numbers used twice.
 */
export class RollCall {
  readonly #places = new Map<string, number>();
  readonly #sheets: SheetRows[] = [];
  readonly #numbers = new NumberBook();
  readonly #rows: number[] = [];
  readonly #sheetOf: number[] = [];
  readonly #communes: (ImportCommune | undefined)[] = [];
  readonly #expected: number[] = [];
  readonly #met: number[] = [];
  readonly #headRows: number[] = [];
  readonly #names: string[] = [];
  readonly #births: number[] = [];
  readonly #wrong: boolean[] = [];

  get count(): number {
    return this.#rows.length;
  }

  /** Takes a row of a sheet of households; gives its place. Says where it stands twice. */
  enter(taken: TakenRow, rows: SheetRows): number {
    const place = this.#rows.length;
    const { commune, row, draft } = taken;
    if (this.#sheets.at(-1) !== rows) this.#sheets.push(rows);
    this.#rows.push(row);
    this.#sheetOf.push(this.#sheets.length - 1);
    this.#communes.push(commune);
    this.#expected.push(draft?.members ?? 0);
    this.#met.push(0);
    this.#headRows.push(0);
    this.#names.push(draft?.headName ?? '');
    this.#births.push(draft?.birth?.year ?? 0);
    this.#wrong.push(!draft);
    this.#refuseTwice(place, taken, rows);
    if (taken.citizenNumber) this.#meetHead(place, taken, rows);
    return place;
  }

  #refuseTwice(place: number, { code, draft }: TakenRow, rows: SheetRows): void {
    const key = code ?? namelessKey(draft);
    if (!key) return;
    const before = this.#places.get(key);
    if (before === undefined) {
      this.#places.set(key, place);
      return;
    }
    const where = this.#where(before, rows);
    this.#wrong[place] = true;
    if (code) rows.say('code', `Mã hộ ${code} đã có ở ${where}: mỗi hộ một dòng. Hãy bỏ một dòng.`);
    else
      rows.say(
        'headName',
        `Hộ cùng tên chủ hộ, năm sinh và thôn, bản đã có ở ${where}. Hãy ghi mã hộ, hoặc bỏ một dòng.`,
      );
  }

  #meetHead(place: number, { row, citizenNumber = '' }: TakenRow, rows: SheetRows): void {
    const before = this.#numbers.meet(citizenNumber, { place, row, listed: false });
    if (!before) return;
    this.#wrong[place] = true;
    rows.say(
      'citizenNumber',
      `Số căn cước này đã ghi cho người ở ${this.#where(before.place, rows)}. Hãy xem lại.`,
    );
  }

  #where(place: number, from: SheetRows): string {
    const sheet = this.#sheets[this.#sheetOf[place] ?? 0];
    const row = `dòng ${this.#rows[place]}`;
    return sheet === from || !sheet ? row : `${row}, trang “${sheet.plan.name}”`;
  }

  /** Is everything right that was read of the household until now? */
  isRight(place: number): boolean {
    return this.#wrong[place] === false;
  }

  /** Does the file list its members? */
  isListed(place: number): boolean {
    return (this.#met[place] ?? 0) > 0;
  }

  /** Is there a household of this code in the file? */
  knows(code: string | undefined): boolean {
    return code !== undefined && this.#places.has(code);
  }

  condemn(place: number): void {
    this.#wrong[place] = true;
  }

  communeOf(place: number): ImportCommune | undefined {
    return this.#communes[place];
  }

  /** Says something of the row of a household that went by, which so is wrong. */
  say(place: number, key: string, message: string): void {
    this.#wrong[place] = true;
    this.#sheets[this.#sheetOf[place] ?? 0]?.sayAt(this.#rows[place] ?? 0, key, message);
  }

  /** The household of a row of a sheet, if that row is one. */
  placeOfRow(rows: SheetRows, row: number): number | undefined {
    const sheet = this.#sheets.indexOf(rows);
    const place = this.#rows.findIndex((one, at) => one === row && this.#sheetOf[at] === sheet);
    return place < 0 ? undefined : place;
  }

  /** Takes a row of a sheet of members; `undefined`: wrong, or of no household of the file. */
  call({ code, draft }: TakenMember, rows: SheetRows): CalledMember | undefined {
    if (code === undefined) return undefined;
    const place = this.#places.get(code);
    if (place === undefined) {
      rows.say('code', `Trang Hộ không có hộ mang mã ${quoted(code)}. Hãy thêm hộ, hoặc sửa mã.`);
      return undefined;
    }
    const no = (this.#met[place] ?? 0) + 1;
    this.#met[place] = no;
    if (draft?.relation === 'head') this.#meetTheHead(place, draft, rows);
    if (draft?.citizenNumber) this.#meetNumber(place, draft, rows);
    if (rows.wrong) this.#wrong[place] = true;
    return rows.wrong ? undefined : { place, no };
  }

  #meetTheHead(place: number, draft: NonNullable<TakenMember['draft']>, rows: SheetRows): void {
    const before = this.#headRows[place] ?? 0;
    if (before > 0) {
      rows.say('relation', `Hộ ${draft.code} đã có chủ hộ ở dòng ${before}: mỗi hộ một chủ hộ.`);
      return;
    }
    this.#headRows[place] = draft.row;
    const name = this.#names[place];
    if (name && name !== draft.fullName && fold(name) !== fold(draft.fullName))
      rows.say(
        'fullName',
        `Chủ hộ ở đây là ${draft.fullName}, ở trang Hộ là ${name}. Hãy ghi thống nhất.`,
      );
    const born = this.#births[place];
    if (born && born !== draft.birth.year)
      rows.say(
        'born',
        `Năm sinh chủ hộ ở đây là ${draft.birth.year}, ở trang Hộ là ${born}. Hãy ghi thống nhất.`,
      );
  }

  #meetNumber(place: number, draft: NonNullable<TakenMember['draft']>, rows: SheetRows): void {
    const { citizenNumber = '', row, relation } = draft;
    const entry = { place, row, listed: true };
    const before = this.#numbers.meet(citizenNumber, entry);
    if (!before) return;
    if (before.place === place && !before.listed && relation === 'head') {
      this.#numbers.replace(citizenNumber, entry);
      return;
    }
    const where = before.listed ? `dòng ${before.row}` : this.#where(before.place, rows);
    rows.say('citizenNumber', `Số căn cước này đã ghi cho người ở ${where}. Hãy xem lại.`);
  }

  /** Once all rows went by: households whose list of members does not fit them. */
  close(): void {
    for (let place = 0; place < this.count; place++) {
      const [met = 0, expected = 0] = [this.#met[place], this.#expected[place]];
      if (met === 0 || this.#wrong[place]) continue;
      if (this.#headRows[place] === 0)
        this.say(
          place,
          'headName',
          'Trang Thành viên chưa có người nào của hộ này là chủ hộ. Hãy ghi “Chủ hộ” ở cột Quan hệ.',
        );
      if (expected > 0 && met !== expected)
        this.say(
          place,
          'members',
          `Số nhân khẩu ghi ${expected}, nhưng trang Thành viên có ${met} người. Hãy ghi thống nhất.`,
        );
    }
  }

  /** Places of all households that are wrong. */
  wrongPlaces(): number[] {
    return this.#wrong.flatMap((wrong, place) => (wrong ? [place] : []));
  }
}

/** A household without a code is known by its village, its head and the head's year of birth. */
function namelessKey(draft: HouseholdDraft | undefined): string | undefined {
  if (!draft?.headName || !draft.birth) return undefined;
  return `${draft.villageId}\n${draft.headName.toLowerCase()}\n${draft.birth.year}`;
}
