import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { must, personOf, query, type Reply, type Request, type Site } from '../shared/web.ts';
import { mayRunMovement } from './movements.policy.ts';
import { loadMovements } from './movements.sql.ts';
import { PlanImportPage } from './plan-import.pages.tsx';
import { importPlan, type PlanUpload } from './plans.actions.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** A plan's file or pasted text becomes a draft, which the correction page then shows. */
export function planImportRoutes(site: Site, house: House): void {
  site.get('/plans/new', POLICY, (request, reply) =>
    showForm(request, reply, house, { movementId: query(request).movement }),
  );
  site.post('/plans/new', POLICY, (request, reply) => takeIn(request, reply, house));
}

interface Tried {
  readonly movementId: string | undefined;
  readonly pasted?: string | undefined;
  readonly problem?: Problem;
}

async function showForm(request: Request, reply: Reply, house: House, tried: Tried) {
  const movements = await ownMovements(request, house);
  const { movementId, pasted, problem } = tried;
  const props = { movements, movementId, pasted, message: problem?.message };
  return reply.page(
    <PlanImportPage frame={request.frame()} {...props} />,
    problem ? problem.status : 200,
  );
}

/** The movements that the person runs; refuses whoever runs none. */
async function ownMovements(request: Request, house: House) {
  const movements = (await loadMovements(house.db, house.today())).filter((movement) =>
    mayRunMovement(personOf(request), movement),
  );
  must(movements.length > 0, 'việc nhập kế hoạch');
  return movements;
}

async function takeIn(request: Request, reply: Reply, house: House): Promise<Reply> {
  await ownMovements(request, house);
  const { upload, pasted } = await readUpload(request);
  const { movementId } = upload;
  try {
    if (!isId(movementId)) throw new Problem('notFound', { what: 'phong trào đã chọn' });
    if (upload.bytes.length === 0) throw new Problem('fileEmpty');
    const id = await importPlan(house, personOf(request), upload);
    return reply.done(`/plans/${id}/edit`, 'Đã đọc thành bản nháp. Hãy xem lại cây khoản mục.');
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 403) throw problem;
    return showForm(request, reply, house, { movementId, pasted, problem });
  }
}

/** The file goes before pasted text; the text is kept for the form either way. */
async function readUpload(request: Request): Promise<{ upload: PlanUpload; pasted: string }> {
  const fields = new Map<string, string>();
  let file: { fileName: string; bytes: Uint8Array } | undefined;
  if (!request.isMultipart()) throw new Problem('unreadableRequest');
  for await (const part of request.parts({ limits: { fieldSize: PASTED_AT_MOST } })) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else {
      const bytes = await part.toBuffer();
      if (part.filename) file = { fileName: part.filename.normalize('NFC'), bytes };
    }
  }
  const pasted = fields.get('pasted') ?? '';
  const movementId = fields.get('movement') ?? '';
  if (file) return { upload: { movementId, ...file }, pasted };
  const bytes = new TextEncoder().encode(pasted.trim());
  return { upload: { movementId, fileName: 'Nội dung dán', bytes, pasted: true }, pasted };
}

/** As much text as the reader of plans takes: 4 MB of letters of up to three bytes. */
const PASTED_AT_MOST = 12 * 1024 * 1024;
