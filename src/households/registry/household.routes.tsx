import { showDay } from '../../shared/day.ts';
import type { Db, House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
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
import { mayReadIdentity, mayReviewHousehold } from '../households.policy.ts';
import { maskName } from '../masking.ts';
import { listDecisions } from '../off-round/household-requests.sql.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { CHANGES } from './change-line.ts';
import { HouseholdPage, type HouseholdPageProps } from './household.pages.tsx';
import { findHousehold, listMembers, listYears } from './household.sql.ts';
import { BEFORE_MERGER, type Household, type ReviewYear } from './household.ts';
import { loadHeads } from './identities.sql.ts';
import { purposeOf } from './purpose.ts';
import { readHousehold } from './readings.actions.ts';
import { ReadingsPage } from './readings.pages.tsx';
import { listChanges, listReadings } from './readings.sql.ts';
import { findPlaceNames, listResidences } from './residences.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** The page of a household, its names behind a purpose, and who has seen them. */
export function householdRoutes(site: Site, house: House): void {
  site.get('/households/:household', POLICY, (request, reply) => show(request, reply, house));
  site.post('/households/:household/identity', POLICY, (request, reply) =>
    showNames(request, reply, house),
  );
  site.get('/households/:household/readings', POLICY, (request, reply) =>
    showReadings(request, reply, house),
  );
}

/** The household that the address names, for those who may know it. */
export async function askedHousehold(request: Request, house: House): Promise<Household> {
  const id = param(request, 'household');
  const household = isId(id) ? await findHousehold(house.db, id, house.today()) : undefined;
  const { place } = found(household, 'hộ này');
  must(mayReadIdentity(personOf(request), place), 'từng hộ ở nơi này');
  return found(household, 'hộ này');
}

/** `Hộ Lò Văn P.`: what a household is called where nobody has given a purpose. */
export async function maskedTitle(db: Db, household: Household): Promise<string> {
  const head = (await loadHeads(db, household.provinceId, [household.id])).get(household.id);
  return head ? `Hộ ${maskName(head.fullName)}` : `Hộ ${household.code}`;
}

type Shown = Pick<HouseholdPageProps, 'reading' | 'typed' | 'problems'>;

async function show(request: Request, reply: Reply, house: House): Promise<Reply> {
  const household = await askedHousehold(request, house);
  return answer(request, reply, house, household);
}

async function showNames(request: Request, reply: Reply, house: House): Promise<Reply> {
  const household = await askedHousehold(request, house);
  const typed = formFields(request);
  const wish = purposeOf(typed);
  if ('problem' in wish) {
    const problems: FieldProblem[] = [wish.problem];
    return answer(request, reply, house, household, { reading: undefined, typed, problems });
  }
  const { purpose } = wish;
  const identities = await readHousehold(house, personOf(request), household, purpose);
  const shown = { reading: { purpose, identities }, typed: {}, problems: [] };
  return answer(request, reply, house, household, shown);
}

const UNREAD: Shown = { reading: undefined, typed: {}, problems: [] };

async function answer(
  request: Request,
  reply: Reply,
  house: House,
  household: Household,
  shown: Shown = UNREAD,
): Promise<Reply> {
  const { db } = house;
  const years = await listYears(db, household.id);
  const chosen = chosenYear(years, query(request).year);
  const heads = await loadHeads(db, household.provinceId, [household.id]);
  return reply.page(
    <HouseholdPage
      frame={request.frame()}
      {...{ household, years, chosen, ...shown }}
      headName={heads.get(household.id)?.fullName ?? null}
      back={backOf(years)}
      before={await nameBefore(db, household)}
      residences={await staysOf(db, household, house)}
      standard={chosen ? await findStandard(db, chosen.standardId) : undefined}
      surveyHref={surveyHref(request, household, chosen)}
      decisions={await listDecisions(db, household.id)}
      members={await listMembers(db, household)}
      changes={await listChanges(db, household.id, Object.keys(CHANGES))}
      mayReview={mayReviewHousehold(personOf(request), household.place)}
    />,
    shown.problems.length > 0 ? 422 : 200,
  );
}

/** The year asked for, else the latest; of a year in two communes, where it is now. */
function chosenYear(years: readonly ReviewYear[], asked: string | undefined) {
  return years.findLast((one) => String(one.year) === asked) ?? years.at(-1);
}

function backOf(years: readonly ReviewYear[]) {
  const last = years.at(-1);
  if (!last) return { href: '/households', label: 'Hộ nghèo, hộ cận nghèo' };
  const { roundId, communeId, communeName } = last;
  const href = `/review-rounds/${roundId}/communes/${communeId}/households`;
  return { href, label: `Danh sách hộ của ${lowerFirst(communeName)}` };
}

/** Village, commune and district before 1/7/2025, in words; only where they were called otherwise. */
async function nameBefore(db: Db, household: Household): Promise<string | undefined> {
  if (household.since > BEFORE_MERGER) return undefined;
  const names = await findPlaceNames(db, household.villageId, BEFORE_MERGER);
  if (!names) return undefined;
  const { villageName, communeName, districtName } = names;
  if (communeName === household.communeName && villageName === household.villageName)
    return undefined;
  const above = districtName ? `, ${lowerFirst(districtName)}` : '';
  return `${villageName}, ${lowerFirst(communeName)}${above}`;
}

async function staysOf(db: Db, household: Household, house: House): Promise<string[]> {
  const stays = await listResidences(db, household, house.today());
  return stays.map(({ from, to, villageName, communeName }) => {
    const until = to ? ` đến hết ${showDay(to)}` : '';
    return `${villageName}, ${lowerFirst(communeName)}: từ ${showDay(from)}${until}`;
  });
}

/** The survey form of the year on show, while its commune is open and the person may survey. */
function surveyHref(request: Request, household: Household, review: ReviewYear | undefined) {
  const here = review?.communeId === household.place.communeId && review.closing !== 'gone';
  const may = mayReviewHousehold(personOf(request), household.place);
  if (!review || !here || !may || review.status !== 'open') return undefined;
  return `/review-rounds/${review.roundId}/households/${household.id}`;
}

const A_PAGE = 50;

async function showReadings(request: Request, reply: Reply, house: House): Promise<Reply> {
  const household = await askedHousehold(request, house);
  const { before } = query(request);
  const rows = await listReadings(
    house.db,
    household.id,
    before && isId(before) ? before : undefined,
  );
  const last = rows.length > A_PAGE ? rows[A_PAGE - 1] : undefined;
  return reply.page(
    <ReadingsPage
      frame={request.frame()}
      householdId={household.id}
      title={await maskedTitle(house.db, household)}
      readings={rows.slice(0, A_PAGE)}
      next={last ? `/households/${household.id}/readings?before=${last.id}` : undefined}
    />,
  );
}
