import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { formFields, found, param, type Reply, type Request, type Site } from '../shared/web.ts';
import { clauseOf } from './clauses.routes.tsx';
import { readTarget, readTargetValue } from './target-draft.ts';
import { addTarget, writeTargetValue } from './targets.actions.ts';
import { TargetFormPage, TargetValuePage } from './task-form.pages.tsx';
import { addressOf, namedClause } from './tasks.routes.tsx';
import { loadClauseIdOfTarget } from './tasks.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

type At = Awaited<ReturnType<typeof clauseOf>>;
type Typed = Record<string, string | undefined>;

/** Targets and their years. All by those who run the movement. */
export function targetsRoutes(site: Site, house: House): void {
  site.get('/clauses/:id/targets/new', POLICY, async (request, reply) => {
    const at = await clauseOf(request, house, param(request, 'id'), 'run');
    return targetPage(request, reply, at, {}, []);
  });
  site.post('/clauses/:id/targets', POLICY, (request, reply) => add(request, reply, house));
  site.get('/targets/:id/values/new', POLICY, async (request, reply) => {
    const typed = { year: house.today().slice(0, 4) };
    return valuePage(request, reply, await askedTarget(request, house), typed, []);
  });
  site.post('/targets/:id/values', POLICY, (request, reply) => write(request, reply, house));
}

async function askedTarget(request: Request, house: House) {
  const id = param(request, 'id');
  const clauseId = isId(id) ? await loadClauseIdOfTarget(house.db, id) : undefined;
  const at = await clauseOf(request, house, found(clauseId, 'chỉ tiêu này'), 'run');
  const target = at.clause.targets.find((one) => one.id === id);
  return { ...at, target: found(target, 'chỉ tiêu này') };
}

function targetPage(
  request: Request,
  reply: Reply,
  { clause }: At,
  typed: Typed,
  faults: readonly FieldProblem[],
): Reply {
  const props = {
    ...{ title: 'Thêm chỉ tiêu', action: `${addressOf(clause)}/targets` },
    ...{ clause: namedClause(clause), typed, faults },
  };
  const page = <TargetFormPage frame={request.frame()} {...props} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

function valuePage(
  request: Request,
  reply: Reply,
  { clause, target }: Awaited<ReturnType<typeof askedTarget>>,
  typed: Typed,
  faults: readonly FieldProblem[],
): Reply {
  const props = {
    ...{ title: 'Ghi số theo năm', action: `/targets/${target.id}/values` },
    ...{ clause: { ...namedClause(clause), words: target.name }, typed, faults },
  };
  const page = <TargetValuePage frame={request.frame()} measure={target.measure} {...props} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

async function add(request: Request, reply: Reply, house: House): Promise<Reply> {
  const at = await clauseOf(request, house, param(request, 'id'), 'run');
  const typed = formFields(request);
  const wish = readTarget(typed);
  if ('faults' in wish) return targetPage(request, reply, at, typed, wish.faults);
  await addTarget(house, at.person, at.clause.row.id, wish);
  return reply.done(addressOf(at.clause), `Đã thêm chỉ tiêu “${wish.name}”.`);
}

async function write(request: Request, reply: Reply, house: House): Promise<Reply> {
  const at = await askedTarget(request, house);
  const typed = formFields(request);
  const wish = readTargetValue(typed);
  if ('faults' in wish) return valuePage(request, reply, at, typed, wish.faults);
  await writeTargetValue(house, at.person, at.target.id, wish);
  return reply.done(addressOf(at.clause), `Đã ghi số năm ${wish.year}.`);
}
