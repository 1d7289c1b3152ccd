/** What the next household's code is made of: `MT-` and 8, four digits wide. */
export interface CodePattern {
  readonly prefix: string;
  readonly next: number;
  readonly width: number;
}

const NUMBERED = /^(.*?)(\d+)$/u;

/**
 * The pattern of the codes of a commune: the prefix that most of them share, its highest number
 * plus one. Without any numbered code: the first letters of the commune's name.
 */
export function patternOf(codes: readonly string[], communeName: string): CodePattern {
  const numbered = codes.flatMap((code) => {
    const [, prefix, digits] = NUMBERED.exec(code) ?? [];
    return prefix === undefined || digits === undefined ? [] : [{ prefix, digits }];
  });
  const groups = [...Map.groupBy(numbered, ({ prefix }) => prefix)];
  const [most] = groups.toSorted(([, left], [, right]) => right.length - left.length);
  if (!most) return { prefix: `${initialsOf(communeName)}-`, next: 1, width: 4 };
  const [prefix, same] = most;
  const last = same.reduce((high, one) => (Number(one.digits) > Number(high.digits) ? one : high));
  return { prefix, next: Number(last.digits) + 1, width: last.digits.length };
}

/** `Xã Mường Than` is MT: the kind of unit is left out. */
function initialsOf(communeName: string): string {
  const words = communeName.split(/\s+/).slice(1);
  return words.map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('') || 'H';
}
