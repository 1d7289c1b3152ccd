import { plainWords } from './plain-words.ts';

/** A name without the words that say what kind of place it is (`words`); as `plainWords` writes it. */
export function bareName(name: string, words: RegExp): string {
  return plainWords(name).replace(words, '');
}

/** A name with its accents, wherever in a word they were typed: “Hoà” is “Hòa”, but not “Hoa”. */
export function accentedName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Mn}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(/\p{Mn}/gu, '') + (word.match(/\p{Mn}/gu) ?? []).sort().join(''))
    .join(' ');
}

/** One name in the ways in which people write it. */
interface Spellings {
  readonly accented: string;
  readonly plain: string;
  readonly bareAccented: string;
  readonly bare: string;
}

/**
 * Finds by the name as it is, with or without the words of its kind; then without accents, for a
 * keyboard may have none. Whatever names several gives all of these, so that nobody guesses.
 */
export class NameBook<T> {
  readonly #books: Readonly<Record<keyof Spellings, ReadonlyMap<string, readonly T[]>>>;
  readonly #words: RegExp;

  /** `words`: those that say the kind of a place, at the beginning of a plain name. */
  constructor(all: readonly T[], nameOf: (one: T) => string, words: RegExp) {
    this.#words = words;
    const spelt = all.map((one) => ({ one, ways: this.#spellings(nameOf(one)) }));
    const by = (way: keyof Spellings) => {
      const same = Map.groupBy(spelt, ({ ways }) => ways[way]);
      return new Map([...same].map(([name, some]) => [name, some.map(({ one }) => one)]));
    };
    this.#books = {
      ...{ accented: by('accented'), plain: by('plain') },
      ...{ bareAccented: by('bareAccented'), bare: by('bare') },
    };
  }

  /** All that a text may mean. `strict`: a text that says a kind must say the right one. */
  find(text: string, strict: boolean): readonly T[] {
    const ways = this.#spellings(text);
    const saysKind = ways.bare !== ways.plain;
    for (const way of saysKind ? (strict ? WHOLE : KIND_FIRST) : ACCENTS_FIRST) {
      const found = this.#books[way].get(ways[way]);
      if (found) return found;
    }
    return [];
  }

  #spellings(name: string): Spellings {
    const plain = plainWords(name);
    const bare = plain.replace(this.#words, '');
    const accented = accentedName(name);
    const kind = plain.slice(0, plain.length - bare.length).split(' ').length - 1;
    return { plain, bare, accented, bareAccented: accented.split(' ').slice(kind).join(' ') };
  }
}

const WHOLE = ['accented', 'plain'] as const;
const KIND_FIRST = ['accented', 'plain', 'bareAccented', 'bare'] as const;
const ACCENTS_FIRST = ['accented', 'bareAccented', 'plain', 'bare'] as const;
