import type { Login } from '../harness/small-province.ts';
import type { Knock } from './expectations.ts';
import { MUONG_THAN, type Samples, THAN_UYEN } from './samples.ts';

const AGENCY: readonly Login[] = ['thuong-truc'];
/** A commune's reviewer, its chairman, and the agency that asks why its tables differ. */
const MUONG_THAN_AND_AGENCY: readonly Login[] = [
  'ra-soat-muong-than',
  'chu-tich-muong-than',
  'thuong-truc',
];

const report = (unit: string) => (all: Samples) => `/reports/${all.report(unit)}/review`;

const round = (all: Samples) => `/review-rounds/${all.reviewRound(2025)}`;
const explanations = (all: Samples) =>
  `${round(all)}/communes/${all.unit('Xã Mường Than')}/explanations`;
const unbegun = (all: Samples) => `${round(all)}/communes/${all.unit('Xã Than Uyên')}/explanations`;

/** Sums for everyone, reasons for those concerned, official figures by the standing agency. */
export const TABLES_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /review-rounds/:round/tables': [
    { address: (all) => `${round(all)}/tables`, may: 'signed-in' },
  ],
  'GET /review-rounds/:round/tables/:table': [
    { address: (all) => `${round(all)}/tables/2`, may: 'signed-in' },
    { address: (all) => `${round(all)}/tables/2.xlsx?units=today`, may: 'signed-in' },
    { address: (all) => `${round(all)}/tables/14`, may: 'nobody' },
  ],
  'GET /review-rounds/:round/communes/:commune/explanations': [
    { address: explanations, may: MUONG_THAN_AND_AGENCY },
    { address: unbegun, may: 'nobody' },
  ],
  'POST /review-rounds/:round/communes/:commune/explanations': [
    { address: explanations, may: ['ra-soat-muong-than'] },
    { address: unbegun, may: 'nobody' },
  ],
  'POST /reports/:id/review': [
    { address: report(MUONG_THAN), may: ['can-bo-muong-than', 'chu-tich-muong-than'] },
    { address: report(THAN_UYEN), may: ['can-bo-than-uyen'] },
  ],
  'POST /review-rounds/:round/official': [
    { address: (all) => `${round(all)}/official`, may: AGENCY },
  ],
};
