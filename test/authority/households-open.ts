import type { Knock } from './expectations.ts';

/** Public figures for everybody. */
export const OPEN_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /public/poverty': [{ address: () => '/public/poverty', may: 'everyone' }],
  'GET /public/poverty.csv': [{ address: () => '/public/poverty.csv', may: 'everyone' }],
  'GET /public/poverty.json': [{ address: () => '/public/poverty.json', may: 'everyone' }],
};
