/**
 * The label of a clause as one says it: `I.1.g1` is "I.1, gạch đầu dòng 1", `II.đ2` "II, đoạn 2".
 * A point đ) has no number behind its letter and stays as it is.
 */
export function pathInWords(path: string): string {
  return path
    .replace(
      /(^|\.)g(\d+)/g,
      (_, dot: string, place: string) => `${dot && ', '}gạch đầu dòng ${place}`,
    )
    .replace(/(^|\.)đ(\d+)/g, (_, dot: string, place: string) => `${dot && ', '}đoạn ${place}`);
}
