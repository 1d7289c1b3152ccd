import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import {
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import {
  type CommunePlace,
  mayRecogniseReview,
  mayReviewCommune,
  mayReviewHousehold,
} from '../households.policy.ts';
import { procedureState } from '../procedure/procedure-state.sql.ts';
import { listReviewable } from './begin.sql.ts';
import { CommuneDeskPage } from './commune-desk.pages.tsx';
import { loadVillages } from './desk.sql.ts';
import type { DeskVillage, ReviewableCommune } from './desk.ts';
import type { ReviewRound } from './review-round.ts';
import { beginCommune } from './rounds.actions.ts';
import { askedRound } from './rounds.routes.tsx';
import { findCommuneReview } from './rounds.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const DESK = '/review-rounds/:round/communes/:commune';

/** The desk of one commune: how far each village is, what comes next. */
export function communeDeskRoutes(site: Site, house: House): void {
  site.get(DESK, POLICY, (request, reply) => showDesk(request, reply, house));
  site.post(`${DESK}/begin`, POLICY, async (request, reply) => {
    const roundId = idOf(request, 'round', 'kỳ rà soát này');
    const communeId = idOf(request, 'commune', 'xã này');
    const count = await beginCommune(house, personOf(request), { roundId, communeId });
    return reply.done(
      `/review-rounds/${roundId}/communes/${communeId}`,
      count > 0
        ? `Đã bắt đầu: đưa ${count} hộ của năm trước vào kỳ này.`
        : 'Đã bắt đầu. Chưa có hộ nào trong sổ của xã: hãy nhập từ Excel hoặc thêm từng hộ.',
    );
  });
}

async function askedCommune(request: Request, house: House, round: ReviewRound) {
  const what = 'xã này trong kỳ rà soát';
  const id = idOf(request, 'commune', what);
  const communes = await listReviewable(house.db, round.unitsOn);
  const [asked] = communes.filter(({ communeId }) => communeId === id);
  return found(asked, what);
}

async function showDesk(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const round = await askedRound(request, house);
  const commune = await askedCommune(request, house, round);
  const villages = await loadVillages(house.db, round, commune.communeId);
  const own = villages.filter(({ id }) => sees(person, commune, id));
  must(own.length > 0 || seesAll(person, commune), 'việc rà soát của xã này');
  const review = await findCommuneReview(house.db, round.id, commune.communeId);
  const state = review && (await procedureState(house.db, round, review));
  return reply.page(
    <CommuneDeskPage
      frame={request.frame()}
      today={house.today()}
      {...{ round, commune, review, state }}
      villages={seesAll(person, commune) ? villages : own}
      whole={seesAll(person, commune)}
      mayReview={mayReviewCommune(person, commune)}
    />,
  );
}

function seesAll(person: Person, commune: CommunePlace): boolean {
  return mayReviewCommune(person, commune) || mayRecogniseReview(person, commune);
}

function sees(person: Person, commune: ReviewableCommune, villageId: DeskVillage['id']): boolean {
  return mayReviewHousehold(person, { ...commune, villageId });
}
