import { standardId } from '../../src/households/standard/reference-standards.ts';
import type { Login } from '../harness/small-province.ts';
import type { Knock, Who } from './expectations.ts';

const AGENCY: readonly Login[] = ['thuong-truc'];

/** A standard by which nothing is signed, so that it may still be changed. */
const ONE = `/poverty-standards/${standardId(2027)}`;

const at = (address: string, may: Who): readonly Knock[] => [{ address: () => address, may }];
const nutrition = at(`${ONE}/indicators/nutrition`, AGENCY);
const confirmation = at(`${ONE}/confirmations/rural`, AGENCY);

/** Poverty standards: everyone signed in reads them, the standing agency keeps them. */
export const STANDARD_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /poverty-standards': at('/poverty-standards', 'signed-in'),
  'GET /poverty-standards/:standard': at(ONE, 'signed-in'),
  'GET /poverty-standards/:standard/edit': at(`${ONE}/edit`, AGENCY),
  'POST /poverty-standards/:standard/edit': at(`${ONE}/edit`, AGENCY),
  'GET /poverty-standards/:standard/indicators/:part': nutrition,
  'POST /poverty-standards/:standard/indicators/:part': nutrition,
  'GET /poverty-standards/:standard/confirmations/:part': confirmation,
  'POST /poverty-standards/:standard/confirmations/:part': confirmation,
  'GET /poverty-standards/:standard/copy': at(`${ONE}/copy`, AGENCY),
  'POST /poverty-standards/:standard/copy': at(`${ONE}/copy`, AGENCY),
};
