import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayReviewCommune, reviewingUnits } from '../households.policy.ts';
import { maskName } from '../masking.ts';
import { comparePair, type PairOnShow, readPair } from './compare-pair.routes.ts';
import { DuplicatePage } from './duplicate.pages.tsx';
import { decidePair } from './duplicates.actions.ts';
import { DuplicatesPage } from './duplicates.pages.tsx';
import { findPair, listPairs } from './duplicates.sql.ts';
import { DUPLICATES, type DuplicatePair, type DuplicateSight, isVerdict } from './duplicates.ts';
import { orAgain } from './form-again.routes.ts';
import { listHouseholds } from './household.sql.ts';
import { type Head, loadHeads } from './identities.sql.ts';
import { fault } from './member-draft.ts';
import { purposeOf } from './purpose.ts';
import { listReviewedVillages } from './villages.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const A_PAGE = 50;

/** Suspected duplicates: the queue, two side by side, names behind a purpose, the verdict. */
export function duplicatesRoutes(site: Site, house: House): void {
  site.get(DUPLICATES, POLICY, (request, reply) => showQueue(request, reply, house));
  site.get(`${DUPLICATES}/:duplicate`, POLICY, async (request, reply) =>
    showPair(request, reply, await onShow(request, house)),
  );
  site.post(`${DUPLICATES}/:duplicate/identity`, POLICY, (request, reply) =>
    showNames(request, reply, house),
  );
  site.post(`${DUPLICATES}/:duplicate/verdict`, POLICY, (request, reply) =>
    decide(request, reply, house),
  );
}

/** What a person sees of the queue; whoever reviews nowhere is refused. */
async function sightOf(person: Person, house: House): Promise<DuplicateSight> {
  const units = reviewingUnits(person);
  const villages = units.length ? await listReviewedVillages(house.db, units, house.today()) : [];
  must(villages.length > 0, 'hộ nghi trùng');
  const whole = villages.filter((one) => mayReviewCommune(person, one));
  const rest = villages.filter((one) => !mayReviewCommune(person, one));
  return {
    communeIds: [...new Set(whole.map(({ communeId }) => communeId))],
    villageIds: rest.map(({ id }) => id),
  };
}

async function showQueue(request: Request, reply: Reply, house: House): Promise<Reply> {
  const sight = await sightOf(personOf(request), house);
  const { decided: asked, before } = query(request);
  const decided = asked === 'yes';
  const from = before && isId(before) ? before : undefined;
  const pairs = await listPairs(house.db, sight, { decided, before: from });
  const last = pairs.length > A_PAGE ? pairs[A_PAGE - 1] : undefined;
  const more = decided ? '&decided=yes' : '';
  return reply.page(
    <DuplicatesPage
      frame={request.frame()}
      decided={decided}
      pairs={await named(house, pairs.slice(0, A_PAGE))}
      next={last ? `${DUPLICATES}?before=${last.id}${more}` : undefined}
    />,
  );
}

/** Pairs with both households as "Lò Văn P. (MT-001)". */
async function named(house: House, pairs: readonly DuplicatePair[]) {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const households = await listHouseholds(house.db, ids, house.today());
  const [any] = households;
  const heads = any ? await loadHeads(house.db, any.provinceId, ids) : new Map<string, Head>();
  const words = new Map(
    households.map(({ id, code }) => {
      const head = heads.get(id);
      return [id, head ? `${maskName(head.fullName)} (${code})` : code];
    }),
  );
  return pairs.map((pair) => ({
    pair,
    first: words.get(pair.firstId) ?? 'hộ không còn trong sổ',
    second: words.get(pair.secondId) ?? 'hộ không còn trong sổ',
  }));
}

async function onShow(request: Request, house: House): Promise<PairOnShow> {
  const person = personOf(request);
  const sight = await sightOf(person, house);
  const id = param(request, 'duplicate');
  const pair = isId(id) ? await findPair(house.db, sight, id) : undefined;
  return comparePair(house, person, found(pair, 'cặp hộ này'));
}

async function showNames(request: Request, reply: Reply, house: House): Promise<Reply> {
  const shown = await onShow(request, house);
  return orAgain(
    async () => {
      const wish = purposeOf(formFields(request));
      if ('problem' in wish) throw new Problem('invalidForm', {}, [wish.problem]);
      const read = await readPair(house, personOf(request), shown.pair, wish.purpose);
      return showPair(request, reply, read);
    },
    (problem) => showPair(request, reply, shown, problem),
  );
}

async function decide(request: Request, reply: Reply, house: House): Promise<Reply> {
  const shown = await onShow(request, house);
  return orAgain(
    async () => {
      const { verdict, reason: typed } = formFields(request);
      const reason = clean(typed ?? '');
      const faults = [
        ...fault('verdict', isVerdict(verdict) ? undefined : 'Hãy chọn một kết luận.'),
        ...fault('reason', reason.length < 5 ? 'Hãy ghi vì sao kết luận như vậy.' : undefined),
      ];
      if (faults.length > 0 || !isVerdict(verdict)) throw new Problem('invalidForm', {}, faults);
      await decidePair(house, personOf(request), shown.pair, { verdict, reason });
      return reply.done(`${DUPLICATES}/${shown.pair.id}`, SAID[verdict]);
    },
    (problem) => showPair(request, reply, shown, problem),
  );
}

const SAID = {
  same: 'Đã ghi: cùng một hộ. Hai bản ghi vẫn còn cho đến khi bạn nhập hộ.',
  different: 'Đã ghi: hai hộ khác nhau. Cặp này không còn trong hàng chờ.',
};

function showPair(request: Request, reply: Reply, shown: PairOnShow, problem?: Problem): Reply {
  const problems = problem?.fields ?? [];
  return reply.page(
    <DuplicatePage
      frame={request.frame()}
      {...shown}
      typed={problem ? formFields(request) : {}}
      problems={problems}
      message={problem && problems.length === 0 ? problem.message : undefined}
    />,
    problem?.status ?? 200,
  );
}
