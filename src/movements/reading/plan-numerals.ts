/** Points follow the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i, k … (Decree 30/2020, annex I). */
const VIETNAMESE = 'abcdđeghiklmnopqrstuvxy';
/** Word's own lists count in English letters, without đ and with f. */
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

const WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const ROMAN = /^(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;
const WORTH: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** `XIV` is 14; `undefined` for what is no Roman numeral below 100. */
export function romanValue(text: string): number | undefined {
  const digits = text.toUpperCase();
  if (digits === '' || !ROMAN.test(digits)) return undefined;
  const values = [...digits].map((digit) => WORTH[digit] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** The place of a letter in the Vietnamese alphabet, 1 first; a foreign letter has its English place. */
export function letterValue(letter: string): number {
  const small = letter.toLowerCase();
  return VIETNAMESE.indexOf(small) + 1 || LATIN.indexOf(small) + 1;
}

/** The letter at that place of the Vietnamese alphabet. */
export function letterAt(place: number): string {
  return VIETNAMESE[place - 1] ?? '';
}

/** Does one letter come right after another, in the Vietnamese or in Word's alphabet? */
export function letterFollows(before: string, next: string): boolean {
  return [VIETNAMESE, LATIN].some((alphabet) => {
    const at = alphabet.indexOf(before.toLowerCase());
    return at >= 0 && alphabet[at + 1] === next.toLowerCase();
  });
}

/** `nhất` is 1, `hai` 2 … `mười` 10. */
export function wordValue(word: string): number | undefined {
  const small = word.toLocaleLowerCase('vi');
  const place = small === 'bốn' ? 4 : WORDS.indexOf(small) + 1;
  return place || undefined;
}
