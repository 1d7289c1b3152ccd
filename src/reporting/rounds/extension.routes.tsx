import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
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
import { mayRunRound } from '../reporting.policy.ts';
import { loadReportOf } from '../reports/reports.sql.ts';
import { ExtensionPage } from './extension.pages.tsx';
import { readDay } from './round-draft.ts';
import { grantExtension } from './rounds.actions.ts';
import { askedRound } from './rounds.routes.tsx';

const POLICY = { config: { door: 'policy' } } as const;

/** More time for a unit, with the reason that stays beside its name. */
export function extensionRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/extensions/new', POLICY, async (request, reply) =>
    extensionPage(request, reply, house, query(request), []),
  );
  site.post('/rounds/:id/extensions', POLICY, (request, reply) => extend(request, reply, house));
}

async function extensionPage(
  request: Request,
  reply: Reply,
  house: House,
  typed: Record<string, string | undefined>,
  faults: readonly FieldProblem[],
): Promise<Reply> {
  const round = await askedRound(request, house);
  must(mayRunRound(personOf(request), round), 'việc gia hạn');
  const report = found(
    isId(typed.unit ?? '') ? await loadReportOf(house.db, round.id, typed.unit ?? '') : undefined,
    'đơn vị này trong kỳ',
  );
  const unit = { id: report.unitId, name: report.unitName };
  const page = <ExtensionPage frame={request.frame()} {...{ round, unit, typed, faults }} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

async function extend(request: Request, reply: Reply, house: House): Promise<Reply> {
  const typed = formFields(request);
  const faults: FieldProblem[] = [];
  const until = readDay(typed, 'until', (field, message) => faults.push({ field, message }));
  const reason = clean(typed.reason ?? '');
  if (!reason)
    faults.push({ field: 'reason', message: 'Hãy ghi lý do; lý do hiện cạnh tên đơn vị.' });
  if (faults.length > 0 || !until) return extensionPage(request, reply, house, typed, faults);
  const roundId = param(request, 'id');
  try {
    const wish = { roundId, unitId: typed.unit ?? '', until, reason };
    await grantExtension(house, personOf(request), wish);
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'extensionTooEarly') throw error;
    const fault = { field: 'until', message: error.message };
    return extensionPage(request, reply, house, typed, [fault]);
  }
  return reply.done(`/rounds/${roundId}`, `Đã gia hạn đến hết ngày ${showDay(until)}.`);
}
