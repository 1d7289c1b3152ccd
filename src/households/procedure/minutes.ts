import {
  type Block,
  heading,
  type OfficialDocument,
  paragraph,
  row,
  type Table,
} from '../../documents/official-document.ts';
import { officialDay } from '../../shared/day.ts';
import { lowerFirst, showNumber, showPercent } from '../../shared/vietnamese.ts';
import { changeWords, type Opening } from '../household-class.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { isAgreed, type Meeting, type ToldResult } from './meeting.ts';
import { inSentence, placeOf } from './place-names.ts';

/** What the minutes are made of; names were read with a purpose. */
export interface MinutesSources {
  readonly round: Pick<ReviewRound, 'year' | 'agreedShare'>;
  readonly communeName: string;
  readonly meeting: Meeting & { readonly results: readonly ToldResult[] };
  /** Points of score B for one deprived indicator. */
  readonly pointsEach: number;
  readonly nameOf: (householdId: string) => string | undefined;
}

/**
 * The minutes of a village meeting by Decree 30/2020 (template 1.9), in two copies: what was told,
 * who agreed, what was said. Hours that nobody wrote down stay open for the pen.
 */
export function describeMinutes(sources: MinutesSources): OfficialDocument {
  const { round, communeName, meeting } = sources;
  return {
    kind: 'BB',
    issuer: { parent: communeOffice(communeName), name: meeting.villageName },
    ...{ symbol: 'BB', place: placeOf(communeName), date: meeting.heldOn },
    summary: `Họp dân về kết quả rà soát hộ nghèo, hộ cận nghèo năm ${round.year}`,
    body: [...opening(sources), ...told(sources), ...outcome(sources)],
    secretary: { authority: ['THƯ KÝ'], name: meeting.secretaryName },
    signature: { authority: ['CHỦ TỌA'], name: meeting.chairName },
    recipients: ['Ủy ban nhân dân cấp xã (01 bản)', 'Lưu: thôn, bản (01 bản)'],
  };
}

function communeOffice(communeName: string): string {
  return `UBND ${communeName}`;
}

function opening({ communeName, meeting }: MinutesSources): Block[] {
  return [
    paragraph(`Thời gian bắt đầu: ${hour(meeting.began)}, ${officialDay(meeting.heldOn)}.`),
    paragraph(
      `Địa điểm: ${meeting.place}, ${inSentence(meeting.villageName)}, ${inSentence(communeName)}.`,
    ),
    paragraph(`Thành phần tham dự: ${showNumber(meeting.attended)} người.`),
    paragraph(`Chủ trì (chủ tọa): ${meeting.chairName}.`),
    paragraph(`Thư ký (người ghi biên bản): ${meeting.secretaryName}.`),
    paragraph('Nội dung (theo diễn biến cuộc họp):'),
  ];
}

/** `19 giờ 30 phút`, or room to write it. */
function hour(at: string | null): string {
  const [hours, minutes] = (at ?? '').split(':');
  return at ? `${hours} giờ ${minutes} phút` : '...... giờ ...... phút';
}

function told(sources: MinutesSources): Block[] {
  const { meeting, round } = sources;
  return [
    heading(2, 'Kết quả rà soát thông qua tại cuộc họp'),
    paragraph(
      `Chủ tọa thông báo kết quả rà soát, phân loại năm ${round.year} của ${showNumber(meeting.households)} hộ trong danh sách rà soát của ${inSentence(meeting.villageName)}:`,
    ),
    resultTable(sources),
  ];
}

const COLUMNS = [
  ['TT', 2, 'center'],
  ['Mã hộ', 5, 'left'],
  ['Họ và tên chủ hộ', 8, 'left'],
  ['Đầu năm', 5, 'left'],
  ['Điểm A', 3, 'center'],
  ['Điểm B', 3, 'center'],
  ['Kết quả', 8, 'left'],
] as const;

function resultTable({ meeting, pointsEach, nameOf }: MinutesSources): Table {
  return {
    kind: 'table',
    columns: COLUMNS.map(([, width, align]) => ({ width, align })),
    header: [COLUMNS.map(([text]) => ({ text }))],
    rows: meeting.results.map((one, at) =>
      row([
        `${at + 1}`,
        one.code,
        nameOf(one.householdId) ?? '-',
        STANDS[one.opening],
        score(one.incomeScore),
        score(one.deprived === null ? null : one.deprived * pointsEach),
        resultWords(one),
      ]),
    ),
  };
}

/** Short, for narrow columns. */
const STANDS: Readonly<Record<Opening, string>> = {
  poor: 'Nghèo',
  'near-poor': 'Cận nghèo',
  'not-poor': 'Không nghèo',
  absent: 'Chưa có',
};

function score(points: number | null): string {
  return points === null ? '-' : `${points}`;
}

/** What became of it; who stayed, or came from elsewhere, needs the class itself. */
function resultWords(one: ToldResult): string {
  const change = changeWords(one);
  if (one.closing === 'gone') return change;
  if (one.opening === one.closing) return STANDS[one.closing];
  return one.opening === 'absent' ? `${STANDS[one.closing]} (${lowerFirst(change)})` : change;
}

function outcome({ meeting, round }: MinutesSources): Block[] {
  const { attended, agreed, opinions } = meeting;
  const enough = isAgreed(meeting, round.agreedShare);
  return [
    heading(2, 'Ý kiến tại cuộc họp'),
    ...lines(opinions || 'Không có ý kiến khác.').map((line) => paragraph(line)),
    heading(2, 'Kết luận'),
    paragraph(
      `Số người đồng ý với kết quả rà soát: ${showNumber(agreed)}/${showNumber(attended)} người dự họp (${showPercent((agreed / attended) * 100)}).`,
    ),
    paragraph(
      enough
        ? 'Cuộc họp thống nhất kết quả rà soát nêu trên.'
        : `Chưa đủ ${showNumber(round.agreedShare * 100)} % người dự họp đồng ý; thôn, bản tổ chức rà soát và họp lại.`,
    ),
    paragraph(
      `Cuộc họp kết thúc vào ${hour(meeting.ended)}, ${officialDay(meeting.heldOn)}. Biên bản được lập thành 02 bản, đã đọc cho mọi người cùng nghe.`,
    ),
  ];
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
