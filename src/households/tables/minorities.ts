import { ETHNIC_GROUPS } from '../ethnic-groups.ts';

export const KINH = 'ethnic.01';
/** No ethnic group of Vietnam: a foreigner, and "not told". */
const NO_GROUP = ['55', '56'];

/** The marks of all minorities; a household is of the group of its head. */
export const MINORITIES: readonly string[] = Object.keys(ETHNIC_GROUPS)
  .filter((code) => code !== '01' && !NO_GROUP.includes(code))
  .map((code) => `ethnic.${code}`);

export const ETHNIC_MARKS: readonly string[] = [KINH, ...MINORITIES];
