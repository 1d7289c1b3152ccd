import { type DocumentKind, documentSymbol } from '../../documents/document-kinds.ts';
import {
  bold,
  type OfficialDocument,
  paragraph,
  type Run,
  row,
  type Table,
} from '../../documents/official-document.ts';
import { type Day, showDay } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { ethnicName } from '../ethnic-groups.ts';
import { AREA_TYPES, CLASSES } from '../household-class.ts';

import { basesFor } from '../procedure/legal-bases.ts';
import { inSentence, placeOf, povertyDesk } from '../procedure/place-names.ts';
import { type Signing, signatureLines } from '../procedure/signing.ts';
import { relationName, SEXES } from '../registry/member.ts';
import { type ClassRequest, type Paper, paperOf, WISHES } from './class-request.ts';

/** A member as printed; the head is the first. */
export interface NamedMember {
  readonly fullName: string;
  /** Day of birth, or its year where nobody wrote the day down. */
  readonly born: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly relation: string;
  readonly citizenNumber: string | null;
}

/** All that a paper is made of, names included. */
export interface PaperSources {
  readonly request: Pick<
    ClassRequest,
    | 'code'
    | 'wish'
    | 'classBefore'
    | 'receivedOn'
    | 'areaType'
    | 'surveyedOn'
    | 'result'
    | 'because'
    | 'villageName'
  >;
  readonly granted: boolean;
  readonly reason: string | null;
  readonly number: number;
  readonly decidedOn: Day;
  readonly communeName: string;
  readonly officeName: string;
  readonly standardName: string;
  readonly head: NamedMember;
  readonly members: readonly NamedMember[];
  readonly signing: Signing;
  readonly signerName: string;
}

/**
 * The paper that a decision on a request gives: the certificate, the decision that a household has
 * left the list, or the refusal with its reason (Decision 24/2021; layout Decree 30/2020). Pure.
 */
export function describePaper(sources: PaperSources): OfficialDocument {
  const paper = paperOf(sources.granted, sources.request.result);
  const { kind, symbol } = NAMES[paper];
  return {
    ...{ kind, symbol, issuer: { name: sources.officeName }, number: sources.number },
    ...{ date: sources.decidedOn, place: placeOf(sources.communeName) },
    ...BODIES[paper](sources),
    signature: { authority: signatureLines(sources.signing), name: sources.signerName },
  };
}

const NAMES: Readonly<Record<Paper, { readonly kind: DocumentKind; readonly symbol: string }>> = {
  certificate: { kind: 'GCN', symbol: documentSymbol('GCN', 'UBND') },
  decision: { kind: 'QĐ', symbol: documentSymbol('QĐ', 'UBND') },
  letter: { kind: 'CV', symbol: documentSymbol('CV', 'UBND', 'KT') },
};

/** The series of numbers that a paper takes its number from. */
export function seriesOf(paper: Paper): string {
  return NAMES[paper].kind;
}

type Body = Pick<OfficialDocument, 'summary' | 'body' | 'recipients'> & Partial<OfficialDocument>;

const BODIES: Readonly<Record<Paper, (sources: PaperSources) => Body>> = {
  certificate: certificateBody,
  decision: decisionBody,
  letter: letterBody,
};

function certificateBody(sources: PaperSources): Body {
  const { request, head, members, standardName, decidedOn, officeName } = sources;
  const result = classOf(sources);
  const year = decidedOn.slice(0, 4);
  return {
    summary: `${capital(result)} năm ${year}`,
    body: [
      paragraph(`Chủ tịch ${officeName} chứng nhận:`),
      paragraph(`Hộ gia đình ${titleOf(head)}: `, bold(head.fullName)),
      paragraph(`Sinh: ${head.born}; dân tộc: ${ethnicName(head.ethnicity)}${numberOf(head)}.`),
      paragraph(`Nơi ở: ${whereOf(sources)}. Mã hộ: ${request.code}.`),
      paragraph(
        'Là ',
        bold(result),
        ` theo ${lowerFirst(standardName)}, khu vực ${AREA_TYPES[request.areaType].toLocaleLowerCase('vi')}, kể từ ngày ${showDay(decidedOn)}.`,
      ),
      paragraph(`Các thành viên của hộ (${members.length} người):`),
      membersTable(members),
      paragraph(
        `Giấy này có giá trị đến khi có quyết định công nhận kết quả rà soát hộ nghèo, hộ cận nghèo hằng năm tiếp theo, hoặc quyết định hộ ra khỏi danh sách.`,
      ),
    ],
    recipients: [],
  };
}

const MEMBER_COLUMNS = [
  ['TT', 2, 'center'],
  ['Họ và tên', 8, 'left'],
  ['Ngày, năm sinh', 5, 'center'],
  ['Giới tính', 3, 'center'],
  ['Dân tộc', 4, 'left'],
  ['Quan hệ với chủ hộ', 6, 'left'],
] as const;

function membersTable(members: readonly NamedMember[]): Table {
  return {
    kind: 'table',
    columns: MEMBER_COLUMNS.map(([, width, align]) => ({ width, align })),
    header: [MEMBER_COLUMNS.map(([text]) => ({ text }))],
    rows: members.map((one, at) =>
      row([
        ...[`${at + 1}`, one.fullName, one.born, sexOf(one)],
        ...[ethnicName(one.ethnicity), relationName(one.relation)],
      ]),
    ),
  };
}

function decisionBody(sources: PaperSources): Body {
  const { request, head, officeName, decidedOn, standardName } = sources;
  const before = CLASSES[request.classBefore].toLocaleLowerCase('vi');
  const left = before.replace('hộ ', 'hộ thoát ');
  return {
    summary: `Về việc công nhận ${left}`,
    decidedBy: `Chủ tịch ${officeName}`,
    legalBases: [
      ...basesFor(Number(decidedOn.slice(0, 4))).map(({ text }) => `Căn cứ ${text}`),
      `Xét giấy đề nghị của hộ ${titleOf(head)} ${head.fullName} nhận ngày ${showDay(request.receivedOn)} và kết quả rà soát`,
    ],
    body: [
      article(
        1,
        `Công nhận hộ ${titleOf(head)} `,
        bold(head.fullName),
        ` (mã hộ ${request.code}, ở ${whereOf(sources)}), đang là ${before}, là ${left} kể từ ngày ${showDay(decidedOn)}, theo ${lowerFirst(standardName)}.`,
      ),
      paragraph(`Kết quả rà soát: ${request.because ?? ''}`),
      article(
        2,
        `Giấy chứng nhận ${before} đã cấp cho hộ hết giá trị kể từ ngày Quyết định này có hiệu lực.`,
      ),
      article(
        3,
        `Quyết định này có hiệu lực kể từ ngày ký. Trưởng ${povertyDesk(sources.communeName)}, Trưởng ${inSentence(request.villageName)} và hộ có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
      ),
    ],
    recipients: ['Như Điều 3', 'Lưu: VT, KT'],
  };
}

function article(number: number, ...words: readonly (string | Run)[]) {
  return paragraph(bold(`Điều ${number}. `), ...words);
}

function letterBody(sources: PaperSources): Body {
  const { request, head, officeName, reason } = sources;
  const who = `${titleOf(head)} ${head.fullName}`;
  const wish = lowerFirst(WISHES[request.wish]);
  return {
    summary: `trả lời đề nghị ${wish}`,
    addressees: [`${capital(titleOf(head))} ${head.fullName}, ${whereOf(sources)}`],
    body: [
      paragraph(
        `Ngày ${showDay(request.receivedOn)}, ${officeName} nhận được giấy đề nghị của hộ ${who} (mã hộ ${request.code}) về việc ${wish}.`,
      ),
      ...foundIn(sources),
      paragraph(
        `Vì vậy, Chủ tịch ${officeName} không công nhận theo đề nghị của hộ. Lý do: `,
        bold(sentence(reason ?? '')),
      ),
      paragraph(
        `Nếu không đồng ý, ${titleOf(head)} có thể phản ánh hoặc khiếu nại đến Chủ tịch ${officeName}; khi hoàn cảnh của hộ thay đổi, hộ có thể đề nghị lại vào bất cứ tháng nào.`,
      ),
      paragraph(`${officeName} thông báo để ${titleOf(head)} được biết.`),
    ],
    recipients: ['Như trên', `Trưởng ${inSentence(request.villageName)}`, 'Lưu: VT, KT'],
  };
}

/** What the survey found, where there was one. */
function foundIn({ request, standardName }: PaperSources) {
  if (request.surveyedOn === null || request.because === null) return [];
  return [
    paragraph(
      `Ngày ${showDay(request.surveyedOn)}, hộ được rà soát theo ${lowerFirst(standardName)}. Kết quả: ${request.because}`,
    ),
  ];
}

function classOf({ request }: PaperSources): string {
  return CLASSES[request.result ?? 'not-poor'].toLocaleLowerCase('vi');
}

function whereOf({ request, communeName }: PaperSources): string {
  return `${inSentence(request.villageName)}, ${inSentence(communeName)}`;
}

function titleOf({ sex }: NamedMember): string {
  return sex === 'f' ? 'bà' : 'ông';
}

function sexOf({ sex }: NamedMember): string {
  return sex === 'f' ? SEXES.f : SEXES.m;
}

function numberOf({ citizenNumber }: NamedMember): string {
  return citizenNumber ? `; số căn cước: ${citizenNumber}` : '';
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
