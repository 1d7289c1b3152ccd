import { showNumber } from '../../shared/vietnamese.ts';
import type { Count, TableKey } from './change-tables.ts';

export const TABLE_NAMES = {
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
} as const satisfies Record<TableKey, string>;

/** `+1`, `−4`, `0`: a difference with its sign. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${showNumber(value)}` : `−${showNumber(-value)}`;
}

/** `+1 / −4`: households and people. */
export function signedCount({ households, members }: Count): string {
  return `${signed(households)} / ${signed(members)}`;
}
