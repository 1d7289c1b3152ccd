import {
  type Annex,
  type Block,
  bold,
  heading,
  type OfficialDocument,
  paragraph,
} from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { type NameList, PARTS } from './name-lists.ts';
import { countWords, type HeadOf, nameTable } from './name-table.ts';
import { inSentence, placeOf, povertyDesk } from './place-names.ts';
import { type Signing, signatureLines } from './signing.ts';

/** What the chairman decides of the paper: the rest follows from the review. */
export interface DecisionWish {
  readonly number: number;
  readonly issuedOn: Day;
  /** One base each, without "Căn cứ" doubled and without signs of print. */
  readonly legalBases: readonly string[];
  /** Who carries it out besides the households: `Trưởng phòng Kinh tế, …`. */
  readonly executors: string;
  readonly recipients: readonly string[];
}

/** All that the decision is made of. */
export interface DecisionSources {
  readonly round: Pick<ReviewRound, 'year'>;
  /** `Xã Mường Than` and its office, as they are called on the day of issue. */
  readonly communeName: string;
  readonly officeName: string;
  readonly lists: readonly NameList[];
  readonly headOf: HeadOf;
  readonly signing: Signing;
  readonly signerName: string;
}

/**
 * The chairman's decision by Decree 30/2020 (template 1.2) with its annex of names: what QĐ
 * 24/2021/QĐ-TTg has the chairman recognise. Pure: the same review and wish give the same paper.
 */
export function describeDecision(wish: DecisionWish, sources: DecisionSources): OfficialDocument {
  const { round, communeName, officeName } = sources;
  return {
    kind: 'QĐ',
    issuer: { name: officeName },
    ...{ number: wish.number, date: wish.issuedOn, year: round.year, symbol: 'QĐ-UBND' },
    place: placeOf(communeName),
    summary: summaryOf(round.year),
    decidedBy: `Chủ tịch ${officeName}`,
    legalBases: wish.legalBases.map(asBase),
    body: articles(wish, sources),
    signature: { authority: signatureLines(sources.signing), name: sources.signerName },
    recipients: wish.recipients,
    annexes: [annexOf(sources)],
  };
}

function summaryOf(year: number): string {
  return `Về việc công nhận hộ nghèo, hộ cận nghèo, hộ thoát nghèo, hộ thoát cận nghèo năm ${year}`;
}

/** A legal base opens with its own word; "Theo đề nghị", "Xét Tờ trình" are left as typed. */
function asBase(text: string): string {
  const opened = /^(căn cứ|theo|xét|thực hiện)\s/iu.test(text);
  return opened ? text : `Căn cứ ${text}`;
}

function articles(wish: DecisionWish, sources: DecisionSources): Block[] {
  const { round, communeName, officeName, lists } = sources;
  const where = inSentence(communeName);
  return [
    article(
      1,
      `Công nhận kết quả rà soát hộ nghèo, hộ cận nghèo năm ${round.year} trên địa bàn ${where}, gồm:`,
    ),
    ...lists.map(countLine),
    paragraph('(Danh sách tại Phụ lục kèm theo Quyết định này).'),
    article(
      2,
      `Danh sách nêu tại Điều 1 là căn cứ để thực hiện các chính sách giảm nghèo, an sinh xã hội và các chính sách kinh tế - xã hội khác từ ngày 01 tháng 01 năm ${round.year + 1}. ${officeName} cấp Giấy chứng nhận hộ nghèo, hộ cận nghèo cho các hộ được công nhận và theo dõi thay đổi của các hộ trong năm.`,
    ),
    article(
      3,
      `Quyết định này có hiệu lực kể từ ngày ký. ${wish.executors} và các hộ có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.`,
    ),
  ];
}

function article(number: number, text: string): Block {
  return paragraph(bold(`Điều ${number}. `), text);
}

function countLine({ part, households, members }: NameList, at: number): Block {
  const end = at === Object.keys(PARTS).length - 1 ? '.' : ';';
  return paragraph(`${at + 1}. ${PARTS[part]}: ${countWords(households, members)}${end}`);
}

/** Names by list and village: the part that holds identities, and no other does. */
function annexOf({ round, lists, headOf }: DecisionSources): Annex {
  return {
    name: `Danh sách hộ nghèo, hộ cận nghèo, hộ thoát nghèo, hộ thoát cận nghèo năm ${round.year}`,
    blocks: lists.flatMap((list): Block[] => [
      heading(1, `${PARTS[list.part]}: ${countWords(list.households, list.members)}`),
      ...(list.households > 0 ? [nameTable(list, headOf, 'Ngày sinh')] : []),
    ]),
  };
}

/** The decision without its annex: what may be shown to those who have no purpose for names. */
export function withoutNames(decision: OfficialDocument): OfficialDocument {
  return { ...decision, annexes: [] };
}

/** Who receives and who carries out, as a first draft that the chairman may change. */
export function usualWords(communeName: string): {
  readonly executors: string;
  readonly recipients: readonly string[];
  /** The line after the legal bases: at whose proposal. */
  readonly proposal: string;
} {
  const where = inSentence(communeName);
  const desk = povertyDesk(communeName);
  return {
    proposal: `Theo đề nghị của Trưởng ${desk}`,
    executors: `Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${where}; Trưởng ${desk}; Trưởng các thôn, bản`,
    recipients: [
      'Như Điều 3',
      'Ủy ban nhân dân tỉnh (báo cáo)',
      'Sở Nông nghiệp và Môi trường (báo cáo)',
      `Thường trực Đảng ủy, Thường trực Hội đồng nhân dân ${where}`,
      `Ủy ban Mặt trận Tổ quốc Việt Nam ${where}`,
      'Lưu: VT, KT',
    ],
  };
}
