import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import type { Problem } from '../../shared/problem.ts';
import {
  formFields,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { reviewingUnits } from '../households.policy.ts';
import { draftOf, duplicateWords, orAgain } from './form-again.routes.ts';
import { checkHousehold } from './household-draft.ts';
import { createHousehold } from './new-household.actions.ts';
import { NewHouseholdPage } from './new-household.pages.tsx';
import { listReviewedVillages, type VillageChoice } from './villages.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** A new household, in a village that the person reviews. */
export function newHouseholdRoutes(site: Site, house: House): void {
  site.get('/households/new', POLICY, async (request, reply) =>
    show(request, reply, await ownVillages(request, house)),
  );
  site.post('/households/new', POLICY, (request, reply) => create(request, reply, house));
}

async function ownVillages(request: Request, house: House): Promise<VillageChoice[]> {
  const units = reviewingUnits(personOf(request));
  const villages = units.length ? await listReviewedVillages(house.db, units, house.today()) : [];
  must(villages.length > 0, 'sổ hộ');
  return villages;
}

async function create(request: Request, reply: Reply, house: House): Promise<Reply> {
  const villages = await ownVillages(request, house);
  return orAgain(
    async () => {
      const draft = draftOf(checkHousehold(formFields(request), house.today()));
      must(isId(draft.villageId), 'thôn, bản này');
      const made = await createHousehold(house, personOf(request), draft);
      const said = `Đã ghi hộ mới, mã ${made.code}.${made.review}${duplicateWords(made.duplicates)}`;
      return reply.done(`/households/${made.id}`, said);
    },
    (problem) => show(request, reply, villages, problem),
  );
}

function show(
  request: Request,
  reply: Reply,
  villages: readonly VillageChoice[],
  problem?: Problem,
): Reply {
  const { village } = query(request);
  const problems = problem?.fields ?? [];
  return reply.page(
    <NewHouseholdPage
      frame={request.frame()}
      villages={villages}
      typed={problem ? formFields(request) : { village }}
      problems={problems}
      message={problem && problems.length === 0 ? problem.message : undefined}
    />,
    problem?.status ?? 200,
  );
}
