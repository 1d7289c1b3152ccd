import type { Login } from '../harness/small-province.ts';
import { IMPORT_EXPECTATIONS } from './households-imports.ts';
import { OPEN_EXPECTATIONS } from './households-open.ts';
import { PROCEDURE_EXPECTATIONS } from './households-procedure.ts';
import { REGISTRY_EXPECTATIONS } from './households-registry.ts';
import { REVIEW_ROUNDS } from './households-rounds.ts';
import { STANDARD_EXPECTATIONS } from './households-standards.ts';
import { SURVEY_EXPECTATIONS } from './households-survey.ts';
import { TABLES_EXPECTATIONS } from './households-tables.ts';
import { EVERY_LOGIN, MUONG_THAN, type Samples, THAN_UYEN } from './samples.ts';

/** Who may: anyone at all, anyone signed in, nobody (no such thing), or just these people. */
export type Who = 'everyone' | 'signed-in' | 'nobody' | readonly Login[];

/** One knock at a route: at which thing, and who is let in. */
export interface Knock {
  readonly address: (samples: Samples) => string;
  readonly may: Who;
}

const ADMINISTRATORS: readonly Login[] = ['quan-tri', 'quan-tri-muong-than'];
const PROVINCE_ADMINISTRATOR: readonly Login[] = ['quan-tri'];
/** They only review households. */
const REVIEWERS: readonly Login[] = ['ra-soat-muong-than', 'truong-ban', 'ra-soat-than-uyen'];
const REPORTERS = EVERY_LOGIN.filter(
  (login) => !ADMINISTRATORS.includes(login) && !REVIEWERS.includes(login),
);
/** What is asked of units is no secret among those who work here. */
const FORM_READERS: readonly Login[] = [...REPORTERS, ...REVIEWERS];
/** The standing agency: receives reports, opens rounds, keeps the register of units. */
const AGENCY: readonly Login[] = ['thuong-truc'];
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

/** Who of a commune's own people may: whoever prepares, the head, or both. */
type Own = 'officer' | 'head' | 'both' | 'nobody';

/** At the report of Mường Than, and at that of Than Uyên, which has no head of its own. */
const atReport = (rest: string, own: Own, others: readonly Login[] = []): readonly Knock[] => {
  const officer = own === 'officer' || own === 'both';
  const head = own === 'head' || own === 'both';
  const here: Login[] = [...(officer ? OFFICER : []), ...(head ? HEAD : [])];
  const there: Login[] = officer ? ['can-bo-than-uyen'] : [];
  return [
    { address: (all) => `/reports/${all.report(MUONG_THAN)}${rest}`, may: [...here, ...others] },
    { address: (all) => `/reports/${all.report(THAN_UYEN)}${rest}`, may: [...there, ...others] },
  ];
};

const OFFICER: readonly Login[] = ['can-bo-muong-than'];
const HEAD: readonly Login[] = ['chu-tich-muong-than'];

/** The one figure of the small round. */
const FIGURE = '/figures/ho-thoat-ngheo';

const atUnit = (rest: string, may: Who): readonly Knock[] =>
  [THAN_UYEN, MUONG_THAN].map((name) => ({
    address: (all) => `/units/${all.unit(name)}${rest}`,
    may,
  }));

const atRound = (rest: (samples: Samples) => string, may: Who): readonly Knock[] => [
  { address: (samples) => `/rounds/${samples.round}${rest(samples)}`, may },
];

const atForm = (rest: string, may: readonly Login[] = AGENCY): readonly Knock[] => [
  { address: (samples) => `/forms/${samples.form}${rest}`, may },
];

const atRoles = (rest: (samples: Samples) => string, may: Who = AGENCY): readonly Knock[] => [
  { address: (samples) => `/movements/${samples.movement}/roles${rest(samples)}`, may },
];

const atPlan = (rest: string, may: Who = AGENCY): readonly Knock[] => [
  { address: (samples) => `/plans/${samples.plan}${rest}`, may },
];

const atClause = (rest: string, may: Who = AGENCY): readonly Knock[] => [
  { address: (samples) => `/clauses/${samples.clause('II.1')}${rest}`, may },
];

const atTask = (rest: string): readonly Knock[] => [
  { address: (samples) => `/tasks/${samples.task}${rest}`, may: AGENCY },
];

const atTarget = (rest: string): readonly Knock[] => [
  { address: (samples) => `/targets/${samples.target}${rest}`, may: AGENCY },
];

/** At a part of a form that is not there: those who may not edit are refused all the same. */
const BLOCK = '/document/blocks/khong-co';
const NO_PART = '/00000000-0000-7000-8000-000000000000';

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
  'GET /units/:id': atUnit('', 'signed-in'),
  'GET /units/blocks': [at('/units/blocks', 'signed-in')],
  'GET /units/blocks/edit': [at('/units/blocks/edit?year=2025', AGENCY)],
  'POST /units/blocks/edit': [at('/units/blocks/edit', AGENCY)],
  'POST /units/blocks/copy': [at('/units/blocks/copy', AGENCY)],
  'GET /units/new': [at('/units/new', AGENCY)],
  'POST /units/new': [at('/units/new', AGENCY)],
  'GET /units/import': [at('/units/import', AGENCY)],
  'POST /units/import': [at('/units/import', AGENCY)],
  'POST /units/import/store': [at('/units/import/store', AGENCY)],
  'POST /units/import/errors': [at('/units/import/errors', AGENCY)],
  'GET /units/:id/correct': atUnit('/correct', AGENCY),
  'POST /units/:id/rename': atUnit('/rename', AGENCY),
  'POST /units/:id/end': atUnit('/end', AGENCY),

  'GET /movements': [at('/movements', 'signed-in')],
  'GET /movements/new': [at('/movements/new', AGENCY)],
  'POST /movements': [at('/movements', AGENCY)],
  'GET /movements/:id/roles': atRoles(() => '', 'signed-in'),
  'POST /movements/:id/roles': atRoles(() => ''),
  'GET /movements/:id/roles/new': atRoles(() => '/new'),
  'GET /movements/:id/roles/group': atRoles(() => '/group'),
  'POST /movements/:id/roles/group': atRoles(() => '/group'),
  'GET /movements/:id/roles/:held/end': atRoles((all) => `/${all.holder}/end`),
  'POST /movements/:id/roles/:held/end': atRoles((all) => `/${all.holder}/end`),
  'GET /movements/:id/roles/:held/hand-over': atRoles((all) => `/${all.holder}/hand-over`),
  'POST /movements/:id/roles/:held/hand-over': atRoles((all) => `/${all.holder}/hand-over`),
  'GET /plans': [at('/plans', 'signed-in')],
  'GET /plans/new': [at('/plans/new', AGENCY)],
  'POST /plans/new': [at('/plans/new', AGENCY)],
  'GET /plans/:id': atPlan('', 'signed-in'),
  'GET /plans/:id/edit': atPlan('/edit'),
  'POST /plans/:id/adopt': atPlan('/adopt'),
  'POST /plans/:id/discard': atPlan('/discard'),
  'POST /plans/:id/head': atPlan('/head'),
  'POST /plans/:id/clauses': atPlan('/clauses'),
  'POST /plans/:id/parts/:part': atPlan('/parts/noi-nhan'),
  'POST /plans/:id/notices/:notice/settle': atPlan(`/notices${NO_PART}/settle`),
  'GET /clauses/:id': atClause('', 'signed-in'),
  'POST /clauses/:id/move': atClause('/move'),
  'POST /clauses/:id/rewrite': atClause('/rewrite'),
  'POST /clauses/:id/split': atClause('/split'),
  'GET /clauses/:id/tasks/new': atClause('/tasks/new'),
  'POST /clauses/:id/tasks': atClause('/tasks'),
  'GET /tasks/:id/edit': atTask('/edit'),
  'POST /tasks/:id/rewrite': atTask('/rewrite'),
  'POST /tasks/:id/end': atTask('/end'),
  'GET /tasks/:id/results/new': atTask('/results/new'),
  'POST /tasks/:id/results': atTask('/results'),
  'GET /clauses/:id/targets/new': atClause('/targets/new'),
  'POST /clauses/:id/targets': atClause('/targets'),
  'GET /targets/:id/values/new': atTarget('/values/new'),
  'POST /targets/:id/values': atTarget('/values'),

  ...REVIEW_ROUNDS,
  ...TABLES_EXPECTATIONS,
  ...PROCEDURE_EXPECTATIONS,
  ...SURVEY_EXPECTATIONS,
  ...IMPORT_EXPECTATIONS,
  ...REGISTRY_EXPECTATIONS,
  ...OPEN_EXPECTATIONS,
  ...STANDARD_EXPECTATIONS,

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
  'GET /rounds/new': [at('/rounds/new', AGENCY)],
  'POST /rounds': [at('/rounds', AGENCY)],
  'GET /rounds/:id': atRound(() => '', REPORTERS),
  'GET /rounds/:id/extensions/new': atRound(
    (all) => `/extensions/new?unit=${all.unit(THAN_UYEN)}`,
    AGENCY,
  ),
  'POST /rounds/:id/extensions': atRound(() => '/extensions', AGENCY),
  'POST /rounds/:id/close': atRound(() => '/close', AGENCY),

  'GET /rounds/:id/reports.xlsx': atRound(() => '/reports.xlsx', REPORTERS),
  'GET /rounds/:id/matrix': atRound(() => '/matrix', ABOVE),
  'GET /rounds/:id/matrix.xlsx': atRound(() => '/matrix.xlsx', ABOVE),
  'GET /rounds/:id/figures/:slug': atRound(() => FIGURE, ABOVE),
  'POST /rounds/:id/figures/:slug/adjustments': atRound(() => `${FIGURE}/adjustments`, AGENCY),
  'POST /rounds/:id/adjustments/:adjustment/take-back': atRound(
    () => '/adjustments/khong-co/take-back',
    'nobody',
  ),
  'GET /rounds/:id/official': atRound(() => '/official', ABOVE),
  'POST /rounds/:id/official': atRound(() => '/official', AGENCY),
  'GET /rounds/:id/urging': atRound(() => '/urging', AGENCY),
  'POST /rounds/:id/urging': atRound(() => '/urging', AGENCY),
  'GET /calendar': [at('/calendar', 'signed-in')],
  'POST /calendar': [at('/calendar', 'signed-in')],
  'GET /calendar/:token.ics': [at('/calendar/doan-bua.ics', 'nobody')],
  'GET /mails': [at('/mails', 'signed-in')],

  'GET /rounds/:id/document': atRound(() => '/document', ABOVE),
  'POST /rounds/:id/document': atRound(() => '/document', AGENCY),
  'POST /rounds/:id/document/blocks/:block': atRound(() => BLOCK, AGENCY),
  'POST /rounds/:id/document/blocks/:block/reset': atRound(() => `${BLOCK}/reset`, AGENCY),
  'POST /rounds/:id/document/blocks/:block/move': atRound(() => `${BLOCK}/move`, AGENCY),
  'POST /rounds/:id/document/blocks/:block/hide': atRound(() => `${BLOCK}/hide`, AGENCY),
  'POST /rounds/:id/document/blocks/:block/add': atRound(() => `${BLOCK}/add`, AGENCY),
  // Without a draft there is nothing to show or to change: told so, or refused.
  'GET /rounds/:id/document/header': atRound(() => '/document/header', 'nobody'),
  'POST /rounds/:id/document/header': atRound(() => '/document/header', 'nobody'),
  'GET /rounds/:id/document/issue': atRound(() => '/document/issue', 'nobody'),
  'POST /rounds/:id/document/issue': atRound(() => '/document/issue', 'nobody'),
  'GET /rounds/:id/document/draft.docx': atRound(() => '/document/draft.docx', 'nobody'),
  'GET /rounds/:id/document/draft.pdf': atRound(() => '/document/draft.pdf', 'nobody'),
  'POST /rounds/:id/document/errata': atRound(() => '/document/errata', 'nobody'),
  'GET /documents/:id': [at('/documents/khong-co', 'nobody')],
  'GET /documents/:id.docx': [at('/documents/khong-co.docx', 'nobody')],
  'GET /documents/:id.pdf': [at('/documents/khong-co.pdf', 'nobody')],
  'GET /documents/:id/errata/:erratum': [at('/documents/khong-co/errata/khong-co', 'nobody')],
  'GET /documents/:id/errata/:erratum/docx': [
    at('/documents/khong-co/errata/khong-co/docx', 'nobody'),
  ],
  'GET /documents/:id/errata/:erratum/pdf': [
    at('/documents/khong-co/errata/khong-co/pdf', 'nobody'),
  ],

  'GET /forms': [at('/forms', FORM_READERS)],
  'POST /forms': [at('/forms', AGENCY)],
  'GET /forms/:id': atForm('', FORM_READERS),
  'POST /forms/:id': atForm(''),
  'POST /forms/:id/copy': atForm('/copy'),
  'POST /forms/:id/remove': atForm('/remove'),
  'GET /forms/:id/sections/new': atForm('/sections/new'),
  'POST /forms/:id/sections': atForm('/sections'),
  'GET /forms/:id/sections/:part': atForm(`/sections${NO_PART}`),
  'POST /forms/:id/sections/:part': atForm(`/sections${NO_PART}`),
  'POST /forms/:id/sections/:part/move': atForm(`/sections${NO_PART}/move`),
  'POST /forms/:id/sections/:part/remove': atForm(`/sections${NO_PART}/remove`),
  'GET /forms/:id/fields/new': atForm('/fields/new'),
  'POST /forms/:id/fields': atForm('/fields'),
  'GET /forms/:id/fields/:part': atForm(`/fields${NO_PART}`),
  'POST /forms/:id/fields/:part': atForm(`/fields${NO_PART}`),
  'POST /forms/:id/fields/:part/move': atForm(`/fields${NO_PART}/move`),
  'POST /forms/:id/fields/:part/remove': atForm(`/fields${NO_PART}/remove`),
  'GET /forms/:id/checks/new': atForm('/checks/new'),
  'POST /forms/:id/checks': atForm('/checks'),
  'GET /forms/:id/checks/:part': atForm(`/checks${NO_PART}`),
  'POST /forms/:id/checks/:part': atForm(`/checks${NO_PART}`),
  'POST /forms/:id/checks/:part/remove': atForm(`/checks${NO_PART}/remove`),

  'GET /reports/:id': atReport('', 'both', ABOVE),
  'GET /reports/:id/sheet': atReport('/sheet', 'both'),
  'POST /reports/:id/sheet': atReport('/sheet', 'both'),
  'GET /reports/:id/sheet.xlsx': atReport('/sheet.xlsx', 'both'),
  'GET /reports/:id/sheet/returned/:sheetId': atReport('/sheet/returned/khong-co', 'nobody'),
  'POST /reports/:id/values': atReport('/values', 'both'),
  'POST /reports/:id/prepare': atReport('/prepare', 'officer'),
  'POST /reports/:id/nil': atReport('/nil', 'both'),
  'POST /reports/:id/fill': atReport('/fill', 'officer'),
  'POST /reports/:id/approve': atReport('/approve', 'head'),
  'POST /reports/:id/send-back': atReport('/send-back', 'head'),
  'POST /reports/:id/recall': atReport('/recall', 'both'),
  'POST /reports/:id/receive': atReport('/receive', 'nobody', AGENCY),
  'POST /reports/:id/accept': atReport('/accept', 'nobody', AGENCY),
  'POST /reports/:id/return': atReport('/return', 'nobody', AGENCY),
};
