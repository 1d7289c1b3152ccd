import type { CommunePlace } from '../households.policy.ts';
import type { Village } from '../rounds/review-round.ts';
import { accentedName, bareName, NameBook } from './name-book.ts';
import { plainWords } from './plain-words.ts';
import { quoted } from './quoted.ts';

/** A commune of the round as an import meets it. */
export interface ImportCommune extends CommunePlace {
  readonly name: string;
  readonly villages: readonly Village[];
  /** Why no row of it can be taken: no right, not begun, posted or recognised. */
  readonly refusal: string | undefined;
}

const LEVELS = /^(xa|phuong|thi tran|tt|p|x)[ .]+(?=\S)/;
const VILLAGE_WORDS = /^(ban|thon|to dan pho|tdp|khu pho|khu|xom|lang|bon|buon|to)[ .]+(?=\S)/;

/** The communes of a round and their villages, by the names that people write. */
export class ImportPlaces {
  readonly communes: readonly ImportCommune[];
  readonly #names: NameBook<ImportCommune>;
  readonly #villages = new Map<string, NameBook<Village>>();
  readonly #communeOf = new Map<string, ImportCommune>();
  readonly #seen = new Map<string, readonly ImportCommune[]>();
  readonly #seenVillages = new Map<string, readonly Village[]>();

  constructor(communes: readonly ImportCommune[]) {
    this.communes = communes;
    this.#names = new NameBook(communes, ({ name }) => name, LEVELS);
    for (const commune of communes) {
      this.#villages.set(
        commune.communeId,
        new NameBook(commune.villages, ({ name }) => name, VILLAGE_WORDS),
      );
      for (const { id } of commune.villages) this.#communeOf.set(id, commune);
    }
  }

  byId(communeId: string | null): ImportCommune | undefined {
    return this.communes.find((one) => one.communeId === communeId);
  }

  /** By its name of the round's day; a code alone never tells, for codes are used again. */
  commune(text: string): ImportCommune | undefined {
    const known = this.#seen.get(text) ?? this.#names.find(text, true);
    this.#seen.set(text, known);
    return only(known);
  }

  /** Undefined too where a text may mean several, of which `unknownVillage` tells. */
  village(commune: ImportCommune, text: string): Village | undefined {
    return only(this.#villagesMeant(commune, text));
  }

  #villagesMeant({ communeId }: ImportCommune, text: string): readonly Village[] {
    const key = `${communeId}${text}`;
    const known =
      this.#seenVillages.get(key) ?? this.#villages.get(communeId)?.find(text, false) ?? [];
    this.#seenVillages.set(key, known);
    return known;
  }

  communeOf(villageId: string): ImportCommune | undefined {
    return this.#communeOf.get(villageId);
  }

  /** Why a village is not known there, and where one of that name is. */
  unknownVillage(commune: ImportCommune, text: string): string {
    const meant = this.#villagesMeant(commune, text).map(({ name }) => name);
    if (meant.length > 1) return severalVillages(commune.name, text, meant);
    const others = this.communes.filter(
      (one) => one !== commune && this.#villagesMeant(one, text).length > 0,
    );
    const [other] = others;
    const hint = other
      ? `Thôn, bản tên này có ở ${others.length > 2 ? `${others.length} xã khác` : others.map(({ name }) => name).join(', ')}.`
      : namesHint(commune.villages, text);
    return `${commune.name} không có thôn, bản ${quoted(text)}. ${hint} Hãy ghi đúng tên.`;
  }
}

function only<T>(meant: readonly T[]): T | undefined {
  return meant.length === 1 ? meant[0] : undefined;
}

/** Accents tell villages apart; those of one name, as a merger leaves them, no file can. */
function severalVillages(commune: string, text: string, names: readonly string[]): string {
  if (new Set(names.map(accentedName)).size > 1)
    return `${quoted(text)} có thể là ${names.join(' hoặc ')}. Hãy ghi đủ tên, có dấu.`;
  return `${commune} có ${names.length} thôn, bản cùng tên ${names[0]} nên chưa biết là thôn nào. Hộ đã có trong sổ: hãy ghi mã hộ và để trống ô này; hộ mới: hãy ghi ở sổ hộ.`;
}

const MOST_NAMES = 6;

/** The villages whose names begin most like the text come first. */
function namesHint(villages: readonly Village[], text: string): string {
  if (villages.length === 0) return 'Danh bạ chưa có thôn, bản nào của xã này.';
  const wanted = bareName(text, VILLAGE_WORDS);
  const names = villages
    .map(({ name }) => ({ name, alike: alikeLetters(bareName(name, VILLAGE_WORDS), wanted) }))
    .sort((left, right) => right.alike - left.alike)
    .map(({ name }) => name);
  const more = names.length - MOST_NAMES;
  const others = more > 0 ? ` và ${more} thôn, bản khác` : '';
  return `Các thôn, bản của xã: ${names.slice(0, MOST_NAMES).join(', ')}${others}.`;
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

const ONLY_LEVEL = /^(xa|phuong|thi tran|tt|p|x)?$/;

/** The sentence for a text that names no commune of the round, with whom it went to. */
export function unknownCommune(text: string, former: readonly FormerCommune[]): string {
  const said = quoted(text.trim());
  if (ONLY_LEVEL.test(plainWords(text)))
    return `${said} chưa đủ để biết là xã nào. Hãy ghi đủ tên xã hiện nay.`;
  const meant = former.filter((one) => one.living && isNamed(one, text));
  if (meant.length > 1)
    return `${said} có thể là ${meant.map(({ name }) => name).join(' hoặc ')}. Hãy ghi đủ tên xã, có dấu.`;
  const known = former.map(knownCommune);
  if (/^\d+$/.test(text.trim())) {
    const uses = known.length > 0 ? ` Mã này từng là của: ${known.join('; ')}.` : '';
    return `${said} là mã số, không phải tên xã; mã xã được dùng lại sau sáp nhập nên không đủ để biết là xã nào.${uses} Hãy ghi tên xã hiện nay.`;
  }
  const gone = former.filter(({ living }) => !living).map(knownCommune);
  const alike = former.filter(({ living }) => living).map(knownCommune);
  return [
    `${said} không phải tên xã, phường trong kỳ rà soát này${gone.length > 0 ? `: ${gone.join('; ')}` : ''}.`,
    alike.length > 0 ? `Tên gần giống: ${alike.join('; ')}.` : '',
    'Hãy ghi tên xã hiện nay.',
  ]
    .filter(Boolean)
    .join(' ');
}

function knownCommune({ name, when, living, became }: FormerCommune): string {
  if (living || became.length === 0) return `${name} (${when})`;
  return `${name} (${when}, nay thuộc ${became.join(', ')})`;
}

/** Its name comes with that of the province behind a comma. */
function isNamed({ name }: FormerCommune, text: string): boolean {
  return bareName(name.replace(/,.*/, ''), LEVELS) === bareName(text, LEVELS);
}
