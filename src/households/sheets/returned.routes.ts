import { Readable } from 'node:stream';
import type { House } from '../../shared/house.ts';
import { markedPieces } from '../../shared/sheet/mark.ts';
import { markedName, sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import type { Reply, Request, Site } from '../../shared/web.ts';
import { IMPORT, keptImport, POLICY } from './asked-import.routes.ts';
import { IMPORT_LIMITS } from './household-import.ts';
import { listFaults } from './import-communes.sql.ts';
import { MOST_KEPT } from './import-fault.ts';
import { loadFile } from './imports.sql.ts';

/** The person's own file again, with what is to be mended beside the rows. */
export function returnedRoutes(site: Site, house: House): void {
  site.get(`${IMPORT}/returned.xlsx`, POLICY, (request, reply) => giveBack(request, reply, house));
}

async function giveBack(request: Request, reply: Reply, house: House): Promise<Reply> {
  const one = await keptImport(request, house);
  const file = await loadFile(house.db, one.id);
  const faults = await listFaults(house.db, one.id, MOST_KEPT);
  const errors = faults.map(({ sheet, row, columnName, message }) => ({
    ...{ sheet, row },
    message: `${columnName}: ${message}`,
  }));
  const headerRows = new Map(one.plans.map(({ name, headerRow }) => [name, headerRow]));
  const marked = markedPieces(file, errors, { headerRows, limits: IMPORT_LIMITS });
  return sendWorkbook(reply, markedName(one.fileName), Readable.from(marked));
}
