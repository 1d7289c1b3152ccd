import { documentDocx } from '../../documents/document-docx.ts';
import { documentPdf } from '../../documents/document-pdf.ts';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Reply } from '../../shared/web.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export type FileKind = keyof typeof TYPES;
export const FILE_KINDS = Object.keys(TYPES) as FileKind[];

/** Answers with the document as a file; its name in letters that every disk takes. */
export async function sendDocument(
  reply: Reply,
  kind: FileKind,
  name: string,
  document: OfficialDocument,
): Promise<Reply> {
  const bytes = await (kind === 'docx' ? documentDocx(document) : documentPdf(document));
  return reply
    .type(TYPES[kind])
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${plain(name)}.${kind}"`)
    .send(Buffer.from(bytes));
}

/** `bien-ban-hop-ban-Mot` */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w]+/g, '-');
}
