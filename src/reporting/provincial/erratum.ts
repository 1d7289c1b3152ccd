import {
  type OfficialDocument,
  paragraph,
  row,
  type Table,
} from '../../documents/official-document.ts';
import { officialDay } from '../../shared/day.ts';
import { type IssuedDocument, numberOf } from './consolidated-report.ts';

/** One figure that a document printed, and what it is now; both as printed. */
export interface ErratumLine {
  readonly ref: string;
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

/** A list of figures that replace those of an issued document. The document itself stays. */
export interface Erratum {
  readonly id: string;
  readonly documentId: string;
  readonly lines: readonly ErratumLine[];
  readonly note: string | null;
  readonly at: Date;
  readonly personName: string;
}

/**
 * The rule that a reader is told (Decree 30/2020/NĐ-CP, article 18, clause 3): an error of
 * content is mended by an equivalent document, one of form by an official letter.
 */
export const ERRATUM_RULE =
  'Theo khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP: văn bản đã phát hành có sai sót về nội dung thì được sửa đổi, thay thế bằng văn bản có hình thức tương đương; sai sót về thể thức, kỹ thuật trình bày thì đính chính bằng công văn.';

/**
 * A report that replaces figures of the issued one, an equivalent document as article 18(3)
 * asks. It takes issuer, addressees, signature and recipients from the document it mends, and
 * stays without number and day until the office registers it.
 */
export function describeErratum(
  { lines, note }: Erratum,
  issued: Pick<IssuedDocument, 'issuedOn' | 'symbol' | 'number'>,
  original: OfficialDocument,
): OfficialDocument {
  const number = numberOf(issued);
  const cited = `Báo cáo số ${number} ${officialDay(issued.issuedOn)}`;
  const { annexes: _annexes, legalBases: _bases, number: _number, date, ...kept } = original;
  return {
    ...kept,
    year: Number((date ?? issued.issuedOn).slice(0, 4)),
    summary: `Đính chính, thay thế số liệu tại Báo cáo số ${number}`,
    body: [
      paragraph(
        `${original.issuer.name} đã ban hành ${cited} (${original.summary}). Sau khi ban hành, ${lines.length} số liệu nguồn đã thay đổi.`,
      ),
      paragraph(
        `Căn cứ khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, ${original.issuer.name} thay thế các số liệu sau:`,
      ),
      linesTable(lines),
      ...(note ? [paragraph(`Lý do: ${note}`)] : []),
      paragraph(`Các nội dung khác của ${cited} không thay đổi.`),
    ],
  };
}

function linesTable(lines: readonly ErratumLine[]): Table {
  return {
    kind: 'table',
    columns: [
      { width: 1, align: 'center' },
      { width: 6, align: 'left' },
      { width: 4, align: 'right' },
      { width: 4, align: 'right' },
    ],
    header: [['TT', 'Số liệu', 'Đã ban hành', 'Thay bằng'].map((text) => ({ text }))],
    rows: lines.map(({ name, was, now }, at) => row([`${at + 1}`, name, was, now])),
  };
}
