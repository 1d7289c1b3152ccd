import { ETHNIC_GROUPS } from '../ethnic-groups.ts';
import { AREA_TYPES, type AreaType, CLASSES, type HouseholdClass } from '../household-class.ts';
import { isRelation, RELATIONS, type Relation, type Sex } from '../registry/member.ts';
import { plainWords } from './plain-words.ts';

/** Words that stand for one thing; each is looked for without accents and case. */
export class Words<T> {
  readonly #known: ReadonlyMap<string, T>;
  readonly #seen = new Map<string, T | undefined>();

  constructor(lists: readonly (readonly [T, readonly string[]])[]) {
    this.#known = new Map(
      lists.flatMap(([one, words]) => words.map((word) => [plainWords(word), one])),
    );
  }

  /** Files repeat few texts: each is folded once. */
  find(text: string): T | undefined {
    const seen = this.#seen.get(text);
    if (seen !== undefined) return seen;
    const found = this.#known.get(plainWords(text));
    if (found !== undefined && this.#seen.size < MOST_SEEN) this.#seen.set(text, found);
    return found;
  }
}

const MOST_SEEN = 5_000;

export const ANSWERS = new Words<boolean>([
  [true, ['x', '1', 'có', 'c', 'v', 'đúng']],
  [false, ['0', 'không', 'k', 'ko', 'o', 'sai', 'chưa']],
]);

export const SEXES = new Words<Sex>([
  ['m', ['Nam', 'trai', 'M', '1']],
  ['f', ['Nữ', 'gái', 'F', '2', '0']],
]);
export const AREAS = new Words<AreaType>([
  ['rural', [AREA_TYPES.rural, 'NT', 'xã']],
  ['urban', [AREA_TYPES.urban, 'TT', 'đô thị', 'phường']],
]);
/** `null`: not reviewed yet, as our own lists say it; the cell so says nothing. */
export const HOUSEHOLD_CLASSES = new Words<HouseholdClass | 'absent' | null>([
  ['poor', [CLASSES.poor, 'Nghèo', 'N', 'HN']],
  ['near-poor', [CLASSES['near-poor'], 'Cận nghèo', 'CN', 'HCN']],
  [
    'not-poor',
    [CLASSES['not-poor'], 'Không nghèo', 'Không', 'Không thuộc diện', 'KN', 'Thoát nghèo'],
  ],
  ['absent', ['Chưa có trong sổ', 'Chưa có']],
  [null, ['Chưa rà soát']],
]);
export const ETHNICITIES = new Words<string>([
  ...Object.entries(ETHNIC_GROUPS).map(([code, name]) => [code, [name, code]] as const),
  ['08', ["H'Mông", 'Hmông', 'Mèo', 'Mong']],
  ['23', ['Khơ-mú', 'Khmú', 'Khơ Mú']],
  ['01', ['Việt']],
]);
export const KIN = new Words<Relation>([
  ...Object.entries(RELATIONS).flatMap(([key, name]) =>
    isRelation(key) ? [[key, [name]] as const] : [],
  ),
  ['spouse', ['Vợ', 'Chồng', 'Vợ/chồng', 'Vợ chồng']],
  ['child', ['Con trai', 'Con gái', 'Con đẻ', 'Con nuôi', 'Con trai cả']],
  ['child-in-law', ['Con dâu', 'Con rể', 'Dâu', 'Rể']],
  [
    'parent',
    [
      'Bố',
      'Mẹ',
      'Cha',
      'Bố đẻ',
      'Mẹ đẻ',
      'Bố vợ',
      'Mẹ vợ',
      'Bố chồng',
      'Mẹ chồng',
      'Cha mẹ',
      'Bố mẹ',
    ],
  ],
  ['grandparent', ['Ông', 'Bà', 'Ông nội', 'Bà nội', 'Ông ngoại', 'Bà ngoại', 'Ông bà']],
  ['grandchild', ['Cháu nội', 'Cháu ngoại', 'Cháu trai', 'Cháu gái', 'Chắt']],
  [
    'sibling',
    ['Anh', 'Chị', 'Em', 'Anh trai', 'Chị gái', 'Em trai', 'Em gái', 'Anh chị em', 'Anh em'],
  ],
  ['other', ['Khác', 'Cô', 'Dì', 'Chú', 'Bác', 'Cậu', 'Ở nhờ']],
]);
