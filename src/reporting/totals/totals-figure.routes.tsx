import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import {
  found,
  must,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayAdjustTotal, mayRunRound } from '../reporting.policy.ts';
import type { Round } from '../rounds/round.ts';
import type { AdjustmentDraft } from './adjustments.ts';
import { figureAddress } from './matrix-address.ts';
import { mayReadLevel, mayReadRoundTotals } from './totals.policy.ts';
import { levelPath } from './totals.ts';
import { askedTotals } from './totals-asked.routes.ts';
import { FigurePage } from './totals-figure.pages.tsx';
import { loadFigureView } from './totals-figure-view.sql.ts';
import { loadCountedReports } from './totals-reports.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'số liệu này';

/** One figure of one level, with everything that it came from. */
export function figureRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/figures/:slug', POLICY, async (request, reply) => {
    const { unit, on } = query(request);
    return showFigure(request, reply, house, { unit, on });
  });
}

/** What a figure's page shows beside the stored: where, and a form that was not taken. */
export interface FigureWish {
  readonly unit: string | undefined;
  readonly on?: string | undefined;
  readonly draft?: AdjustmentDraft;
  readonly faults?: readonly FieldProblem[];
}

export async function showFigure(
  request: Request,
  reply: Reply,
  house: House,
  { unit, on, draft, faults }: FigureWish,
): Promise<Reply> {
  const person = personOf(request);
  const round = await askedTotals(request, house);
  const levelId = unit || round.topId;
  const told = on === 'today' ? 'today' : 'then';
  const path = await askedPath(house, round, levelId, told);
  must(path ? mayReadLevel(person, path, round) : mayReadRoundTotals(person, round), THIS);
  const ask = {
    slug: param(request, 'slug'),
    levelId,
    on: told === 'today' ? house.today() : null,
  };
  const view = found(await loadFigureView(house.db, round, ask), THIS);
  return reply.page(
    <FigurePage
      frame={request.frame()}
      {...{ round, view, draft, faults, on: told }}
      back={wayBack(round, ask.slug, path)}
      mayAdjust={path !== undefined && mayAdjustTotal(person, levelId, round)}
      mayRecordOfficial={mayRunRound(person, round)}
    />,
    faults ? 422 : 200,
  );
}

/** The way down to a level of the round; `undefined` for an area of today, which is no level. */
async function askedPath(house: House, round: Round, levelId: string, told: 'then' | 'today') {
  if (told === 'today') return undefined;
  const reports = await loadCountedReports(house.db, round.id);
  const path =
    levelPath(reports, round.topId, levelId) ??
    reports.find(({ unitId }) => unitId === levelId)?.path;
  return found(isId(levelId) ? path : undefined, THIS);
}

function wayBack(round: Round, slug: string, path: readonly string[] | undefined) {
  const above = path?.at(-2);
  if (above)
    return { href: figureAddress(round.id, slug, { unit: above, on: 'then' }), label: 'Cấp trên' };
  const href = `/rounds/${round.id}/matrix${path ? '' : '?on=today'}`;
  return { href, label: 'Bảng tổng hợp' };
}
