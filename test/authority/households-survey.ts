import type { Login } from '../harness/small-province.ts';
import type { Knock } from './expectations.ts';
import type { Samples } from './samples.ts';

/** The commune's reviewer and its village's surveys; the chairman reads them. */
const REVIEWERS: readonly Login[] = ['ra-soat-muong-than', 'truong-ban'];
const READERS: readonly Login[] = [...REVIEWERS, 'chu-tich-muong-than'];

const COMMUNE = '/review-rounds/:round/communes/:commune';
const HOUSEHOLD = '/review-rounds/:round/households/:household';

/** At Mường Than; at Than Uyên last year's review is there to read, this year's has not begun. */
const atCommune = (rest: string, may: readonly Login[], there: readonly Login[]): Knock[] => [
  { address: (all) => `${commune(all, 2025, 'Xã Mường Than')}${rest}`, may },
  { address: (all) => `${commune(all, 2024, 'Xã Than Uyên')}${rest}`, may: there },
  { address: (all) => `${commune(all, 2025, 'Xã Than Uyên')}${rest}`, may: 'nobody' },
];

/** At a household of the village reviewer's own village, and at one of another village. */
const atHousehold = (rest: string, own: readonly Login[], other: readonly Login[]): Knock[] => [
  { address: (all) => `${survey(all, 'MT-001')}${rest}`, may: own },
  { address: (all) => `${survey(all, 'MT-005')}${rest}`, may: other },
  { address: (all) => `${survey(all, 'TU-001')}${rest}`, may: 'nobody' },
];

function commune(all: Samples, year: 2024 | 2025, name: string): string {
  return `/review-rounds/${all.reviewRound(year)}/communes/${all.unit(name)}`;
}

function survey(all: Samples, code: string): string {
  return `/review-rounds/${all.reviewRound(2025)}/households/${all.household(code)}`;
}

/** The list of households, the list to review, surveys on screen and on paper. */
export const SURVEY_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  [`GET ${COMMUNE}/households`]: atCommune('/households', READERS, ['ra-soat-than-uyen']),
  [`POST ${COMMUNE}/households`]: atCommune('/households', READERS, ['ra-soat-than-uyen']),
  [`GET ${COMMUNE}/households.xlsx`]: atCommune('/households.xlsx', READERS, ['ra-soat-than-uyen']),
  [`POST ${COMMUNE}/listings`]: atCommune('/listings', REVIEWERS, ['ra-soat-than-uyen']),
  [`POST ${COMMUNE}/listings/take-off`]: atCommune('/listings/take-off', REVIEWERS, [
    'ra-soat-than-uyen',
  ]),
  [`GET ${COMMUNE}/survey-sheets`]: atCommune('/survey-sheets', REVIEWERS, ['ra-soat-than-uyen']),
  [`POST ${COMMUNE}/survey-sheets`]: atCommune('/survey-sheets', REVIEWERS, ['ra-soat-than-uyen']),
  [`GET ${HOUSEHOLD}`]: atHousehold('', READERS, ['ra-soat-muong-than', 'chu-tich-muong-than']),
  [`POST ${HOUSEHOLD}`]: atHousehold('', REVIEWERS, ['ra-soat-muong-than']),
  [`POST ${HOUSEHOLD}/clear`]: atHousehold('/clear', REVIEWERS, ['ra-soat-muong-than']),
};
