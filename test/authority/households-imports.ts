import type { Login } from '../harness/small-province.ts';
import type { Knock } from './expectations.ts';

/** Whoever reviews a whole commune; a village's households are surveyed one by one. */
const REVIEWERS: readonly Login[] = ['ra-soat-muong-than', 'ra-soat-than-uyen'];

const IMPORT = '/household-imports/:import';
const none = IMPORT.replace(':import', '00000000-0000-7000-8000-000000000000');

/** A file belongs to whoever sent it (`imports.test.ts`); here there is none, so nobody enters. */
const atNone = (rest: string): readonly Knock[] => [
  { address: () => `${none}${rest}`, may: 'nobody' },
];
const at = (address: string): readonly Knock[] => [{ address: () => address, may: REVIEWERS }];

/** Households from a workbook, from the choice of a file to the register. */
export const IMPORT_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /household-imports': at('/household-imports'),
  'POST /household-imports': at('/household-imports'),
  'GET /household-imports/new': at('/household-imports/new'),
  'GET /household-imports/template.xlsx': at('/household-imports/template.xlsx'),
  [`GET ${IMPORT}`]: atNone(''),
  [`GET ${IMPORT}/columns`]: atNone('/columns'),
  [`POST ${IMPORT}/columns`]: atNone('/columns'),
  [`POST ${IMPORT}/read`]: atNone('/read'),
  [`POST ${IMPORT}/fonts`]: atNone('/fonts'),
  [`POST ${IMPORT}/apply`]: atNone('/apply'),
  [`GET ${IMPORT}/returned.xlsx`]: atNone('/returned.xlsx'),
  [`GET ${IMPORT}/communes/:commune`]: atNone('/communes/00000000-0000-7000-8000-000000000000'),
};
