import { standardId } from '../../src/households/standard/reference-standards.ts';
import type { Login } from '../harness/small-province.ts';
import type { Knock, Who } from './expectations.ts';

const AGENCY: readonly Login[] = ['thuong-truc'];

const at = (address: string, may: Who): Knock => ({ address: () => address, may });

/** A standard that nothing is signed by, so that it may still be changed. */
const STANDARD = `/poverty-standards/${standardId(2027)}`;

/** Public figures for everybody; standards kept by the standing agency. */
export const OPEN_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /public/poverty': [at('/public/poverty', 'everyone')],
  'GET /public/poverty.csv': [at('/public/poverty.csv', 'everyone')],
  'GET /public/poverty.json': [at('/public/poverty.json', 'everyone')],

  'GET /poverty-standards': [at('/poverty-standards', 'signed-in')],
  'GET /poverty-standards/:standard': [at(STANDARD, 'signed-in')],
  'GET /poverty-standards/:standard/edit': [at(`${STANDARD}/edit`, AGENCY)],
  'POST /poverty-standards/:standard/edit': [at(`${STANDARD}/edit`, AGENCY)],
  'GET /poverty-standards/:standard/indicators/:indicator': [
    at(`${STANDARD}/indicators/nutrition`, AGENCY),
  ],
  'POST /poverty-standards/:standard/indicators/:indicator': [
    at(`${STANDARD}/indicators/nutrition`, AGENCY),
  ],
  'POST /poverty-standards/:standard/confirmations/:part': [
    at(`${STANDARD}/confirmations/rural`, AGENCY),
  ],
  'POST /poverty-standards/:standard/copy': [at(`${STANDARD}/copy`, AGENCY)],
};
