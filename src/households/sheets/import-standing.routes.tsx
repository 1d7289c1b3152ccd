import type { House } from '../../shared/house.ts';
import {
  found,
  idOf,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { askedImport, IMPORT, importSight, keptImport, POLICY } from './asked-import.routes.ts';
import { markColumns } from './finish-reading.actions.ts';
import { type HouseholdImport, IMPORTS } from './household-import.ts';
import { ImportCommunePage } from './import-commune.pages.tsx';
import { listFaults, listImportCommunes } from './import-communes.sql.ts';
import { ImportPreviewPage } from './import-preview.pages.tsx';
import { queueOf } from './import-queue.actions.ts';
import { AtWorkPage, BrokenPage, ClearedPage } from './import-standing.pages.tsx';
import { startApplying, startReading } from './imports.actions.ts';
import { countClasses, listPreviewed } from './preview.sql.ts';
import { returnedRoutes } from './returned.routes.ts';
import { withFonts } from './sheet-plan.ts';

const SHOWN_FAULTS = 500;
const A_PAGE = 100;
const SECONDS = '2';

/** Where an import stands: at work, stopped, to be looked at, written. */
export function importStandingRoutes(site: Site, house: House): void {
  site.get(IMPORT, POLICY, (request, reply) => showStanding(request, reply, house));
  site.get(`${IMPORT}/communes/:commune`, POLICY, (request, reply) =>
    showCommune(request, reply, house),
  );
  site.post(`${IMPORT}/read`, POLICY, async (request, reply) => {
    const one = await keptImport(request, house);
    await startReading(house, personOf(request), one.id);
    return reply.redirect(addressOf(one), 303);
  });
  site.post(`${IMPORT}/fonts`, POLICY, async (request, reply) => {
    const one = await keptImport(request, house);
    const plans = withFonts(one.plans, one.summary?.fonts ?? []);
    await startReading(house, personOf(request), one.id, plans);
    return reply.redirect(addressOf(one), 303);
  });
  site.post(`${IMPORT}/apply`, POLICY, async (request, reply) => {
    const one = await keptImport(request, house);
    await startApplying(house, personOf(request), one.id);
    return reply.redirect(addressOf(one), 303);
  });
  returnedRoutes(site, house);
}

function addressOf({ id }: HouseholdImport): string {
  return `${IMPORTS}/${id}`;
}

async function showStanding(request: Request, reply: Reply, house: House): Promise<Reply> {
  const one = await askedImport(request, house);
  const frame = request.frame();
  if (one.cleared) return reply.page(<ClearedPage frame={frame} import={one} />);
  if (one.status === 'matching') return reply.redirect(`${addressOf(one)}/columns`, 303);
  if (one.status === 'broken') return reply.page(<BrokenPage frame={frame} import={one} />);
  const communes = await listImportCommunes(house.db, one.id);
  if (one.status === 'reading' || one.status === 'applying') {
    const before = queueOf(house).before(one.id);
    // No script is needed to look again.
    reply.header('refresh', SECONDS);
    return reply.page(<AtWorkPage {...{ frame, communes, before }} import={one} />);
  }
  const { communes: reviewed } = await importSight(request, house);
  const faults = await listFaults(house.db, one.id, SHOWN_FAULTS);
  const summary = found(one.summary, 'kết quả đọc tệp');
  return reply.page(
    <ImportPreviewPage {...{ frame, summary, communes, faults, reviewed }} import={one} />,
  );
}

async function showCommune(request: Request, reply: Reply, house: House): Promise<Reply> {
  const one = await keptImport(request, house);
  const what = 'xã này trong tệp';
  const communeId = idOf(request, 'commune', what);
  const all = await listImportCommunes(house.db, one.id);
  const commune = found(
    all.find((each) => each.communeId === communeId),
    what,
  );
  const of = { importId: one.id, communeId };
  const after = Number.parseInt(query(request).after ?? '', 10);
  const rows = await listPreviewed(house.db, of, {
    ...{ roundId: one.roundId, marks: markColumns(one), limit: A_PAGE + 1 },
    after: Number.isSafeInteger(after) ? after : -1,
  });
  const households = rows.slice(0, A_PAGE);
  const last = rows.length > A_PAGE ? households.at(-1) : undefined;
  return reply.page(
    <ImportCommunePage
      frame={request.frame()}
      import={one}
      {...{ commune, households }}
      classes={await countClasses(house.db, of, one.roundId)}
      next={last && `${addressOf(one)}/communes/${communeId}?after=${last.place}`}
    />,
  );
}
