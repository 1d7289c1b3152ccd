import { type Day, parseDay, showDay } from '../shared/day.ts';
import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import {
  formFields,
  found,
  idOf,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import {
  type AssignmentProps,
  DutyFormPage,
  EndDutyPage,
  HandOverPage,
  PositionFormPage,
} from './assignment.pages.tsx';
import { endDuty, grantDuty, startPosition } from './assignments.actions.ts';
import { dutySentence } from './duty-sentence.ts';
import { handOver } from './hand-over.actions.ts';
import { DUTY_NAMES } from './person.ts';
import { titleFault } from './person-draft.ts';
import { type PersonSheet, personSheet, reachOf, successorsAt } from './person-sheet.actions.ts';

const POLICY = { config: { door: 'policy' } } as const;

type Typed = Readonly<Record<string, string | undefined>>;

/** Draws the form again or for the first time, with what was typed and what is wrong. */
type Draw = (request: Request, reply: Reply, typed: Typed, problem?: Problem) => Promise<Reply>;

/** Positions and duties of a person: each begins with a form of its own and ends with one. */
export function assignmentRoutes(site: Site, house: House): void {
  site.get('/people/:id/duties/new', POLICY, (request, reply) =>
    drawDuty(house)(request, reply, { from: showDay(house.today()) }),
  );
  site.post('/people/:id/duties', POLICY, (request, reply) =>
    orAgain(request, reply, drawDuty(house), () => addDuty(request, house)),
  );
  site.get('/people/:id/duties/:held/end', POLICY, (request, reply) =>
    drawEndDuty(house)(request, reply, { lastDay: showDay(house.today()) }),
  );
  site.post('/people/:id/duties/:held/end', POLICY, (request, reply) =>
    orAgain(request, reply, drawEndDuty(house), () => stopDuty(request, house)),
  );
  site.get('/people/:id/positions/new', POLICY, (request, reply) =>
    drawPosition(house)(request, reply, { from: showDay(house.today()) }),
  );
  site.post('/people/:id/positions', POLICY, (request, reply) =>
    orAgain(request, reply, drawPosition(house), () => addPosition(request, house)),
  );
  site.get('/people/:id/positions/:held/end', POLICY, (request, reply) =>
    drawHandOver(house)(request, reply, { lastDay: showDay(house.today()) }),
  );
  site.post('/people/:id/positions/:held/end', POLICY, (request, reply) =>
    orAgain(request, reply, drawHandOver(house), () => passPosition(request, house)),
  );
}

/** Does the change and goes back to the person; a fault at a field shows the form again. */
async function orAgain(
  request: Request,
  reply: Reply,
  draw: Draw,
  change: () => Promise<string>,
): Promise<Reply> {
  try {
    return reply.done(`/people/${param(request, 'id')}`, await change());
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.fields.length === 0) throw problem;
    return draw(request, reply, formFields(request), problem);
  }
}

async function addDuty(request: Request, house: House): Promise<string> {
  const typed = formFields(request);
  const duty = DUTY_NAMES.find((name) => name === typed.duty);
  if (!duty) throw fault('duty', 'Chưa chọn nhiệm vụ. Hãy chọn một.');
  const to = typed.to ? readDay('to', typed.to) : undefined;
  const grant = { duty, unitId: readUnit(typed), from: readDay('from', typed.from), to };
  await grantDuty(house, personOf(request), personId(request), grant);
  return 'Đã giao nhiệm vụ.';
}

async function stopDuty(request: Request, house: House): Promise<string> {
  const lastDay = readDay('lastDay', formFields(request).lastDay);
  await endDuty(house, personOf(request), personId(request), param(request, 'held'), lastDay);
  return `Nhiệm vụ kết thúc hết ngày ${showDay(lastDay)}.`;
}

async function addPosition(request: Request, house: House): Promise<string> {
  const typed = formFields(request);
  const title = (typed.title ?? '').normalize('NFC').trim();
  const message = titleFault(title);
  if (message) throw fault('title', message);
  const held = { title, unitId: readUnit(typed), from: readDay('from', typed.from) };
  await startPosition(house, personOf(request), personId(request), held);
  return 'Đã thêm chức vụ.';
}

async function passPosition(request: Request, house: House): Promise<string> {
  const typed = formFields(request);
  const lastDay = readDay('lastDay', typed.lastDay);
  const successorId = isId(typed.successorId ?? '') ? typed.successorId : undefined;
  const change = { lastDay, successorId };
  await handOver(house, personOf(request), personId(request), param(request, 'held'), change);
  return successorId ? 'Đã bàn giao cho người kế nhiệm.' : 'Đã kết thúc chức vụ.';
}

function drawDuty(house: House): Draw {
  return async (request, reply, typed, problem) => {
    const { props, sheet } = await open(request, house, typed, problem);
    const units = await reachOf(house, personOf(request));
    const likely = { unitId: sheet.positions[0]?.unit_id, ...typed };
    return reply.page(<DutyFormPage {...props} typed={likely} units={units} />, problem?.status);
  };
}

function drawPosition(house: House): Draw {
  return async (request, reply, typed, problem) => {
    const { props } = await open(request, house, typed, problem);
    const units = await reachOf(house, personOf(request));
    return reply.page(<PositionFormPage {...props} units={units} />, problem?.status);
  };
}

function drawEndDuty(house: House): Draw {
  return async (request, reply, typed, problem) => {
    const { props, sheet } = await open(request, house, typed, problem);
    const held = heldOf(sheet.duties, request, 'nhiệm vụ này');
    const what = dutySentence(held.duty, held.unit_name);
    return reply.page(<EndDutyPage {...props} what={what} action={request.url} />, problem?.status);
  };
}

function drawHandOver(house: House): Draw {
  return async (request, reply, typed, problem) => {
    const { props, sheet } = await open(request, house, typed, problem);
    const held = heldOf(sheet.positions, request, 'chức vụ này');
    const colleagues = await successorsAt(house, held.unit_id, sheet.person.id);
    const what = `${held.title}, ${held.unit_name}`;
    return reply.page(
      <HandOverPage {...props} {...{ what, colleagues }} action={request.url} />,
      problem?.status,
    );
  };
}

/** The person whose assignments are to change; refuses whoever may not. */
async function open(request: Request, house: House, typed: Typed, problem: Problem | undefined) {
  const sheet = await personSheet(house, personOf(request), param(request, 'id'));
  must(sheet.abilities.assign, 'phân công của người này');
  const props: AssignmentProps = {
    frame: request.frame(),
    person: sheet.person,
    typed,
    problems: problem?.fields ?? [],
    message: undefined,
  };
  return { sheet, props };
}

function heldOf<T extends PersonSheet['duties'][number] | PersonSheet['positions'][number]>(
  list: readonly T[],
  request: Request,
  what: string,
): T {
  return found(
    list.find((one) => one.id === param(request, 'held')),
    what,
  );
}

function personId(request: Request): string {
  return idOf(request, 'id', 'người này');
}

function readUnit({ unitId = '' }: Typed): string {
  if (!isId(unitId)) throw fault('unitId', 'Chưa chọn đơn vị. Hãy chọn một.');
  return unitId;
}

function readDay(field: string, typed: string | undefined): Day {
  const on = parseDay(typed ?? '');
  if (!on) throw fault(field, 'Chưa hiểu ngày này. Hãy nhập như 01/07/2025.');
  return on;
}

function fault(field: string, message: string): Problem {
  return new Problem('invalidForm', {}, [{ field, message }]);
}
