import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { found, idOf, must, personOf, type Request } from '../../shared/web.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { findCommuneReview, listVillages } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { type Sight, sightOf } from './sight.policy.ts';
import { findReviewed } from './survey.sql.ts';
import type { ReviewedHousehold } from './survey.ts';

const THIS = 'xã này trong kỳ rà soát';

/** The review of a commune as the pages of this room ask for it. */
export interface AskedReview {
  readonly person: Person;
  readonly round: ReviewRound;
  readonly standard: PovertyStandard;
  readonly commune: CommuneReview;
  /** Those in sight, in the order of their names. */
  readonly villages: readonly Village[];
  readonly sight: Sight;
}

/** The commune that the address names; refuses whoever has no household duty there. */
export async function askedReview(request: Request, house: House): Promise<AskedReview> {
  const round = await askedRound(request, house);
  return reviewOf(personOf(request), house, round, idOf(request, 'commune', THIS));
}

async function reviewOf(
  person: Person,
  house: House,
  round: ReviewRound,
  communeId: string,
): Promise<AskedReview> {
  const commune = found(await findCommuneReview(house.db, round.id, communeId), THIS);
  const [all, standard] = await Promise.all([
    listVillages(house.db, commune.communeId, round.unitsOn),
    findStandard(house.db, round.standardId),
  ]);
  const sight = sightOf(
    person,
    commune,
    all.map(({ id }) => id),
  );
  must(sight !== undefined, `danh sách hộ của ${lowerFirst(commune.communeName)}`);
  const own = sight?.villageIds;
  return {
    ...{ person, round, commune, sight: found(sight, 'xã này') },
    standard: found(standard, 'chuẩn nghèo của kỳ này'),
    villages: own ? all.filter(({ id }) => own.includes(id)) : all,
  };
}

/** A household in a round and its commune; refuses whoever does not see that household. */
export interface AskedHousehold extends AskedReview {
  readonly household: ReviewedHousehold;
}

export async function askedHousehold(request: Request, house: House): Promise<AskedHousehold> {
  const round = await askedRound(request, house);
  const what = 'hộ này trong kỳ rà soát';
  const id = idOf(request, 'household', what);
  const household = found(await findReviewed(house.db, round.id, id), what);
  const review = await reviewOf(personOf(request), house, round, household.communeId);
  const { villageIds } = review.sight;
  must(!villageIds || villageIds.includes(household.villageId), `hộ ${household.code}`);
  return { ...review, household };
}
