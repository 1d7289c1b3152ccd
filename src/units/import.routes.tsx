import { writeCsv } from '../shared/csv.ts';
import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';
import { formFields, must, personOf, type Reply, type Request, type Site } from '../shared/web.ts';
import { importList, listText, previewList } from './import.actions.ts';
import { ImportPage, PreviewPage } from './import.pages.tsx';
import { errorRows } from './unit-list.ts';
import { mayKeepRegister } from './units.policy.ts';
import { keepersOf } from './units.sql.ts';

const BY_POLICY = { config: { door: 'policy' } } as const;

/** A list of areas from a file: chosen, looked at line by line, then stored. */
export function importRoutes(site: Site, house: House): void {
  site.get('/units/import', BY_POLICY, async (request, reply) => {
    await mustKeep(request, house);
    return reply.page(<ImportPage frame={request.frame()} problems={[]} />);
  });
  site.post('/units/import', BY_POLICY, (request, reply) => preview(request, reply, house));
  site.post('/units/import/store', BY_POLICY, (request, reply) => store(request, reply, house));
  site.post('/units/import/errors', BY_POLICY, async (request, reply) => {
    await mustKeep(request, house);
    const list = await previewList(house.db, formFields(request).text ?? '');
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="dong-can-sua.csv"')
      .send(`\uFEFF${writeCsv(errorRows(list))}`);
  });
}

async function preview(request: Request, reply: Reply, house: House) {
  await mustKeep(request, house);
  try {
    const file = await request.file();
    const bytes = await file?.toBuffer();
    if (!file || !bytes?.length) throw new Problem('fileEmpty');
    const text = await listText(file.filename, bytes);
    return await showPreview(request, reply, house, { text });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const problems = [{ field: 'list', message: problem.message }];
    const page = <ImportPage frame={request.frame()} problems={problems} />;
    return reply.page(page, problem.status);
  }
}

async function store(request: Request, reply: Reply, house: House) {
  await mustKeep(request, house);
  const { text = '', source = '' } = formFields(request);
  if (clean(source) === '') return showPreview(request, reply, house, { text, unsourced: true });
  const count = await importList(house, personOf(request), text, clean(source));
  return reply.done('/units', `Đã ghi ${count} đơn vị.`);
}

interface Previewed {
  readonly text: string;
  readonly unsourced?: boolean;
}

async function showPreview(request: Request, reply: Reply, house: House, shown: Previewed) {
  const { text, unsourced = false } = shown;
  const list = await previewList(house.db, text);
  const problems = unsourced
    ? [{ field: 'source', message: 'Hãy ghi văn bản làm căn cứ: loại, số, ngày.' }]
    : [];
  const page = { text, list, problems, source: undefined };
  return reply.page(<PreviewPage frame={request.frame()} {...page} />, unsourced ? 422 : 200);
}

async function mustKeep(request: Request, house: House): Promise<void> {
  const keepers = await keepersOf(house.db, undefined, house.today());
  must(mayKeepRegister(personOf(request), keepers), 'danh mục đơn vị');
}
