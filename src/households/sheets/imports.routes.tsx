import type { MultipartFile } from '@fastify/multipart';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { tooLarge } from '../../shared/sheet/cells.ts';
import { sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import { found, type Reply, type Request, type Site } from '../../shared/web.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { type ImportSight, importSight, POLICY } from './asked-import.routes.ts';
import { IMPORTS, LARGEST_FILE } from './household-import.ts';
import { householdTemplate } from './household-template.ts';
import { importColumnsRoutes } from './import-columns.routes.tsx';
import { breakSilent, queueOf } from './import-queue.actions.ts';
import { importStandingRoutes } from './import-standing.routes.tsx';
import { takeWorkbook } from './imports.actions.ts';
import { ImportsPage, NewImportPage } from './imports.pages.tsx';
import { listImports } from './imports.sql.ts';

const MEGABYTE = 1024 * 1024;
const LONGEST_NAME = 200;

/** Households from a workbook: chosen, its columns set right, looked at, then written. */
export function householdImportsRoutes(site: Site, house: House): void {
  const queue = queueOf(house);
  queue.reportTo((error) => site.log.error(error));
  site.addHook('onClose', () => queue.stop());
  site.get(IMPORTS, POLICY, (request, reply) => showList(request, reply, house));
  site.post(IMPORTS, POLICY, (request, reply) => upload(request, reply, house));
  site.get(`${IMPORTS}/new`, POLICY, async (request, reply) => {
    const sight = await importSight(request, house);
    const { indicators } = await standardOf(house, sight);
    return reply.page(<NewImportPage frame={request.frame()} {...sight} {...{ indicators }} />);
  });
  site.get(`${IMPORTS}/template.xlsx`, POLICY, async (request, reply) => {
    const { round } = await importSight(request, house);
    const bytes = await writeSheet(householdTemplate(await standardOf(house, { round })));
    return sendWorkbook(reply, `Bảng nhập hộ, rà soát năm ${round.year}.xlsx`, bytes);
  });
  importColumnsRoutes(site, house);
  importStandingRoutes(site, house);
}

async function standardOf({ db }: House, { round }: Pick<ImportSight, 'round'>) {
  return found(await findStandard(db, round.standardId), 'chuẩn nghèo của kỳ này');
}

async function showList(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { person, round } = await importSight(request, house);
  await breakSilent(house);
  const imports = await listImports(house.db, person.id);
  return reply.page(<ImportsPage frame={request.frame()} {...{ round, imports }} />);
}

async function upload(request: Request, reply: Reply, house: House): Promise<Reply> {
  const sight = await importSight(request, house);
  try {
    const id = await takeSent(request, house, sight);
    return reply.redirect(`${IMPORTS}/${id}/columns`, 303);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 403) throw problem;
    const faults = [{ field: 'file', message: problem.message }];
    const { indicators } = await standardOf(house, sight);
    return reply.page(
      <NewImportPage frame={request.frame()} {...sight} {...{ indicators, faults }} />,
      problem.status,
    );
  }
}

async function takeSent(
  request: Request,
  house: House,
  { person, round, communes }: ImportSight,
): Promise<string> {
  const limits = { fileSize: LARGEST_FILE, files: 1 };
  const part = request.isMultipart() ? await request.file({ limits }) : undefined;
  if (!part?.filename) throw new Problem('fileNotChosen');
  const [only] = communes.length === 1 ? communes : [];
  return takeWorkbook(house, person, {
    ...{ round, officeId: person.unitId, name: nameOf(part) },
    communeId: only?.communeId ?? communeOf(part),
    bytes: wholeFile(part),
  });
}

function nameOf({ filename }: MultipartFile): string {
  return filename
    .replaceAll('\0', '')
    .toWellFormed()
    .normalize('NFC')
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}

/** The field stands before the file in the form, and so has arrived. */
function communeOf({ fields }: MultipartFile): string | null {
  const field = [fields.commune].flat().at(-1);
  const value = field && 'value' in field ? field.value : undefined;
  return typeof value === 'string' && isId(value) ? value : null;
}

/** The bytes as they arrive; what is cut off at the limit is no file. */
async function* wholeFile({ file }: MultipartFile): AsyncGenerator<Uint8Array> {
  yield* file;
  if (file.truncated) throw tooLarge(LARGEST_FILE / MEGABYTE, 'MB');
}
