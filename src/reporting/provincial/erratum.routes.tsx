import type { OfficialDocument } from '../../documents/official-document.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { mayWriteDocument } from './consolidated-report.policy.ts';
import { fileName } from './consolidated-report.ts';
import {
  FILE_KINDS,
  fileOf,
  readableDocument,
  sendFile,
} from './consolidated-report-files.routes.tsx';
import { loadErratum } from './consolidated-report-issued.sql.ts';
import { makeErratum } from './erratum.actions.ts';
import { ErratumPage } from './erratum.pages.tsx';
import { describeErratum } from './erratum.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'đính chính này';

/** Errata of an issued document: made from what differs now, shown, set as files. */
export function erratumRoutes(site: Site, house: House): void {
  site.post('/rounds/:id/document/errata', POLICY, async (request, reply) => {
    const round = await askedRound(request, house);
    must(mayWriteDocument(personOf(request), round), 'việc lập đính chính');
    const note = clean(formFields(request).note ?? '');
    await makeErratum(house, personOf(request), round, note);
    return reply.done(
      `/rounds/${round.id}/document`,
      'Đã lập đính chính. Hãy tải văn bản đính chính, lấy số và trình ký.',
    );
  });
  site.get('/documents/:id/errata/:erratum', POLICY, (request, reply) =>
    showErratum(request, reply, house),
  );
  for (const kind of FILE_KINDS)
    site.get(`/documents/:id/errata/:erratum/${kind}`, POLICY, async (request, reply) => {
      const { issued, document } = await askedErratum(request, house);
      return sendFile(reply, kind, `Dinh-chinh-${fileName(issued)}`, await fileOf(kind, document));
    });
}

async function askedErratum(request: Request, house: House) {
  const { issued } = await readableDocument(request, house);
  const id = param(request, 'erratum');
  const erratum = found(isId(id) ? await loadErratum(house.db, id) : undefined, THIS);
  must(erratum.documentId === issued.id, THIS);
  const document = describeErratum(erratum, issued, issued.description as OfficialDocument);
  return { issued, erratum, document };
}

async function showErratum(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { issued, erratum, document } = await askedErratum(request, house);
  return reply.page(<ErratumPage frame={request.frame()} {...{ issued, erratum, document }} />);
}
