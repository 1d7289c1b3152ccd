import { asDay } from '../../shared/day.ts';
import { fold } from '../../shared/vietnamese.ts';
import type { PlanHeader } from './plan-clause.ts';
import type { PlanParagraph } from './plan-paragraph.ts';
import { isCapitals, oneSpaced } from './plan-words.ts';

/** Kinds of official documents (Decree 30/2020, article 7) that may order a movement. */
const TYPE =
  /^(KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|THÔNG BÁO|TỜ TRÌNH|BÁO CÁO)(?=\s|$)/;

/** The document's type at the start of a line and what follows it, or `undefined`. */
export function readType(
  text: string,
): { readonly type: string; readonly rest: string } | undefined {
  const type = TYPE.exec(text)?.[1];
  return type === undefined ? undefined : { type, rest: oneSpaced(text.slice(type.length)) };
}

/** Columns typed side by side with tabs or a row of spaces are read as separate lines. */
export function headerLines(paragraphs: readonly PlanParagraph[]): PlanParagraph[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.text
      .split(/\n|\t+|\s{3,}/)
      .map((text) => ({ ...paragraph, text: oneSpaced(text) }))
      .filter((line) => /[\p{L}\d]/u.test(line.text)),
  );
}

/** Number, symbol, place, date and issuer from the lines above the type; blanks stay unset. */
export function readHeader(lines: readonly PlanParagraph[]): PlanHeader {
  const texts = lines.map((line) => line.text);
  const issuer = issuerIn(lines);
  return {
    lines: texts,
    ...firstRead(texts, readNumber),
    ...firstRead(texts, readPlaceAndDay),
    ...(issuer !== '' && { issuer }),
  };
}

function firstRead(
  texts: readonly string[],
  read: (text: string) => Partial<PlanHeader> | undefined,
): Partial<PlanHeader> {
  for (const text of texts) {
    const found = read(text);
    if (found) return found;
  }
  return {};
}

/** `Số: 12/KH-UBND`, `Số: /KH-UBND`, the Party's `Số 12-KH/TU`. */
function readNumber(text: string): Partial<PlanHeader> | undefined {
  const match = /^Số\s*:?\s*(\d*)[\s.…_]*[/-]\s*(\S+)$/u.exec(text);
  if (!match) return undefined;
  const [, number = '', symbol = ''] = match;
  return { ...(number !== '' && { number }), symbol };
}

/** `Lai Châu, ngày 02 tháng 6 năm 2022`; day and month may be blank or dots. */
function readPlaceAndDay(text: string): Partial<PlanHeader> | undefined {
  const match =
    /^(.{2,60}?),?\s*ngày\s*(\d{0,2})[\s.…_]*tháng\s*(\d{0,2})[\s.…_]*năm\s*(\d{4})?/iu.exec(text);
  if (!match) return undefined;
  const [, place = '', date = '', month = '', year = ''] = match;
  const issuedOn = asDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return { place, ...(issuedOn && { issuedOn }), ...(year !== '' && { issuedYear: Number(year) }) };
}

/** Capitals that are not the country's name; where some are bold, the parent body above is not. */
function issuerIn(lines: readonly PlanParagraph[]): string {
  const names = lines.filter(
    (line) =>
      isCapitals(line.text) &&
      !/^(cong hoa xa hoi|dang cong san|hoa toc|thuong khan|khan|mat)/.test(fold(line.text)),
  );
  const bold = names.filter((line) => line.bold);
  return oneSpaced((bold.length > 0 ? bold : names).map((line) => line.text).join(' '));
}
