import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  formList,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayReadIdentity, mayReviewHousehold } from '../households.policy.ts';
import { listReviewable } from '../rounds/begin.sql.ts';
import { draftOf, orAgain } from './form-again.routes.ts';
import type { AskedHousehold } from './hold-household.actions.ts';
import { askedHousehold, maskedTitle } from './household.routes.tsx';
import { findHousehold, listMembers } from './household.sql.ts';
import { type Household, livesThere, type Member, seenOf } from './household.ts';
import { mergeHousehold } from './merge.actions.ts';
import { endHousehold, type Moved, moveHousehold } from './moves.actions.ts';
import { MovesPage } from './moves.pages.tsx';
import { type AnyMove, checkMove, moveKindOf } from './moves.ts';
import { findReviews } from './register-review.sql.ts';
import { followedWords } from './register-review.ts';
import { splitHousehold } from './split.actions.ts';
import { listVillagesOf } from './villages.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const MOVES = '/households/:household/moves';

/** What becomes of a whole household: moves, splits, goes into another, ends. */
export function movesRoutes(site: Site, house: House): void {
  site.get(MOVES, POLICY, async (request, reply) =>
    show(request, reply, house, await standing(request, house)),
  );
  site.post(MOVES, POLICY, (request, reply) => record(request, reply, house));
}

interface Standing {
  readonly household: Household;
  readonly members: readonly Member[];
  readonly living: readonly Member[];
}

async function standing(request: Request, house: House): Promise<Standing> {
  const household = await askedHousehold(request, house);
  must(mayReviewHousehold(personOf(request), household.place), 'biến động của hộ này');
  if (household.endedOn) throw new Problem('householdEnded', { code: household.code });
  const members = await listMembers(house.db, household);
  return { household, members, living: members.filter(livesThere) };
}

async function record(request: Request, reply: Reply, house: House): Promise<Reply> {
  const now = await standing(request, house);
  const person = personOf(request);
  return orAgain(
    async () => {
      const fields = formFields(request);
      const typed = { fields, people: formList(request, 'people') };
      const draft = draftOf(checkMove(typed, now, house.today()));
      const asked = { householdId: now.household.id, seen: fields.seen ?? '' };
      const moved = await perform(house, person, asked, draft);
      return reply.done(await addressAfter(house, person, moved), moved.said);
    },
    (problem) => show(request, reply, house, now, problem),
  );
}

function perform(
  house: House,
  person: Person,
  asked: AskedHousehold,
  draft: AnyMove,
): Promise<Moved> {
  switch (draft.kind) {
    case 'move':
      must(isId(draft.villageId), 'thôn, bản này');
      return moveHousehold(house, person, asked, draft);
    case 'split':
      must(isId(draft.villageId), 'thôn, bản này');
      return splitHousehold(house, person, asked, draft);
    case 'merge':
      return mergeHousehold(house, person, asked, draft);
    default:
      return endHousehold(house, person, asked, draft);
  }
}

/** The household that came of it, unless it is now where the person does not review. */
async function addressAfter(house: House, person: Person, { householdId }: Moved) {
  const household = await findHousehold(house.db, householdId, house.today());
  const may = household && mayReadIdentity(person, household.place);
  return may ? `/households/${householdId}` : '/households';
}

async function show(
  request: Request,
  reply: Reply,
  house: House,
  { household, members, living }: Standing,
  problem?: Problem,
): Promise<Reply> {
  const { db } = house;
  const asked = query(request);
  const own = household.place.communeId;
  const communes = await listReviewable(db, house.today());
  const chosen = communes.find((one) => one.communeId === asked.commune)?.communeId ?? own;
  const kind = moveKindOf(formFields(request).kind ?? asked.kind);
  const communeId = kind === 'move' ? chosen : own;
  const reviews = await findReviews(db, [own]);
  const { areaType, villageId } = household;
  const usual = { areaType, into: asked.into, ...(kind === 'split' && { village: villageId }) };
  return reply.page(
    <MovesPage
      frame={request.frame()}
      {...{ household, living, kind, communeId }}
      title={await maskedTitle(db, household)}
      seen={seenOf(household, members)}
      communes={communes.map((one) => ({ id: one.communeId, name: one.name }))}
      villages={await listVillagesOf(db, [communeId], house.today())}
      standing={standingWords(reviews.get(own))}
      typed={problem ? formFields(request) : usual}
      people={formList(request, 'people')}
      problems={problem?.fields ?? []}
      message={problem && problem.fields.length === 0 ? problem.message : undefined}
    />,
    problem?.status ?? 200,
  );
}

/** Said before anything is typed: the list hangs, or what was recognised stays. */
function standingWords(review: Parameters<typeof followedWords>[0]): string {
  if (review?.status === 'posted')
    return new Problem('reviewPosted', { commune: review.communeName, year: review.year }).message;
  return review?.status === 'recognised' ? followedWords(review).trim() : '';
}
