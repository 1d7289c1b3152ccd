import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayAdjustTotal } from '../reporting.policy.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { adjustTotal, takeBackAdjustment } from './adjustments.actions.ts';
import { loadAdjustment } from './adjustments.sql.ts';
import { figureAddress } from './matrix-address.ts';
import { showFigure } from './totals-figure.routes.tsx';

const POLICY = { config: { door: 'policy' } } as const;

/** A level signs a change of its sum, or takes one back. */
export function adjustmentRoutes(site: Site, house: House): void {
  site.post('/rounds/:id/figures/:slug/adjustments', POLICY, (request, reply) =>
    adjust(request, reply, house),
  );
  site.post('/rounds/:id/adjustments/:adjustment/take-back', POLICY, (request, reply) =>
    takeBack(request, reply, house),
  );
}

async function adjust(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const round = await askedRound(request, house);
  const { unit, total = '', delta = '', reason = '' } = formFields(request);
  const levelId = found(unit && isId(unit) ? unit : undefined, 'cấp tổng hợp này');
  must(mayAdjustTotal(person, levelId, round), 'việc điều chỉnh số tổng hợp');
  const slug = param(request, 'slug');
  const draft = { total, delta, reason };
  try {
    await adjustTotal(house, person, { ...draft, roundId: round.id, slug, levelId });
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'invalidForm') throw error;
    return showFigure(request, reply, house, { unit: levelId, draft, faults: error.fields });
  }
  const notice = 'Đã ký điều chỉnh. Lý do hiện bên dưới và ở bảng tổng hợp.';
  return reply.done(figureAddress(round.id, slug, { unit: levelId, on: 'then' }), notice);
}

async function takeBack(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const round = await askedRound(request, house);
  const id = param(request, 'adjustment');
  const place = found(isId(id) ? await loadAdjustment(house.db, id) : undefined, 'điều chỉnh này');
  const levelId = place.path.at(-1) ?? '';
  must(mayAdjustTotal(person, levelId, round), 'việc điều chỉnh số tổng hợp');
  const { reason = '' } = formFields(request);
  await takeBackAdjustment(house, person, { adjustmentId: id, reason });
  const notice = 'Đã thu hồi điều chỉnh. Cả điều chỉnh và việc thu hồi đều được giữ lại.';
  return reply.done(figureAddress(round.id, place.slug, { unit: levelId, on: 'then' }), notice);
}
