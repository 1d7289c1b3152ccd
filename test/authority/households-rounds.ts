import type { Login } from '../harness/small-province.ts';
import type { Knock } from './expectations.ts';
import type { Samples } from './samples.ts';

const AGENCY: readonly Login[] = ['thuong-truc'];
const MUONG_THAN: readonly Login[] = ['ra-soat-muong-than', 'chu-tich-muong-than', 'truong-ban'];

const round = (all: Samples) => `/review-rounds/${all.reviewRound(2025)}`;
const commune = (all: Samples, name: string) => `${round(all)}/communes/${all.unit(name)}`;

/** The hub, the desks of province and commune, opening and beginning. */
export const REVIEW_ROUNDS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /households': [{ address: () => '/households', may: 'signed-in' }],
  'GET /review-rounds': [{ address: () => '/review-rounds', may: 'signed-in' }],
  'GET /review-rounds/new': [{ address: () => '/review-rounds/new', may: AGENCY }],
  'POST /review-rounds': [{ address: () => '/review-rounds', may: AGENCY }],
  'GET /review-rounds/:round': [{ address: round, may: 'signed-in' }],
  'GET /review-rounds/:round/communes.xlsx': [
    { address: (all) => `${round(all)}/communes.xlsx`, may: 'signed-in' },
  ],
  'GET /review-rounds/:round/communes/:commune': [
    { address: (all) => commune(all, 'Xã Mường Than'), may: MUONG_THAN },
    { address: (all) => commune(all, 'Xã Than Uyên'), may: ['ra-soat-than-uyen'] },
  ],
  'POST /review-rounds/:round/communes/:commune/begin': [
    { address: (all) => `${commune(all, 'Xã Than Uyên')}/begin`, may: ['ra-soat-than-uyen'] },
  ],
};
