import { showNumber } from '../../shared/vietnamese.ts';

/**
 * A count as anybody may see it: itself; 1 to 4; not told for the sake of another; or not there,
 * because the review of the unit is not recognised or nothing can be reckoned.
 */
export type Printed = number | 'small' | 'hidden' | 'none';

const WORDS = { small: 'dưới 5', hidden: 'không nêu', none: '—' } as const;

/** The count in words: "1.234", "dưới 5", "không nêu", "—". */
export function showPrinted(printed: Printed): string {
  return typeof printed === 'number' ? showNumber(printed) : WORDS[printed];
}

/** What the words mean, for the page and the files alike. */
export const MEANINGS: Readonly<Record<string, string>> = {
  [WORDS.small]: 'Có từ 1 đến 4 hộ. Số chính xác không công bố để không ai nhận ra hộ nào.',
  [WORDS.hidden]:
    'Không công bố, vì lấy số khác trừ đi số này sẽ ra một số dưới 5. Có thể là số bất kỳ.',
  [WORDS.none]: 'Không có số liệu, hoặc không tính được vì số để tính không được công bố.',
  '0': 'Không có hộ nào.',
};

/** Of a printed part and whole in percent; not reckoned from anything that is not printed. */
export function rateOf(part: Printed, whole: Printed): number | undefined {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return undefined;
  return (100 * part) / whole;
}

/** The difference of two printed counts; a hidden one has none. */
export function changeOf(now: Printed, before: Printed | undefined): number | undefined {
  return typeof now === 'number' && typeof before === 'number' ? now - before : undefined;
}

/** A change with its sign: "+3", "−12", "0"; "—" for none. */
export function showChange(change: number | undefined): string {
  if (change === undefined) return WORDS.none;
  if (change === 0) return '0';
  return `${change > 0 ? '+' : '−'}${showNumber(Math.abs(change))}`;
}
