import type { Login } from '../harness/small-province.ts';
import type { Knock } from './expectations.ts';

const OFFICER: readonly Login[] = ['ra-soat-muong-than'];
/** The chairman reads who a household is, and changes nothing in the register. */
const CHAIRMAN: readonly Login[] = ['chu-tich-muong-than'];
const VILLAGE: readonly Login[] = ['truong-ban'];
const THAN_UYEN: readonly Login[] = ['ra-soat-than-uyen'];
const REVIEWERS: readonly Login[] = [...OFFICER, ...VILLAGE, ...THAN_UYEN];

/** At a household of Bản Một, of Bản Hai and of another commune: whoever reads, or who changes. */
const at = (rest: string, besides: readonly Login[] = []): Knock[] => [
  knock('MT-001', rest, [...OFFICER, ...VILLAGE, ...besides]),
  knock('MT-005', rest, [...OFFICER, ...besides]),
  knock('TU-001', rest, THAN_UYEN),
];

function knock(code: string, rest: string, may: readonly Login[]): Knock {
  return { address: (all) => `/households/${all.household(code)}${rest}`, may };
}

const to = (address: string, may: readonly Login[]): Knock[] => [{ address: () => address, may }];

/** Nothing of that id is in the queue: everybody is refused, each in their way. */
const NOTHING = '/households/duplicates/00000000-0000-7000-8000-000000000000';

/** The register: households, their people, their moves, suspected duplicates. */
export const REGISTRY_EXPECTATIONS: Readonly<Record<string, readonly Knock[]>> = {
  'GET /households/new': to('/households/new', REVIEWERS),
  'POST /households/new': to('/households/new', REVIEWERS),
  'GET /households/duplicates': to('/households/duplicates', REVIEWERS),
  'GET /households/duplicates/:duplicate': to(NOTHING, []),
  'POST /households/duplicates/:duplicate/identity': to(`${NOTHING}/identity`, []),
  'POST /households/duplicates/:duplicate/verdict': to(`${NOTHING}/verdict`, []),
  'GET /households/:household': at('', CHAIRMAN),
  'POST /households/:household/identity': at('/identity', CHAIRMAN),
  'GET /households/:household/readings': at('/readings', CHAIRMAN),
  'GET /households/:household/members/new': at('/members/new'),
  'POST /households/:household/members/new': at('/members/new'),
  'GET /households/:household/members/:member': at('/members/1'),
  'POST /households/:household/members/:member': at('/members/1'),
  'POST /households/:household/members/:member/head': at('/members/1/head'),
  'POST /households/:household/members/:member/end': at('/members/1/end'),
  'GET /households/:household/moves': at('/moves'),
  'POST /households/:household/moves': at('/moves'),
};
