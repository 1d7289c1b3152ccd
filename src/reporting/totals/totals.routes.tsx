import type { Person } from '../../people/person.ts';
import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import {
  found,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { loadRound } from '../rounds/rounds.sql.ts';
import { adjustmentRoutes } from './adjustments.routes.tsx';
import { MatrixPage } from './matrix.pages.tsx';
import { loadMatrix, loadNumberSections } from './matrix.sql.ts';
import type { MatrixAsk } from './matrix-address.ts';
import { matrixSheet } from './matrix-sheet.ts';
import { officialRoutes } from './official-figures.routes.tsx';
import { mayReadLevel, mayReadRoundTotals, type WatchedRound } from './totals.policy.ts';
import { type CountedReport, levelPath } from './totals.ts';
import { askedTotals } from './totals-asked.routes.ts';
import { figureRoutes } from './totals-figure.routes.tsx';
import { loadCountedReports } from './totals-reports.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'bảng tổng hợp này';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Totals: the matrix and its file, a figure taken apart, adjustments, official figures. */
export function totalsRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/matrix', POLICY, (request, reply) => showMatrix(request, reply, house));
  site.get('/rounds/:id/matrix.xlsx', POLICY, (request, reply) => sendSheet(request, reply, house));
  figureRoutes(site, house);
  adjustmentRoutes(site, house);
  officialRoutes(site, house);
}

async function showMatrix(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { round, sections, ask, whole, last } = await askedMatrix(request, house);
  const { matrix, levelName } = await loadMatrix(house.db, round, sections, ask, house.today());
  const frame = request.frame();
  const lastName = last?.name ?? null;
  return reply.page(
    <MatrixPage {...{ frame, round, ask, sections, matrix, levelName, whole, lastName }} />,
  );
}

async function sendSheet(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { round, sections, ask } = await askedMatrix(request, house);
  const { matrix, levelName } = await loadMatrix(house.db, round, sections, ask, house.today());
  const section = sections.find(({ id }) => id === ask.sectionId);
  const title = [
    `Bảng tổng hợp ${round.name}: ${levelName}`,
    `${section?.title ?? ''}; ${tellingOf(ask)}; lấy ngày ${showDay(house.today())}`,
  ];
  return reply
    .header('content-disposition', `attachment; filename="tong-hop-${round.year}.xlsx"`)
    .type(SPREADSHEET)
    .send(Buffer.from(await writeSheet(matrixSheet(matrix, title))));
}

function tellingOf({ on }: MatrixAsk): string {
  return on === 'today' ? 'theo địa bàn hôm nay' : 'theo đơn vị như khi báo cáo';
}

/** What the address asks, within what the person may read. */
async function askedMatrix(request: Request, house: House) {
  const person = personOf(request);
  const round = await askedTotals(request, house);
  const reports = await loadCountedReports(house.db, round.id);
  const whole = mayReadRoundTotals(person, round);
  const { section = '', level = '', on, open = '', figure = '' } = query(request);
  const levelId = readableLevel(person, round, reports, level);
  const sections = await loadNumberSections(house.db, round);
  const atTop = levelId === round.topId;
  const ask: MatrixAsk = {
    roundId: round.id,
    sectionId: (sections.find(({ id }) => id === section) ?? sections[0])?.id ?? '',
    on: on === 'today' && atTop ? 'today' : 'then',
    levelId,
    open,
    figure,
  };
  const last = round.previousId ? await loadRound(house.db, round.previousId) : undefined;
  return { round, sections, ask, whole: whole && atTop, last };
}

/** The level asked for; with none asked, the highest that this person may read. */
function readableLevel(
  person: Person,
  round: WatchedRound,
  reports: readonly CountedReport[],
  level: string,
): string {
  if (level) {
    const path = found(isId(level) ? levelPath(reports, round.topId, level) : undefined, THIS);
    must(mayReadLevel(person, path, round), THIS);
    return level;
  }
  if (mayReadRoundTotals(person, round)) return round.topId;
  const own = reports.find(
    ({ unitId, path }) =>
      levelPath(reports, round.topId, unitId) && mayReadLevel(person, path, round),
  );
  must(own !== undefined, THIS);
  return own?.unitId ?? round.topId;
}
