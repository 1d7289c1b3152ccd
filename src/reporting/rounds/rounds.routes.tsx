import { type Person, unitsWithDuty } from '../../people/person.ts';
import { addDays, day, showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import { fold } from '../../shared/vietnamese.ts';
import {
  formFields,
  found,
  idOf,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayRunRound, sightOf } from '../reporting.policy.ts';
import { STATUS_NAMES, type Status } from '../reports/report.ts';
import type { ListedReport } from '../reports/report-view.ts';
import { listReports, loadReportOf } from '../reports/reports.sql.ts';
import { mayReadRoundTotals } from '../totals/totals.policy.ts';
import type { Round } from './round.ts';
import { RoundDeskPage } from './round-desk.pages.tsx';
import { listForms, loadDesk, loadMovementFor } from './round-desk.sql.ts';
import { readRoundDraft } from './round-draft.ts';
import { RoundFormPage } from './round-form.pages.tsx';
import { MissingRolesPage } from './round-missing.pages.tsx';
import { closeRound, openRound } from './rounds.actions.ts';
import { RoundsPage } from './rounds.pages.tsx';
import { loadHolder, loadRound, loadRounds } from './rounds.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const PAGE = 50;
const THIS = 'kỳ báo cáo này';

/** Rounds: their list, opening and closing one, the desk of one. */
export function roundsRoutes(site: Site, house: House): void {
  site.get('/rounds', POLICY, (request, reply) => showRounds(request, reply, house));
  site.get('/rounds/new', POLICY, (request, reply) => showNew(request, reply, house));
  site.post('/rounds', POLICY, (request, reply) => open(request, reply, house));
  site.get('/rounds/:id', POLICY, (request, reply) => showDesk(request, reply, house));
  site.post('/rounds/:id/close', POLICY, async (request, reply) => {
    const { id } = await askedRound(request, house);
    await closeRound(house, personOf(request), id);
    return reply.done(
      `/rounds/${id}`,
      'Đã đóng kỳ báo cáo. Số liệu và báo cáo của kỳ giữ nguyên để xem.',
    );
  });
}

/** The round asked for by the address. */
export async function askedRound(request: Request, house: House): Promise<Round> {
  return found(await loadRound(house.db, idOf(request, 'id', THIS)), THIS);
}

async function showRounds(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  must(
    REPORTING.some((duty) => unitsWithDuty(person, duty).length > 0),
    'các kỳ báo cáo',
  );
  const rounds = await loadRounds(house.db);
  const listed = await Promise.all(
    rounds.map(async (round) => ({
      round,
      own: await loadReportOf(house.db, round.id, person.unitId),
    })),
  );
  const { mayKnow: mayOpen } = await openingOn(person, house);
  return reply.page(
    <RoundsPage frame={request.frame()} today={house.today()} rounds={listed} mayOpen={mayOpen} />,
  );
}

const REPORTING = [
  'prepareReports',
  'approveReports',
  'receiveReports',
  'runMovement',
  'issueDocuments',
  'oversee',
] as const;

/** Whether a round can be opened today, by whom, and else which roles nobody holds. */
async function openingOn(person: Person, house: House) {
  const today = house.today();
  const movement = await loadMovementFor(house.db, today);
  if (!movement) return { movement, missing: [], may: false, mayKnow: leads(person) };
  const receiverId = await loadHolder(house.db, movement.id, 'standing', today);
  const topId = await loadHolder(house.db, movement.id, 'issuer', today);
  const whole = receiverId && topId ? { receiverId, topId } : undefined;
  const missing = [
    receiverId ? [] : 'Cơ quan thường trực',
    topId ? [] : 'Cơ quan ban hành kế hoạch',
  ];
  const may = whole !== undefined && mayRunRound(person, whole);
  return { movement, missing: missing.flat(), may, mayKnow: may || (!whole && leads(person)) };
}

/** Whoever would open rounds, or give the roles that are missing, is told what is missing. */
function leads(person: Person): boolean {
  return (['receiveReports', 'runMovement'] as const).some(
    (duty) => unitsWithDuty(person, duty).length > 0,
  );
}

async function showNew(request: Request, reply: Reply, house: House): Promise<Reply> {
  const opening = await openingOn(personOf(request), house);
  must(opening.mayKnow, 'việc mở kỳ báo cáo');
  const today = house.today();
  if (!opening.may)
    return reply.page(<MissingRolesPage frame={request.frame()} today={today} {...opening} />);
  const year = Number(today.slice(0, 4));
  const typed = {
    kind: 'yearly',
    year: String(year),
    periodFrom: showDay(day(`${year}-01-01`)),
    periodTo: showDay(day(`${year}-11-15`)),
    expectedOn: showDay(today),
    legalDue: showDay(day(`${year}-11-20`)),
    legalSource: 'Kế hoạch, mục V.3 (tổ chức thực hiện)',
    locksOn: showDay(addDays(day(`${year}-11-30`), -2)),
  };
  return newPage(request, reply, house, typed, []);
}

async function newPage(
  request: Request,
  reply: Reply,
  house: House,
  typed: Record<string, string | undefined>,
  faults: readonly FieldProblem[],
): Promise<Reply> {
  const forms = await listForms(house.db);
  const page = <RoundFormPage frame={request.frame()} {...{ typed, faults, forms }} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

async function open(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  must((await openingOn(person, house)).may, 'việc mở kỳ báo cáo');
  const typed = formFields(request);
  const draft = readRoundDraft(typed);
  if ('faults' in draft) return newPage(request, reply, house, typed, draft.faults);
  const movement = found(await loadMovementFor(house.db, house.today()), 'phong trào');
  const previous = (await loadRounds(house.db)).find((round) => round.year < draft.year);
  const wish = { ...draft, movementId: movement.id, previousId: previous?.id ?? null };
  try {
    const { roundId, expected } = await openRound(house, person, wish);
    return reply.done(`/rounds/${roundId}`, `Đã mở kỳ báo cáo cho ${expected} đơn vị.`);
  } catch (problem) {
    if (!(problem instanceof Problem) || !ABOUT_THE_DAY.has(problem.key)) throw problem;
    const fault = { field: 'expectedOn', message: problem.message };
    return newPage(request, reply, house, typed, [fault]);
  }
}

/** Refusals that another day, or a role given for it, would mend. */
const ABOUT_THE_DAY: ReadonlySet<string> = new Set(['roundWithoutAgency', 'roundWithoutUnits']);

async function showDesk(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const sight = sightOf(person);
  const wish = query(request);
  must(sight.own.length + sight.above.length > 0, THIS);
  const roundId = idOf(request, 'id', THIS);
  const [desk, rows] = await Promise.all([
    loadDesk(house.db, roundId, house.today()),
    listReports(house.db, { roundId, sight, ...listWish(wish) }),
  ]);
  const { round, counts, standingId } = found(desk, THIS);
  const all = mayReadRoundTotals(person, { ...round, standingId });
  const reports = rows.slice(0, PAGE);
  return reply.page(
    <RoundDeskPage
      frame={request.frame()}
      today={house.today()}
      wish={{ status: wish.status, q: wish.q }}
      next={rows.length > PAGE ? nextPage(round, wish, reports.at(-1)) : undefined}
      mayRun={mayRunRound(person, round)}
      mayReadTotals={all}
      counts={all ? counts : undefined}
      {...{ round, reports }}
    />,
  );
}

function listWish(wish: Record<string, string | undefined>) {
  return {
    limit: PAGE + 1,
    ...(wish.status && wish.status in STATUS_NAMES && { status: wish.status as Status }),
    ...(wish.q && { words: fold(wish.q) }),
    ...after(wish.after),
  };
}

/** The keyset of the address: `name~id` of the last row seen. */
function after(text: string | undefined) {
  const cut = text?.lastIndexOf('~') ?? -1;
  if (!text || cut < 0 || !isId(text.slice(cut + 1))) return {};
  return { after: { name: text.slice(0, cut), id: text.slice(cut + 1) } };
}

function nextPage(
  round: Round,
  wish: Record<string, string | undefined>,
  last: ListedReport | undefined,
): string | undefined {
  if (!last) return undefined;
  const words = new URLSearchParams({ after: `${last.unitName}~${last.id}` });
  for (const key of ['status', 'q']) if (wish[key]) words.set(key, wish[key]);
  return `/rounds/${round.id}?${words}`;
}
