import { v5 } from 'uuid';
import type { House } from '../shared/house.ts';
import { isId, newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { readTable } from '../shared/sheet/table.ts';
import { formFields, personOf, type Reply, type Request, type Site } from '../shared/web.ts';
import { createPeople } from './accounts.actions.ts';
import { BulkPage } from './bulk.pages.tsx';
import {
  arrangeRows,
  asPaste,
  type BulkRow,
  checkRows,
  MOST_BULK_ROWS,
  type TypedRow,
  typedLogins,
} from './bulk-table.ts';
import { loginsInUse, reachOf } from './person-sheet.actions.ts';
import { showSlips } from './slips.routes.tsx';

const POLICY = { config: { door: 'policy' } } as const;

/** Many accounts from one table: first judged row by row, then created all or nothing. */
export function bulkRoutes(site: Site, house: House): void {
  site.get('/people/bulk', POLICY, async (request, reply) => {
    await reachOf(house, personOf(request));
    return reply.page(<BulkPage frame={request.frame()} batchId={newId()} table="" />);
  });
  site.post('/people/bulk/check', POLICY, async (request, reply) => {
    await reachOf(house, personOf(request));
    return showCheck(request, reply, house, await readUpload(request));
  });
  site.post('/people/bulk', POLICY, (request, reply) => createAll(request, reply, house));
}

interface Upload {
  readonly batchId: string;
  readonly table: string;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

/** The fields of the table form; a file, when one was chosen, goes before pasted text. */
async function readUpload(request: Request): Promise<Upload> {
  if (!request.isMultipart()) return asUpload(formFields(request));
  const fields: Record<string, string> = {};
  let file: Upload['file'];
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else {
      const bytes = await part.toBuffer();
      if (part.filename && bytes.length > 0) file = { name: part.filename, bytes };
    }
  }
  return { ...asUpload(fields), ...(file && { file }) };
}

function asUpload({ batchId = '', table = '' }: Record<string, string | undefined>): Upload {
  return { batchId: isId(batchId) ? batchId : newId(), table };
}

async function showCheck(request: Request, reply: Reply, house: House, upload: Upload) {
  const { batchId } = upload;
  const frame = request.frame();
  try {
    const { rows, table } = await check(request, house, upload);
    return reply.page(<BulkPage frame={frame} batchId={batchId} table={table} rows={rows} />);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 403) throw problem;
    const { message, status } = problem;
    const props = { batchId, table: upload.table, message };
    return reply.page(<BulkPage frame={frame} {...props} />, status);
  }
}

async function check(
  request: Request,
  house: House,
  upload: Upload,
): Promise<{ rows: BulkRow[]; table: string }> {
  const admin = personOf(request);
  const units = await reachOf(house, admin);
  const typed = arrangeRows(await readRows(upload));
  if (typed.length === 0) throw new Problem('fileEmpty');
  if (typed.length > MOST_BULK_ROWS)
    throw new Problem('fileTooLarge', { limit: `${MOST_BULK_ROWS} dòng` });
  const rows = checkRows(typed, {
    idOf: (place) => v5(String(place), upload.batchId),
    units,
    ownUnitId: units.find((unit) => unit.id === admin.unitId)?.id ?? units[0]?.id ?? '',
    today: house.today(),
    taken: await loginsInUse(house, typedLogins(typed)),
  });
  return { rows, table: asPaste(typed) };
}

/** The first sheet with content, every cell as the text that a person sees. */
async function readRows({ table, file }: Upload): Promise<TypedRow[]> {
  const source = file ?? { name: 'bang.csv', bytes: Buffer.from(table) };
  const book = await readTable(source.name, source.bytes, { cells: 50_000 });
  const sheet = book.sheets.find((one) => one.rows.length > 0);
  return (sheet?.rows ?? []).map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => cell.text),
  }));
}

async function createAll(request: Request, reply: Reply, house: House): Promise<Reply> {
  const upload = asUpload(formFields(request));
  const { rows, table } = await check(request, house, upload);
  const drafts = rows.map((row) => row.draft).filter((draft) => draft !== undefined);
  if (drafts.length < rows.length) return showCheck(request, reply, house, { ...upload, table });
  const slips = await createPeople(house, personOf(request), upload.batchId, drafts);
  return showSlips(request, reply, slips);
}
