import { fold } from '../vietnamese.ts';
import type { Reply } from '../web.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers with an .xlsx file under a name, Vietnamese letters kept where the browser knows them. */
export function sendWorkbook(reply: Reply, name: string, bytes: Uint8Array): Reply {
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
    .send(Buffer.from(bytes));
}
