import type { Login } from '../harness/small-province.ts';
import type { Knock, Who } from './expectations.ts';

const at = (address: string, may: Who): Knock => ({ address: () => address, may });

/** Who takes in requests, and the chairman who decides. */
const ENTERING: readonly Login[] = ['ra-soat-muong-than', 'truong-ban', 'ra-soat-than-uyen'];
const FOLLOWING: readonly Login[] = [...ENTERING, 'chu-tich-muong-than'];
const COUNTING: readonly Login[] = [
  'ra-soat-muong-than',
  'ra-soat-than-uyen',
  'chu-tich-muong-than',
  'thuong-truc',
];
const NO_REQUEST = '/class-requests/00000000-0000-7000-8000-000000000000';

/** Public figures for everybody; requests off the round for those of the commune. */
export const OPEN_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /public/poverty': [at('/public/poverty', 'everyone')],
  'GET /public/poverty.csv': [at('/public/poverty.csv', 'everyone')],
  'GET /public/poverty.json': [at('/public/poverty.json', 'everyone')],

  'GET /class-requests': [at('/class-requests', FOLLOWING)],
  'GET /class-requests.xlsx': [at('/class-requests.xlsx', FOLLOWING)],
  'POST /class-requests': [at('/class-requests', ENTERING)],
  'GET /class-requests/new': [at('/class-requests/new', ENTERING)],
  'GET /class-requests/monthly': [at('/class-requests/monthly', COUNTING)],
  // The small province has no request: told so, or refused.
  'GET /class-requests/:request': [at(NO_REQUEST, 'nobody')],
  'GET /class-requests/:request/survey': [at(`${NO_REQUEST}/survey`, 'nobody')],
  'POST /class-requests/:request/survey': [at(`${NO_REQUEST}/survey`, 'nobody')],
  'POST /class-requests/:request/decision': [at(`${NO_REQUEST}/decision`, 'nobody')],
  'GET /class-requests/:request/paper.docx': [at(`${NO_REQUEST}/paper.docx`, 'nobody')],
  'GET /class-requests/:request/paper.pdf': [at(`${NO_REQUEST}/paper.pdf`, 'nobody')],
};
