import type { House } from '../../shared/house.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import {
  formFields,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayRunRound } from '../reporting.policy.ts';
import { officialFields, recordOfficial } from './official-figures.actions.ts';
import { OfficialPage } from './official-figures.pages.tsx';
import { loadOfficial } from './official-figures.sql.ts';
import type { OfficialDraft } from './official-figures.ts';
import { mayReadRoundTotals } from './totals.policy.ts';
import { loadTotals } from './totals.sql.ts';
import { askedTotals } from './totals-asked.routes.ts';
import { loadCountedReports, loadNameOn } from './totals-reports.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** Official figures of a round's year: their page, and recording one. */
export function officialRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/official', POLICY, (request, reply) => showOfficial(request, reply, house));
  site.post('/rounds/:id/official', POLICY, (request, reply) => record(request, reply, house));
}

async function showOfficial(
  request: Request,
  reply: Reply,
  house: House,
  again: { draft?: OfficialDraft; faults?: readonly FieldProblem[] } = {},
): Promise<Reply> {
  const person = personOf(request);
  const round = await askedTotals(request, house);
  must(mayReadRoundTotals(person, round), 'số chính thức của kỳ này');
  const fields = await officialFields(house.db, round);
  const figureIds = fields.map(({ id }) => id);
  const top = {
    unitId: round.topId,
    unitName: await loadNameOn(house.db, round.topId, round.expectedOn),
  };
  const page = (
    <OfficialPage
      frame={request.frame()}
      {...{ round, fields, ...again }}
      units={[top, ...(await loadCountedReports(house.db, round.id))]}
      recorded={await loadOfficial(house.db, round)}
      totals={await loadTotals(house.db, round.id, { on: null, figureIds })}
      mayRecord={mayRunRound(person, round)}
    />
  );
  return reply.page(page, again.faults ? 422 : 200);
}

async function record(request: Request, reply: Reply, house: House): Promise<Reply> {
  const round = await askedTotals(request, house);
  const { slug = '', unitId = '', amount = '', source = '' } = formFields(request);
  const draft = { slug, unitId, amount, source };
  try {
    await recordOfficial(house, personOf(request), { ...draft, roundId: round.id });
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'invalidForm') throw error;
    return showOfficial(request, reply, house, { draft, faults: error.fields });
  }
  return reply.done(`/rounds/${round.id}/official`, 'Đã ghi số chính thức, để riêng với số sơ bộ.');
}
