import type { Login } from '../harness/small-province.ts';
import { EVERY_LOGIN, MUONG_THAN, type Samples, THAN_UYEN } from './samples.ts';

/** Who may: anyone at all, anyone signed in, or these people and nobody else. */
export type Who = 'everyone' | 'signed-in' | readonly Login[];

/** One knock at a route: at which thing, and who is let in. */
export interface Knock {
  readonly address: (samples: Samples) => string;
  readonly may: Who;
}

const ADMINISTRATORS: readonly Login[] = ['quan-tri', 'quan-tri-muong-than'];
const PROVINCE_ADMINISTRATOR: readonly Login[] = ['quan-tri'];
const REPORTERS = EVERY_LOGIN.filter((login) => !ADMINISTRATORS.includes(login));
const MUONG_THAN_OFFICER: readonly Login[] = ['can-bo-muong-than'];
const MUONG_THAN_HEAD: readonly Login[] = ['chu-tich-muong-than'];
const MUONG_THAN_BOTH: readonly Login[] = ['can-bo-muong-than', 'chu-tich-muong-than'];
const RECEIVER: readonly Login[] = ['thuong-truc'];
/** They see the province's total: the standing agency, its head who issues, the leadership. */
const ABOVE: readonly Login[] = ['thuong-truc', 'lanh-dao-so', 'lanh-dao-tinh'];

const at = (address: string, may: Who): Knock => ({ address: () => address, may });

/** At a person in Mường Than: both administrators reach; at one in Than Uyên: the province's. */
const atPeople = (rest: (samples: Samples, login: Login) => string, own: readonly Login[] = []) => [
  knockAtPerson('can-bo-muong-than', ADMINISTRATORS, rest, own),
  knockAtPerson('can-bo-than-uyen', PROVINCE_ADMINISTRATOR, rest, own),
  knockAtPerson('lanh-dao-tinh', PROVINCE_ADMINISTRATOR, rest, own),
];

function knockAtPerson(
  subject: Login,
  administrators: readonly Login[],
  rest: (samples: Samples, login: Login) => string,
  own: readonly Login[],
): Knock {
  return {
    address: (samples) => `/people/${samples.person(subject)}${rest(samples, subject)}`,
    may: [...administrators, ...own.filter((login) => login === subject)],
  };
}

const atReport = (rest: string, may: readonly Login[]): readonly Knock[] => [
  { address: (samples) => `/reports/${samples.report(MUONG_THAN)}${rest}`, may },
];

const atRound = (rest: (samples: Samples) => string, may: Who): readonly Knock[] => [
  { address: (samples) => `/rounds/${samples.round}${rest(samples)}`, may },
];

/**
 * Who may knock where. A route that is missing here fails the test: whoever adds a route says
 * who may enter. GET is tried by everybody; POST only by those who must be refused, so that
 * nothing changes while the test walks.
 */
export const EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /': [at('/', 'everyone')],
  'GET /assets/:name': [at('/assets/app.css', 'everyone')],

  'GET /sign-in': [at('/sign-in', 'everyone')],
  'POST /sign-in': [at('/sign-in', 'everyone')],
  'POST /sign-out': [at('/sign-out', 'everyone')],
  'GET /password': [at('/password', 'signed-in')],
  'POST /password': [at('/password', 'signed-in')],
  'GET /sessions': [at('/sessions', 'signed-in')],
  'POST /sessions/:id/end': [at('/sessions/khong-co/end', 'signed-in')],
  'POST /sessions/end-others': [at('/sessions/end-others', 'signed-in')],

  'GET /work': [at('/work', 'signed-in')],
  'GET /search': [at('/search?q=muong', 'signed-in')],
  'GET /units': [at('/units', 'signed-in')],
  'GET /units/merger': [at('/units/merger', 'signed-in')],
  'GET /units/:id': [
    { address: (samples) => `/units/${samples.unit(THAN_UYEN)}`, may: 'signed-in' },
  ],

  'GET /people': [at('/people', ADMINISTRATORS)],
  'POST /people': [at('/people', ADMINISTRATORS)],
  'GET /people/new': [at('/people/new', ADMINISTRATORS)],
  'GET /people/bulk': [at('/people/bulk', ADMINISTRATORS)],
  'POST /people/bulk': [at('/people/bulk', ADMINISTRATORS)],
  'POST /people/bulk/check': [at('/people/bulk/check', ADMINISTRATORS)],
  'GET /people/:id': atPeople(() => '', EVERY_LOGIN),
  'POST /people/:id/password': atPeople(() => '/password'),
  'POST /people/:id/disable': atPeople(() => '/disable'),
  'POST /people/:id/enable': atPeople(() => '/enable'),
  'GET /people/:id/duties/new': atPeople(() => '/duties/new'),
  'POST /people/:id/duties': atPeople(() => '/duties'),
  'GET /people/:id/duties/:held/end': atPeople((all, login) => `/duties/${all.duty(login)}/end`),
  'POST /people/:id/duties/:held/end': atPeople((all, login) => `/duties/${all.duty(login)}/end`),
  'GET /people/:id/positions/new': atPeople(() => '/positions/new'),
  'POST /people/:id/positions': atPeople(() => '/positions'),
  'GET /people/:id/positions/:held/end': atPeople(
    (all, login) => `/positions/${all.position(login)}/end`,
  ),
  'POST /people/:id/positions/:held/end': atPeople(
    (all, login) => `/positions/${all.position(login)}/end`,
  ),

  'GET /rounds': [at('/rounds', REPORTERS)],
  'GET /rounds/new': [at('/rounds/new', RECEIVER)],
  'POST /rounds': [at('/rounds', RECEIVER)],
  'GET /rounds/:id': atRound(() => '', REPORTERS),
  'GET /rounds/:id/extensions/new': atRound(
    (all) => `/extensions/new?unit=${all.unit(THAN_UYEN)}`,
    RECEIVER,
  ),
  'POST /rounds/:id/extensions': atRound(() => '/extensions', RECEIVER),

  'GET /reports/:id': atReport('', [...MUONG_THAN_BOTH, ...ABOVE]),
  'POST /reports/:id/values': atReport('/values', MUONG_THAN_BOTH),
  'POST /reports/:id/prepare': atReport('/prepare', MUONG_THAN_OFFICER),
  'POST /reports/:id/nil': atReport('/nil', MUONG_THAN_BOTH),
  'POST /reports/:id/fill': atReport('/fill', MUONG_THAN_OFFICER),
  'POST /reports/:id/approve': atReport('/approve', MUONG_THAN_HEAD),
  'POST /reports/:id/send-back': atReport('/send-back', MUONG_THAN_HEAD),
  'POST /reports/:id/recall': atReport('/recall', MUONG_THAN_BOTH),
  'POST /reports/:id/receive': atReport('/receive', RECEIVER),
  'POST /reports/:id/accept': atReport('/accept', RECEIVER),
  'POST /reports/:id/return': atReport('/return', RECEIVER),
};
