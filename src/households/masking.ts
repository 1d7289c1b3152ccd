/**
 * A name as it may hang on a notice board: family and middle name, and the first letter of the
 * given name. `Lò Văn Phương` is `Lò Văn P.`; a single word keeps its first letter only.
 */
export function maskName(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/);
  const given = words.pop() ?? '';
  return [...words, `${[...given][0] ?? ''}.`].join(' ');
}

/** The last three digits of a citizen number, the rest as dots. */
export function maskNumber(citizenNumber: string): string {
  return `•••${citizenNumber.slice(-3)}`;
}
