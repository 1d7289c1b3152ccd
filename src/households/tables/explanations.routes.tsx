import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayReadExplanations, mayReviewCommune } from '../households.policy.ts';
import type { CommuneReview } from '../rounds/review-round.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { findCommuneReview, listStandingAgencies } from '../rounds/rounds.sql.ts';
import { explainResidual } from './explanations.actions.ts';
import { ExplanationsPage, type ExplanationsPageProps } from './explanations.pages.tsx';
import { loadAccounting } from './residuals.sql.ts';
import { reasonField, TABLE_KEYS } from './residuals.ts';

const POLICY = { config: { door: 'policy' } } as const;
const EXPLANATIONS = '/review-rounds/:round/communes/:commune/explanations';
const THIS = 'xã này trong kỳ rà soát';

/** What a commune's tables leave over, and its reasons. */
export function explanationRoutes(site: Site, house: House): void {
  site.get(EXPLANATIONS, POLICY, (request, reply) => show(request, reply, house));
  site.post(EXPLANATIONS, POLICY, (request, reply) => explain(request, reply, house));
}

type Again = Pick<ExplanationsPageProps, 'typed' | 'faults' | 'message'>;

async function show(
  request: Request,
  reply: Reply,
  house: House,
  again: Again = {},
  status = 200,
): Promise<Reply> {
  const person = personOf(request);
  const round = await askedRound(request, house);
  const review = await askedReview(request, house, round.id);
  const standingIds = await listStandingAgencies(house.db, house.today());
  must(mayReadExplanations(person, review, standingIds), 'giải trình của xã này');
  const accounting = (await loadAccounting(house.db, round, [review.communeId])).get(
    review.communeId,
  );
  const page = (
    <ExplanationsPage
      frame={request.frame()}
      {...{ round, review, ...again }}
      accounting={found(accounting, THIS)}
      mayExplain={mayReviewCommune(person, review) && review.status !== 'recognised'}
    />
  );
  return reply.page(page, status);
}

async function askedReview(
  request: Request,
  house: House,
  roundId: string,
): Promise<CommuneReview> {
  const communeId = idOf(request, 'commune', THIS);
  return found(await findCommuneReview(house.db, roundId, communeId), THIS);
}

async function explain(request: Request, reply: Reply, house: House): Promise<Reply> {
  const fields = formFields(request);
  const table = found(
    TABLE_KEYS.find((key) => key === fields.table),
    'biểu này',
  );
  const wish = {
    ...{ roundId: idOf(request, 'round', THIS), communeId: idOf(request, 'commune', THIS), table },
    seen: { households: Number(fields.households), members: Number(fields.members) },
    reason: fields[reasonField(table)] ?? '',
  };
  try {
    await explainResidual(house, personOf(request), wish);
  } catch (error) {
    if (!(error instanceof Problem) || !MENDABLE.has(error.key)) throw error;
    const typed = { table, reason: wish.reason };
    const message = error.fields.length > 0 ? undefined : error.message;
    return show(request, reply, house, { typed, faults: error.fields, message }, error.status);
  }
  return reply.done(request.url, 'Đã ghi giải trình cho đúng chênh lệch này.');
}

const MENDABLE: ReadonlySet<string> = new Set(['invalidForm', 'changedMeanwhile']);
