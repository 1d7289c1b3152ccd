import { documentSymbol } from '../../documents/document-kinds.ts';
import { authorityLines } from '../../documents/document-rules.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  ISSUERS,
  type IssuedBy,
  type ReportHeader,
  SERIES,
  type Series,
  type Signing,
} from './consolidated-report.ts';
import type { ReportSources } from './consolidated-report-figures.ts';
import { movementTitle } from './report-block-generator.ts';

const ROUND_TITLES = {
  yearly: 'Kết quả thực hiện',
  'mid-term': 'Sơ kết thực hiện',
  final: 'Tổng kết thực hiện',
} as const;

/** The header of a first draft: the standing agency reports to the provincial committee. */
export function firstHeader(
  sources: Pick<ReportSources, 'round' | 'areaName' | 'topName' | 'receiverName' | 'movementName'>,
  legalBases: readonly string[],
  series: Series,
): ReportHeader {
  const { round, movementName } = sources;
  return {
    ...issuerLines('agency', sources),
    place: sources.areaName,
    summary: `${ROUND_TITLES[round.kind]} ${movementTitle(movementName)} năm ${round.year}`,
    legalBases,
    signing: 'head',
    signer: '',
    series,
  };
}

/** What depends on who issues: names above, symbol, addressees, recipients. */
export function issuerLines(
  issuedBy: IssuedBy,
  { topName, receiverName }: Pick<ReportSources, 'topName' | 'receiverName'>,
): Pick<ReportHeader, 'issuedBy' | 'parent' | 'issuer' | 'symbol' | 'addressees' | 'recipients'> {
  if (issuedBy === 'province')
    return {
      ...{ issuedBy, parent: '', issuer: topName, symbol: documentSymbol('BC', 'UBND') },
      addressees: ['Thường trực Tỉnh ủy', 'Thường trực Hội đồng nhân dân tỉnh'],
      recipients: ['Như trên', receiverName, 'Sở Nội vụ', 'Lưu: VT'],
    };
  return {
    issuedBy,
    parent: topName.replace(/^Ủy ban nhân dân/i, 'UBND'),
    issuer: receiverName,
    symbol: documentSymbol('BC', officeSign(receiverName)),
    addressees: [topName],
    recipients: ['Như trên', 'Sở Nội vụ (phối hợp)', 'Các đơn vị gửi báo cáo', 'Lưu: VT'],
  };
}

/** `SNNMT` for Sở Nông nghiệp và Môi trường: first letters, `và` left out. */
export function officeSign(name: string): string {
  if (/^Ủy ban nhân dân/i.test(name)) return 'UBND';
  const words = name.split(/[\s–-]+/).filter((word) => word !== '' && word !== 'và');
  return words.map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('');
}

/** Choices of how to sign, each with the lines that will stand above the name. */
export function signingChoices(
  header: Pick<ReportHeader, 'issuer'>,
): { value: Signing; label: string }[] {
  return (['head', 'deputy', 'acting'] as const).map((signing) => ({
    value: signing,
    label: authorityOf({ ...header, signing }).join(' / '),
  }));
}

/** The lines above the signature: `TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`. */
export function authorityOf({
  issuer,
  signing,
}: Pick<ReportHeader, 'issuer' | 'signing'>): string[] {
  const collective = /^Ủy ban nhân dân/i.test(issuer);
  const head = headOf(issuer);
  return authorityLines({
    ...(collective && { body: 'Ủy ban nhân dân' }),
    head,
    ...(signing === 'deputy' && { by: 'KT' as const, position: `Phó ${head}` }),
    ...(signing === 'acting' && { by: 'Q' as const }),
  });
}

function headOf(issuer: string): string {
  if (/^Ủy ban/i.test(issuer)) return 'Chủ tịch';
  if (/^Sở/i.test(issuer)) return 'Giám đốc';
  return /^Ban/i.test(issuer) ? 'Trưởng ban' : 'Thủ trưởng';
}

type Typed = Readonly<Record<string, string | undefined>>;

/** A typed header, or the sentence for each field that is wrong. */
export function readHeader(
  typed: Typed,
  held: ReportHeader,
): { readonly header: ReportHeader; readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const line = (field: string, sentence: string) => {
    const text = clean(typed[field] ?? '').replace(/\s+/g, ' ');
    if (text === '' && sentence !== '') faults.push({ field, message: sentence });
    return text;
  };
  const header: ReportHeader = {
    issuedBy:
      typed.issuedBy && typed.issuedBy in ISSUERS ? (typed.issuedBy as IssuedBy) : held.issuedBy,
    parent: line('parent', ''),
    issuer: line('issuer', 'Hãy ghi tên cơ quan ban hành; tên này in ở đầu văn bản.'),
    symbol: line('symbol', 'Hãy ghi ký hiệu, ví dụ BC-SNNMT.'),
    place: line('place', 'Hãy ghi địa danh, ví dụ Lai Châu.'),
    summary: line('summary', 'Hãy ghi trích yếu: báo cáo về việc gì, năm nào.'),
    addressees: lines(typed.addressees),
    legalBases: lines(typed.legalBases),
    recipients: lines(typed.recipients),
    signing: readSigning(typed.signing, held.signing),
    signer: line('signer', ''),
    series: typed.series && typed.series in SERIES ? (typed.series as Series) : held.series,
  };
  if (header.symbol && !/^[\p{L}\d]+(-[\p{L}\d]+)*$/u.test(header.symbol))
    faults.push({
      field: 'symbol',
      message: 'Ký hiệu chỉ gồm chữ, số và dấu nối liền nhau, ví dụ BC-SNNMT.',
    });
  if (header.recipients.length === 0)
    faults.push({
      field: 'recipients',
      message: 'Hãy ghi nơi nhận, mỗi dòng một nơi; dòng cuối là nơi lưu.',
    });
  return { header, faults };
}

export function readSigning(typed: string | undefined, held: Signing): Signing {
  return typed === 'head' || typed === 'deputy' || typed === 'acting' ? typed : held;
}

function lines(text: string | undefined): string[] {
  return clean(text ?? '')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*[-–]\s*/, '')
        .replace(/[;.\s]+$/, '')
        .trim(),
    )
    .filter(Boolean);
}
