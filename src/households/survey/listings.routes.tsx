import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import { clean, lowerFirst } from '../../shared/vietnamese.ts';
import {
  formFields,
  found,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { POLICY, REVIEW } from '../procedure/asked-review.routes.ts';
import { type AskedReview, askedReview } from './asked.routes.ts';
import { showList } from './household-list.routes.tsx';
import { listHousehold, unlistHousehold } from './listings.actions.ts';
import { findByCode, findReviewed } from './survey.sql.ts';
import { isWhy, type ReviewedHousehold } from './survey.ts';

/** The list to review: one household more, or one that need not be surveyed after all. */
export function listingRoutes(site: Site, house: House): void {
  site.post(`${REVIEW}/listings`, POLICY, (request, reply) => putOn(request, reply, house));
  site.post(`${REVIEW}/listings/take-off`, POLICY, async (request, reply) => {
    const { commune } = await askedReview(request, house);
    const asked = { roundId: commune.roundId, householdId: householdOf(formFields(request)) };
    const code = await unlistHousehold(house, personOf(request), asked);
    const list = `/review-rounds/${commune.roundId}/communes/${commune.communeId}/households`;
    return reply.done(list, `Đã đưa hộ ${code} ra khỏi danh sách rà soát.`);
  });
}

type Typed = Readonly<Record<string, string | undefined>>;

function householdOf({ household = '' }: Typed): string {
  return found(isId(household) ? household : undefined, 'hộ này trong kỳ rà soát');
}

async function putOn(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  if (!asked.sight.reviews)
    throw new Problem('notAllowed', {
      what: `danh sách rà soát của ${lowerFirst(asked.commune.communeName)}`,
    });
  const typed = formFields(request);
  const household = await wantedHousehold(house, asked, typed);
  const faults = faultsOf(household, typed);
  if (faults.length > 0 || !household || !isWhy(typed.why)) {
    const shown = { ...typed, code: household?.code ?? typed.code };
    return showList(request, reply, house, asked, { typed: shown, faults });
  }
  const { roundId, householdId } = household;
  const code = await listHousehold(house, personOf(request), { roundId, householdId }, typed.why);
  return reply.done(
    `/review-rounds/${roundId}/households/${householdId}`,
    `Đã đưa hộ ${code} vào danh sách. Hãy ghi phiếu khi rà soát.`,
  );
}

/** By its id from a page of its own, or by the code that a person typed. */
async function wantedHousehold(house: House, { commune }: AskedReview, typed: Typed) {
  if (typed.household === undefined) return findByCode(house.db, commune, clean(typed.code ?? ''));
  const one = await findReviewed(house.db, commune.roundId, householdOf(typed));
  return one?.communeId === commune.communeId ? one : undefined;
}

function faultsOf(household: ReviewedHousehold | undefined, { code, why }: Typed): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (!household) faults.push({ field: 'code', message: noSuch(code) });
  if (!isWhy(why))
    faults.push({ field: 'why', message: 'Hãy chọn vì sao hộ được đưa vào danh sách rà soát.' });
  return faults;
}

function noSuch(code: string | undefined): string {
  if (!clean(code ?? '')) return 'Hãy nhập mã hộ như in ở sổ hộ.';
  return `Xã không có hộ mã ${clean(code ?? '')} trong đợt này. Hãy xem lại mã; nếu là hộ mới, hãy thêm vào sổ hộ trước.`;
}
