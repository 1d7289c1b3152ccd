import type { House } from '../../shared/house.ts';
import { sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import { fold } from '../../shared/vietnamese.ts';
import { must, personOf, query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { sightOf } from '../reporting.policy.ts';
import { STATUS_NAMES, type Status } from '../reports/report.ts';
import { listReports } from '../reports/reports.sql.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { roundListSheet } from './round-list-sheet.ts';

/** More units than any province ever had. */
const ALL = 20_000;

/** The desk's list as a workbook: the same query, the same filter, the same reach. */
export function roundListRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/reports.xlsx', { config: { door: 'policy' } }, (request, reply) =>
    sendList(request, reply, house),
  );
}

async function sendList(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const round = await askedRound(request, house);
  const sight = sightOf(person);
  must(sight.own.length + sight.above.length > 0, 'kỳ báo cáo này');
  const { status, q } = query(request);
  const reports = await listReports(house.db, {
    roundId: round.id,
    limit: ALL,
    ...(status && status in STATUS_NAMES && { status: status as Status }),
    ...(q && { words: fold(q) }),
    sight,
  });
  const bytes = await writeSheet(roundListSheet(round, reports, house.today()));
  return sendWorkbook(reply, `${round.name}, danh sách nộp.xlsx`, bytes);
}
