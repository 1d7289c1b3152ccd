import { documentDocx } from '../../documents/document-docx.ts';
import { documentPdf } from '../../documents/document-pdf.ts';
import { fingerprint } from '../../documents/document-text.ts';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { House } from '../../shared/house.ts';
import {
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { loadRound } from '../rounds/rounds.sql.ts';
import { buildDraft } from './consolidated-report.actions.ts';
import { mayReadDocument } from './consolidated-report.policy.ts';
import { fileName, type IssuedDocument } from './consolidated-report.ts';
import { FingerprintPage } from './consolidated-report-fingerprint.pages.tsx';
import { loadDocument, loadFile } from './consolidated-report-issued.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'văn bản này';

const FILES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export type FileKind = keyof typeof FILES;
export const FILE_KINDS = Object.keys(FILES) as FileKind[];

/** Files of the draft, set anew each time; files of the issued document, as they were made. */
export function filesRoutes(site: Site, house: House): void {
  for (const kind of FILE_KINDS) {
    site.get(`/rounds/:id/document/draft.${kind}`, POLICY, (request, reply) =>
      sendDraft(kind, request, reply, house),
    );
    site.get(`/documents/:id.${kind}`, POLICY, async (request, reply) => {
      const { issued } = await readableDocument(request, house);
      const bytes = found(await loadFile(house.db, issued.id, kind), THIS);
      return sendFile(reply, kind, fileName(issued), bytes);
    });
  }
  site.get('/documents/:id', POLICY, async (request, reply) => {
    const { issued } = await readableDocument(request, house);
    const intact = fingerprint(issued.description as OfficialDocument) === issued.fingerprint;
    return reply.page(<FingerprintPage frame={request.frame()} {...{ issued, intact }} />);
  });
}

/** The issued document of the address with its round, open to those who may read it. */
export async function readableDocument(
  request: Request,
  house: House,
): Promise<{ issued: IssuedDocument; round: Round }> {
  const issued = found(await loadDocument(house.db, idOf(request, 'id', THIS)), THIS);
  const round = found(await loadRound(house.db, issued.roundId), THIS);
  must(mayReadDocument(personOf(request), round), THIS);
  return { issued, round };
}

async function sendDraft(
  kind: FileKind,
  request: Request,
  reply: Reply,
  house: House,
): Promise<Reply> {
  const round = await askedRound(request, house);
  must(mayReadDocument(personOf(request), round), THIS);
  const built = found(await buildDraft(house.db, round, house.today()), 'dự thảo báo cáo này');
  const { symbol } = built.draft.header;
  return sendFile(reply, kind, fileName({ symbol }), await fileOf(kind, built.document));
}

/** The document set as a file. */
export function fileOf(kind: FileKind, document: OfficialDocument): Promise<Uint8Array> {
  return kind === 'docx' ? documentDocx(document) : documentPdf(document);
}

/** A file under its own name: plain letters for old browsers, Vietnamese ones for the rest. */
export function sendFile(reply: Reply, kind: FileKind, name: string, bytes: Uint8Array): Reply {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
  const safe = plain.replace(/[^\w.-]/g, '_');
  const full = encodeURIComponent(name);
  return reply
    .type(FILES[kind])
    .header('cache-control', 'private, no-store')
    .header(
      'content-disposition',
      `attachment; filename="${safe}.${kind}"; filename*=UTF-8''${full}.${kind}`,
    )
    .send(Buffer.from(bytes));
}
