import type { Knock, Who } from './expectations.ts';

const at = (address: string, may: Who): Knock => ({ address: () => address, may });

/** Public figures for everybody. */
export const OPEN_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /public/poverty': [at('/public/poverty', 'everyone')],
  'GET /public/poverty.csv': [at('/public/poverty.csv', 'everyone')],
  'GET /public/poverty.json': [at('/public/poverty.json', 'everyone')],
};
