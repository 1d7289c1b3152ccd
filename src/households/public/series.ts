import type { Units } from './public-view.ts';

/** What is reckoned from printed counts. */
export const SERIES = {
  poorRate: 'Tỷ lệ hộ nghèo (%)',
  poorChange: 'Hộ nghèo so với năm trước',
  nearPoorRate: 'Tỷ lệ hộ cận nghèo (%)',
  nearPoorChange: 'Hộ cận nghèo so với năm trước',
} as const;
type Series = keyof typeof SERIES;
export const SERIES_KEYS = Object.keys(SERIES) as Series[];

/** Which units the rows are, in words. */
export function unitsName(units: Units): string {
  return units === 'then' ? 'Xã khi rà soát' : 'Xã hiện nay';
}
