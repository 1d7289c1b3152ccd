import { NumberList } from '../../shared/number-list.ts';
import { PackedTexts } from '../../shared/sheet/packed-texts.ts';
import { fold } from '../../shared/vietnamese.ts';
import type { ImportCommune } from './import-places.ts';
import type { HouseholdDraft, TakenRow } from './imported-household.ts';
import type { TakenMember } from './member-rows.ts';
import { NumberBook } from './number-book.ts';
import { PlaceBook } from './place-book.ts';
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
  readonly #places = new PlaceBook();
  readonly #sheets: SheetRows[] = [];
  /** The first place of each sheet. */
  readonly #firstOf: number[] = [];
  readonly #numbers = new NumberBook();
  readonly #rows = new NumberList();
  readonly #sheetOf = new NumberList();
  readonly #communes: (ImportCommune | undefined)[] = [];
  readonly #expected = new NumberList();
  readonly #met = new NumberList();
  readonly #headRows = new NumberList();
  readonly #names = new PackedTexts();
  readonly #births = new NumberList();
  readonly #wrong = new NumberList();
  readonly #known = new NumberList();
  readonly #recognised = new PlaceBook();

  get count(): number {
    return this.#rows.count;
  }

  /** Takes a row of a sheet of households; gives its place. Says where it stands twice. */
  enter(taken: TakenRow, rows: SheetRows): number {
    const place = this.#rows.count;
    const { commune, row, draft } = taken;
    if (this.#sheets.at(-1) !== rows) this.#begin(rows, place);
    this.#rows.push(row);
    this.#sheetOf.push(this.#sheets.length - 1);
    this.#communes.push(commune);
    this.#expected.push(draft?.members ?? 0);
    this.#met.push(0);
    this.#headRows.push(0);
    this.#names.add(draft?.headName ?? '');
    this.#births.push(draft?.birth?.year ?? 0);
    this.#wrong.push(draft ? 0 : 1);
    this.#known.push(0);
    this.#refuseTwice(place, taken, rows);
    if (taken.citizenNumber) this.#meetHead(place, taken, rows);
    return place;
  }

  #begin(rows: SheetRows, place: number): void {
    this.#sheets.push(rows);
    this.#firstOf.push(place);
  }

  #refuseTwice(place: number, { code, draft }: TakenRow, rows: SheetRows): void {
    const key = code ?? namelessKey(draft);
    if (!key) return;
    const before = this.#places.find(key);
    if (before === undefined) {
      this.#places.add(key, place);
      return;
    }
    const where = this.#where(before, rows);
    this.#wrong.set(place, 1);
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
    this.#wrong.set(place, 1);
    rows.say(
      'citizenNumber',
      `Số căn cước này đã ghi cho người ở ${this.#where(before.place, rows)}. Hãy xem lại.`,
    );
  }

  #where(place: number, from: SheetRows): string {
    const sheet = this.#sheets[this.#sheetOf.at(place)];
    const row = `dòng ${this.#rows.at(place)}`;
    return sheet === from || !sheet ? row : `${row}, trang “${sheet.plan.name}”`;
  }

  /** Is everything right that was read of the household until now? */
  isRight(place: number): boolean {
    return place < this.count && this.#wrong.at(place) === 0;
  }

  /** The register has the household; false: another row is the same one. */
  recognise(place: number, householdId: string): boolean {
    if (this.#recognised.find(householdId) !== undefined) return false;
    this.#recognised.add(householdId, place);
    this.#known.set(place, 1);
    return true;
  }

  isKnown(place: number): boolean {
    return this.#known.at(place) === 1;
  }

  /** Does the file list its members? */
  isListed(place: number): boolean {
    return this.#met.at(place) > 0;
  }

  /** Is there a household of this code in the file? */
  knows(code: string | undefined): boolean {
    return code !== undefined && this.#places.find(code) !== undefined;
  }

  condemn(place: number): void {
    this.#wrong.set(place, 1);
  }

  communeOf(place: number): ImportCommune | undefined {
    return this.#communes[place];
  }

  /** Says something of the row of a household that went by, which so is wrong. */
  say(place: number, key: string, message: string): void {
    this.#wrong.set(place, 1);
    this.#sheets[this.#sheetOf.at(place)]?.sayAt(this.#rows.at(place), key, message);
  }

  /** The household of a row of a sheet, if that row is one; rows of a sheet stand in order. */
  placeOfRow(rows: SheetRows, row: number): number | undefined {
    const sheet = this.#sheets.indexOf(rows);
    let low = this.#firstOf[sheet] ?? 0;
    let high = (this.#firstOf[sheet + 1] ?? this.count) - 1;
    while (sheet >= 0 && low <= high) {
      const middle = (low + high) >> 1;
      const there = this.#rows.at(middle);
      if (there === row) return middle;
      if (there < row) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** Takes a row of a sheet of members; `undefined`: wrong, or of no household of the file. */
  call({ code, draft }: TakenMember, rows: SheetRows): CalledMember | undefined {
    if (code === undefined) return undefined;
    const place = this.#places.find(code);
    if (place === undefined) {
      rows.say('code', `Trang Hộ không có hộ mang mã ${quoted(code)}. Hãy thêm hộ, hoặc sửa mã.`);
      return undefined;
    }
    const no = this.#met.at(place) + 1;
    this.#met.set(place, no);
    if (draft?.relation === 'head') this.#meetTheHead(place, draft, rows);
    if (draft?.citizenNumber) this.#meetNumber(place, draft, rows);
    if (rows.wrong) this.#wrong.set(place, 1);
    return rows.wrong ? undefined : { place, no };
  }

  #meetTheHead(place: number, draft: NonNullable<TakenMember['draft']>, rows: SheetRows): void {
    const before = this.#headRows.at(place);
    if (before > 0) {
      rows.say('relation', `Hộ ${draft.code} đã có chủ hộ ở dòng ${before}: mỗi hộ một chủ hộ.`);
      return;
    }
    this.#headRows.set(place, draft.row);
    const name = this.#names.at(place);
    if (name && name !== draft.fullName && fold(name) !== fold(draft.fullName))
      rows.say(
        'fullName',
        `Chủ hộ ở đây là ${draft.fullName}, ở trang Hộ là ${name}. Hãy ghi thống nhất.`,
      );
    const born = this.#births.at(place);
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
      const [met, expected] = [this.#met.at(place), this.#expected.at(place)];
      if (met === 0 || !this.isRight(place)) continue;
      if (this.#headRows.at(place) === 0)
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
    const wrong: number[] = [];
    for (let place = 0; place < this.count; place++) if (!this.isRight(place)) wrong.push(place);
    return wrong;
  }
}

/** A household without a code is known by its village, its head and the head's year of birth. */
function namelessKey(draft: HouseholdDraft | undefined): string | undefined {
  if (!draft?.headName || !draft.birth) return undefined;
  return `${draft.villageId}\n${draft.headName.toLowerCase()}\n${draft.birth.year}`;
}
