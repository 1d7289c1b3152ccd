import { TERMS } from './terms.ts';

const IRREGULAR: Readonly<Record<string, string>> = {
  duties: 'duty',
  errata: 'erratum',
  identities: 'identity',
  matches: 'match',
  people: 'person',
};

/** `form_fields` or `formFields` as words in the singular: form, field. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .map(singular);
}

function singular(word: string): string {
  return IRREGULAR[word] ?? (word.endsWith('ss') ? word : word.replace(/s$/, ''));
}

const NOUNS: ReadonlySet<string> = new Set(
  Object.values(TERMS)
    .flat()
    .map((one) => wordsOf(one.code).join('_')),
);

/**
 * The words of a name that no term of the glossary covers; empty when all are covered.
 * The longest term counts first, so that `emulation_blocks` is one noun.
 */
export function foreignWords(name: string): string[] {
  const words = wordsOf(name);
  for (let length = words.length; length > 0; length--) {
    if (NOUNS.has(words.slice(0, length).join('_')))
      return length === words.length ? [] : foreignWords(words.slice(length).join('_'));
  }
  return words.slice(0, 1).concat(words.length > 1 ? foreignWords(words.slice(1).join('_')) : []);
}
