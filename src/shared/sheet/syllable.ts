/**
 * Whether a word is spelt as a Vietnamese syllable: onset, vowels, end, at most one tone and
 * that on a vowel where a tone can stand. Spelling only: the word need not be in a dictionary.
 */
export function isSyllable(word: string): boolean {
  const spelt = word.normalize('NFC').toLowerCase();
  const match = SHAPE.exec(withoutTones(spelt));
  if (!match) return false;
  const tones = spelt.normalize('NFD').match(TONES) ?? [];
  return tones.length === 0 || (tones.length === 1 && toneStandsWell(spelt, match));
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const VOWELS = [
  'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ',
  'ưa ưi ươ ưu uy yê ya iêu yêu oai oao oay oeo uây uôi ươi ươu uya uyê uyu',
]
  .join(' ')
  .split(' ')
  .sort((left, right) => right.length - left.length)
  .join('|');
const SHAPE = new RegExp(
  `^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(${VOWELS})(ch|ng|nh|[cmnpt])?$`,
);
// With no end, "hoà" and "hòa" are both written; in "ao", "ia", "ua" … the tone is on the first.
const EITHER = new Set(['oa', 'oe', 'uy']);
const SECOND = new Set(['iê', 'yê', 'uê', 'uâ', 'uô', 'ươ', 'uơ', 'oă', 'oo']);

function withoutTones(word: string): string {
  return word.normalize('NFD').replace(TONES, '').normalize('NFC');
}

function toneStandsWell(spelt: string, [, onset = '', vowels = '', end = '']: RegExpExecArray) {
  const letters = [...spelt].slice([...onset].length);
  const at = letters.findIndex((letter) =>
    /[\u0300\u0301\u0303\u0309\u0323]/u.test(letter.normalize('NFD')),
  );
  if (at < 0) return onset === 'gi' || onset === 'qu';
  if (vowels.length === 3) return at === (vowels === 'uyê' ? 2 : 1);
  if (vowels.length === 1) return at === 0;
  if (end !== '' || SECOND.has(vowels)) return at === 1;
  return EITHER.has(vowels) || at === 0;
}
