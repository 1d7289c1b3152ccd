import { fold } from '../vietnamese.ts';
import type { Reply } from '../web.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Answers with an .xlsx file under a name, Vietnamese letters kept where the browser knows them;
 * a large one as a stream.
 */
export function sendWorkbook(
  reply: Reply,
  name: string,
  bytes: Uint8Array | NodeJS.ReadableStream,
): Reply {
  const plain = fold(name).replace(/[^a-z0-9._-]+/g, '-');
  // RFC 5987 leaves these four out of what encodeURIComponent keeps.
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return reply
    .header('content-type', EXCEL)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
    .header('cache-control', 'private, no-store')
    .send(bytes instanceof Uint8Array ? Buffer.from(bytes) : bytes);
}

/** The person's own name for a file that comes back with its errors, told apart from the one sent. */
export function markedName(name: string): string {
  return `${name.replace(/( - lỗi cần sửa)?\.[^.]*$/i, '')} - lỗi cần sửa.xlsx`;
}
