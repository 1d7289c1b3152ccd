import { fold } from '../../shared/vietnamese.ts';

/** At least two letters, none of them small: `KẾ HOẠCH`, `PHÓ CHỦ TỊCH`. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);
}

/** TM., KT., TL., TUQ., Q.: in whose name a person signs (Decree 30/2020, article 13). */
export function isAuthority(text: string): boolean {
  return /^(TM|KT|TL|TUQ|Q)\s?\.\s?\p{Lu}/u.test(text) && isCapitals(text);
}

/** Does the text end where a sentence may end? Closing quotes and brackets may follow the sign. */
export function endsSentence(text: string): boolean {
  return /[.;:!?…][\s”"'’»)\]]*$/.test(text);
}

/** `Nơi nhận:` */
export function isRecipientsLabel(text: string): boolean {
  return /^noi nhan\s*:?$/.test(fold(text)) || /^noi nhan\s*:/.test(fold(text));
}

/** One space between words. */
export function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The beginning of a text as it is quoted in a notice. */
export function shortly(text: string, most = 60): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : most)}…`;
}

/** The text without these signs, and spaces, at its end. Walks back: a pattern would crawl on a long row of signs. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && (signs.includes(text[end - 1] ?? '') || text[end - 1] === ' ')) end -= 1;
  return text.slice(0, end);
}
