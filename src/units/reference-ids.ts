import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('5b0c6d1e8f2a4c3796d7e1f0a4b8c2d5', 'hex');

/** The same id for the same words in every run (UUID version 5, RFC 9562). */
export function stableId(words: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(words, 'utf8').digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A code means one thing until 30/6/2025 ('2022') and another from 1/7/2025 ('2025'). */
export type Era = '2022' | '2025';

/**
 * Areas that kept their land through 1/7/2025, so they are one unit in both eras: the province
 * itself, Mù Cả and Tà Tổng (resolution 1670/NQ-UBTVQH15, article 1, item 37).
 */
const KEPT_LAND: ReadonlySet<string> = new Set(['12', '03451', '03463']);

/** The id of a reference area by the code that it bore in an era: `areaId('2022', '03388')`. */
export function areaId(era: Era, code: string): string {
  return stableId(`area:${KEPT_LAND.has(code) ? '2022' : era}:${code}`);
}

/** The era whose codes hold on a day. */
export function eraOf(on: string): Era {
  return on < '2025-07-01' ? '2022' : '2025';
}

/**
 * The id of a reference office by its code in lai-chau-agencies.csv: `officeId('SO.LDTBXH')`,
 * `officeId('UBND.C25.03388')`, `officeId('UBND.D.110')`. An office that kept its name through
 * 1/3/2025 (`SO.NV`, `SO.NV.2`) or its commune through 1/7/2025 is one unit under both codes.
 */
export function officeId(code: string): string {
  return stableId(`office:${firstCodeOf(code)}`);
}

/** The code under which a continuing office appears first. */
export function firstCodeOf(code: string): string {
  const renumbered = /^((?:SO\.\w+)|TTR|VP\.UBND)\.2$/.exec(code)?.[1];
  if (renumbered) return renumbered;
  const commune = /^UBND\.C25\.(\d+)$/.exec(code)?.[1];
  return commune && KEPT_LAND.has(commune) ? `UBND.C22.${commune}` : code;
}
