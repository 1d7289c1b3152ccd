import { asDay } from '../../shared/day.ts';
import type { CitedDocument, LegalBasis } from './plan-clause.ts';
import { withoutEnd } from './plan-words.ts';

const KIND =
  'Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Công văn|Công điện|Kế hoạch|Hướng dẫn|Kết luận|Thông báo|Chương trình|Đề án|Tờ trình|Văn bản|Điều lệ|Quy định';
const OPENER = /^(Căn cứ|Thực hiện|Theo đề nghị|Theo|Xét|Triển khai|Thi hành|Tiếp tục thực hiện)\s/;
const BEGINS_WITH_KIND = new RegExp(`^.{0,40}?(${KIND})(?=\\s)`, 'u');
const FIRST_KIND = new RegExp(`(${KIND})(?=\\s)`, 'u');
const NEXT_DOCUMENT = new RegExp(`(?:\\s+và|[,;])\\s+(?:căn cứ\\s+)?(?=(?:${KIND})\\s)`, 'gu');
const DATE = /ngày\s+(\d{1,2})\s*(?:tháng\s*(\d{1,2})\s*năm\s*(\d{4})|[/.-](\d{1,2})[/.-](\d{4}))/u;
/** Where a citation stops saying who issued it and begins to say what it is about. */
const ABOUT =
  /\s(?:về việc|về|V\/v|v\/v|(?=ban hành|quy định|hướng dẫn|phê duyệt|công bố|triển khai|sửa đổi))\s?/u;
/** The issuer begins to order: no longer the citation. */
const ORDERS =
  /[,;]\s+(?=(?:Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Ban|Bộ|Thủ tướng)[^,;]*\s(?:ban hành|xây dựng)\s)/u;

/** Does a paragraph above the first clause state a legal basis? */
export function isLegalBasis(text: string): boolean {
  return /^Căn cứ\s/.test(text) || (OPENER.test(text) && BEGINS_WITH_KIND.test(text));
}

/** The paragraph with the documents that it rests on; those named inside a title are not counted. */
export function readLegalBasis(text: string): LegalBasis {
  const cited = text.split(ORDERS)[0] ?? text;
  return { text, documents: partsOf(cited).flatMap((part) => readDocument(part) ?? []) };
}

function partsOf(cited: string): string[] {
  const about = ABOUT.exec(cited)?.index ?? cited.length;
  const amends = /sửa đổi/u.exec(cited)?.index ?? cited.length;
  const parts: string[] = [];
  let from = 0;
  for (const match of cited.matchAll(NEXT_DOCUMENT)) {
    // After "về việc …" or "sửa đổi …" other documents are part of the title, unless a semicolon ends it.
    if (match.index > Math.min(about, amends) && !match[0].startsWith(';')) continue;
    parts.push(cited.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, cited.slice(from)];
}

function readDocument(part: string): CitedDocument | undefined {
  const found = FIRST_KIND.exec(part);
  if (!found) return undefined;
  const kind = found[1] ?? '';
  const after = withoutEnd(part.slice(found.index + kind.length).trim(), ';,.:');
  const symbol = /^số\s*:?\s*([^\s,;]+)/u.exec(after)?.[1];
  const named = after.replace(/^số\s*:?\s*[^\s,;]+\s*/u, '');
  const on = dayIn(named);
  const titled = named.replace(DATE, '').trim();
  const [issuer, summary] = symbol === undefined ? [undefined, titled] : issuerAndSummary(titled);
  return {
    kind,
    ...(symbol && { symbol }),
    ...(on && { on }),
    ...(issuer && { issuer }),
    ...(summary && { summary }),
  };
}

function dayIn(text: string) {
  const [, date = '', month = '', year = '', otherMonth = '', otherYear = ''] =
    DATE.exec(text) ?? [];
  const padded = (part: string) => part.padStart(2, '0');
  return asDay(`${year || otherYear}-${padded(month || otherMonth)}-${padded(date)}`);
}

function issuerAndSummary(titled: string): [string | undefined, string] {
  const about = ABOUT.exec(` ${titled}`);
  if (!about) return [titled.replace(/^,?\s*của\s+/u, '') || undefined, ''];
  const issuer = titled
    .slice(0, Math.max(0, about.index - 1))
    .replace(/^,?\s*của\s+/u, '')
    .trim();
  return [issuer || undefined, ` ${titled}`.slice(about.index + about[0].length).trim()];
}
