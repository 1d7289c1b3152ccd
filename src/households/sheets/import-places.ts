import { fold } from '../../shared/vietnamese.ts';
import type { CommunePlace } from '../households.policy.ts';
import type { Village } from '../rounds/review-round.ts';

/** A commune of the round as an import meets it. */
export interface ImportCommune extends CommunePlace {
  readonly name: string;
  readonly villages: readonly Village[];
  /** Why no row of it can be taken: no right, not begun, posted or recognised. */
  readonly refusal: string | undefined;
}

const LEVELS = /^(xa|phuong|thi tran|tt|p|x)[ .]+(?=\S)/;
const VILLAGE_WORDS = /^(ban|thon|to dan pho|tdp|khu pho|khu|xom|lang|bon|buon|to)[ .]+(?=\S)/;

/** Names without accents, marks and doubled blanks. */
function plain(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Finds by the whole name, else by the name without its first word where that tells only one. */
class Names<T> {
  readonly #whole = new Map<string, T>();
  readonly #bare = new Map<string, T | null>();
  readonly #words: RegExp;

  constructor(all: readonly T[], nameOf: (one: T) => string, words: RegExp) {
    this.#words = words;
    for (const one of all) {
      const name = plain(nameOf(one));
      this.#whole.set(name, one);
      const bare = name.replace(words, '');
      this.#bare.set(bare, this.#bare.has(bare) ? null : one);
    }
  }

  /** `strict`: a name that says its kind must say the right one. */
  find(text: string, strict: boolean): T | undefined {
    const name = plain(text);
    const whole = this.#whole.get(name);
    if (whole !== undefined) return whole;
    const bare = name.replace(this.#words, '');
    return strict && bare !== name ? undefined : (this.#bare.get(bare) ?? undefined);
  }
}

/** The communes of a round and their villages, by the names that people write. */
export class ImportPlaces {
  readonly communes: readonly ImportCommune[];
  readonly #names: Names<ImportCommune>;
  readonly #villages = new Map<string, Names<Village>>();
  readonly #communeOf = new Map<string, ImportCommune>();
  readonly #seen = new Map<string, ImportCommune | undefined>();
  readonly #seenVillages = new Map<string, Village | undefined>();

  constructor(communes: readonly ImportCommune[]) {
    this.communes = communes;
    this.#names = new Names(communes, ({ name }) => name, LEVELS);
    for (const commune of communes) {
      this.#villages.set(
        commune.communeId,
        new Names(commune.villages, ({ name }) => name, VILLAGE_WORDS),
      );
      for (const { id } of commune.villages) this.#communeOf.set(id, commune);
    }
  }

  byId(communeId: string | null): ImportCommune | undefined {
    return this.communes.find((one) => one.communeId === communeId);
  }

  /** By its name of the round's day; a code alone never tells, for codes are used again. */
  commune(text: string): ImportCommune | undefined {
    if (!this.#seen.has(text)) this.#seen.set(text, this.#names.find(text, true));
    return this.#seen.get(text);
  }

  village(commune: ImportCommune, text: string): Village | undefined {
    const key = `${commune.communeId}${text}`;
    if (!this.#seenVillages.has(key))
      this.#seenVillages.set(key, this.#villages.get(commune.communeId)?.find(text, false));
    return this.#seenVillages.get(key);
  }

  communeOf(villageId: string): ImportCommune | undefined {
    return this.#communeOf.get(villageId);
  }

  /** Why a village is not known there, and where one of that name is. */
  unknownVillage(commune: ImportCommune, text: string): string {
    const others = this.communes.filter(
      (one) => one !== commune && this.village(one, text) !== undefined,
    );
    const [other] = others;
    const hint = other
      ? `Thôn, bản tên này có ở ${others.length > 2 ? `${others.length} xã khác` : others.map(({ name }) => name).join(', ')}.`
      : namesHint(commune.villages, text);
    return `${commune.name} không có thôn, bản “${text}”. ${hint} Hãy ghi đúng tên.`;
  }
}

const MOST_NAMES = 6;

/** The villages whose names begin most like the text come first. */
function namesHint(villages: readonly Village[], text: string): string {
  if (villages.length === 0) return 'Danh bạ chưa có thôn, bản nào của xã này.';
  const wanted = bareVillage(text);
  const names = villages
    .map(({ name }) => ({ name, alike: alikeLetters(bareVillage(name), wanted) }))
    .sort((left, right) => right.alike - left.alike)
    .map(({ name }) => name);
  const more = names.length - MOST_NAMES;
  const others = more > 0 ? ` và ${more} thôn, bản khác` : '';
  return `Các thôn, bản của xã: ${names.slice(0, MOST_NAMES).join(', ')}${others}.`;
}

function bareVillage(name: string): string {
  return plain(name).replace(VILLAGE_WORDS, '');
}

/** How many letters two texts have in common from the beginning. */
function alikeLetters(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

/** What is known of a name or a code that is no commune of today. */
export interface FormerCommune {
  readonly name: string;
  /** When it held, in words. */
  readonly when: string;
  readonly living: boolean;
  readonly became: readonly string[];
}

/** The sentence for a text that names no commune of the round, with whom it went to. */
export function unknownCommune(text: string, former: readonly FormerCommune[]): string {
  const known = former.map(({ name, when, living, became }) =>
    living || became.length === 0
      ? `${name} (${when})`
      : `${name} (${when}, nay thuộc ${became.join(', ')})`,
  );
  if (/^\d+$/.test(text.trim())) {
    const uses = known.length > 0 ? ` Mã này từng là của: ${known.join('; ')}.` : '';
    return `“${text}” là mã số, không phải tên xã; mã xã được dùng lại sau sáp nhập nên không đủ để biết là xã nào.${uses} Hãy ghi tên xã hiện nay.`;
  }
  if (known.length === 0)
    return `Không có xã, phường nào tên “${text}” trong kỳ rà soát. Hãy ghi tên xã hiện nay.`;
  return `“${text}” không phải tên xã trong kỳ rà soát này: ${known.join('; ')}. Hãy ghi tên xã hiện nay.`;
}
