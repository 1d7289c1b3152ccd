import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { formFields, query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { POLICY, REVIEW } from '../procedure/asked-review.routes.ts';
import { PURPOSES } from '../registry/purpose.ts';
import type { Village } from '../rounds/review-round.ts';
import { type AskedReview, askedReview } from './asked.routes.ts';
import { namedHeads } from './heads.actions.ts';
import { listHouseholds } from './household-list.sql.ts';
import { AskSheetsPage, SheetsPage } from './survey-sheets.pages.tsx';

const SHEETS = `${REVIEW}/survey-sheets`;
/** More than any village has. */
const ALL = 5_000;

/** Survey forms on paper: first asked for, since they carry names, then ready to print. */
export function surveySheetRoutes(site: Site, house: House): void {
  site.get(SHEETS, POLICY, async (request, reply) => {
    const asked = await askedForPaper(request, house);
    const { village } = query(request);
    return reply.page(
      <AskSheetsPage frame={request.frame()} {...asked} {...{ village }} faults={[]} />,
    );
  });
  site.post(SHEETS, POLICY, (request, reply) => showSheets(request, reply, house));
}

/** Whoever carries the paper from house to house: the reviewers. */
async function askedForPaper(request: Request, house: House): Promise<AskedReview> {
  const asked = await askedReview(request, house);
  if (!asked.sight.reviews) throw new Problem('notAllowed', { what: 'phiếu rà soát của xã này' });
  return asked;
}

async function showSheets(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedForPaper(request, house);
  const typed = formFields(request);
  const village = asked.villages.find(({ id }) => id === typed.village);
  if (!village) {
    const faults = [{ field: 'village', message: 'Chưa chọn thôn, bản. Hãy chọn một.' }];
    const props = { frame: request.frame(), ...asked, village: undefined, faults };
    return reply.page(<AskSheetsPage {...props} />, 422);
  }
  const households = await listedIn(house, asked, village);
  const { person, commune } = asked;
  const wish = { communeId: commune.communeId, households, purpose: PURPOSES.survey };
  const heads = await namedHeads(house, person, wish);
  return reply.page(
    <SheetsPage frame={request.frame()} {...asked} {...{ village, households, heads }} />,
  );
}

function listedIn(house: House, { round, commune }: AskedReview, village: Village) {
  return listHouseholds(house.db, {
    ...{ roundId: round.id, communeId: commune.communeId, villageId: village.id },
    ...{ listed: 'listed', limit: ALL },
  });
}
