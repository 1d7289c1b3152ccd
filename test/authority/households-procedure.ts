import type { Login } from '../harness/small-province.ts';
import type { Knock } from './expectations.ts';
import type { Samples } from './samples.ts';

const OFFICER: readonly Login[] = ['ra-soat-muong-than'];
const CHAIRMAN: readonly Login[] = ['chu-tich-muong-than'];
/** The village's reviewer has part in the steps of the commune, but not in its complaints. */
const VILLAGE: readonly Login[] = ['truong-ban'];
const COMMUNE: readonly Login[] = [...OFFICER, ...CHAIRMAN];

const DESK = '/review-rounds/:round/communes/:commune';

/** At Mường Than in the open round, and at Than Uyên, which has last year's only. */
const at = (rest: string, may: readonly Login[], there: readonly Login[] = []): Knock[] => [
  { address: (all) => `${commune(all, 2025, 'Xã Mường Than')}${rest}`, may },
  { address: (all) => `${commune(all, 2024, 'Xã Than Uyên')}${rest}`, may: there },
  { address: (all) => `${commune(all, 2025, 'Xã Than Uyên')}${rest}`, may: 'nobody' },
];

function commune(all: Samples, year: 2024 | 2025, name: string): string {
  return `/review-rounds/${all.reviewRound(year)}/communes/${all.unit(name)}`;
}

const newMeeting = (village: string, may: readonly Login[]): Knock => ({
  address: (all) =>
    `${commune(all, 2025, 'Xã Mường Than')}/meetings/new?village=${all.unit(village)}`,
  may,
});

/** Nothing of that id is there: everybody is refused, each in their way. */
const NOTHING = '/00000000-0000-7000-8000-000000000000';
const ELSEWHERE: readonly Login[] = ['ra-soat-than-uyen'];

/** The steps after the survey: meetings, posting, objections, recognition. */
export const PROCEDURE_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  [`GET ${DESK}/meetings`]: at('/meetings', [...COMMUNE, ...VILLAGE], ELSEWHERE),
  [`GET ${DESK}/meetings/new`]: [
    newMeeting('Bản Một', [...OFFICER, ...VILLAGE]),
    newMeeting('Bản Hai', OFFICER),
  ],
  [`POST ${DESK}/meetings`]: at('/meetings', [...OFFICER, ...VILLAGE], ELSEWHERE),
  [`GET ${DESK}/meetings/:meeting.docx`]: at(`/meetings${NOTHING}.docx`, []),
  [`GET ${DESK}/meetings/:meeting.pdf`]: at(`/meetings${NOTHING}.pdf`, []),
  [`GET ${DESK}/posting`]: at('/posting', [...COMMUNE, ...VILLAGE], ELSEWHERE),
  [`POST ${DESK}/posting`]: at('/posting', OFFICER, ELSEWHERE),
  [`POST ${DESK}/posting/withdraw`]: at('/posting/withdraw', OFFICER, ELSEWHERE),
  // Until it hangs, the list is the commune's own; a village head reads it on the board.
  [`GET ${DESK}/posting/list`]: at('/posting/list', COMMUNE, ELSEWHERE),
  [`GET ${DESK}/posting/list.pdf`]: at('/posting/list.pdf', COMMUNE, ELSEWHERE),
  [`GET ${DESK}/objections`]: at('/objections', COMMUNE, ELSEWHERE),
  [`POST ${DESK}/objections`]: at('/objections', COMMUNE, ELSEWHERE),
  [`GET ${DESK}/objections/:objection`]: at(`/objections${NOTHING}`, []),
  [`POST ${DESK}/objections/:objection`]: at(`/objections${NOTHING}`, []),
  [`GET ${DESK}/recognition`]: at('/recognition', [...COMMUNE, ...VILLAGE], ELSEWHERE),
  [`POST ${DESK}/recognition/preview`]: at('/recognition/preview', COMMUNE, ELSEWHERE),
  [`POST ${DESK}/recognition`]: at('/recognition', CHAIRMAN),
  // Before the recognition there is no decision: told so, or refused.
  [`GET ${DESK}/recognition.docx`]: at('/recognition.docx', []),
  [`GET ${DESK}/recognition.pdf`]: at('/recognition.pdf', []),
};
