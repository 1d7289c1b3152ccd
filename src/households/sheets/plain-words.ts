import { fold } from '../../shared/vietnamese.ts';

/** Words as they are compared: no accents, case, marks or doubled blanks. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
