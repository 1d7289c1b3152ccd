import {
  type Block,
  heading,
  type OfficialDocument,
  paragraph,
} from '../../documents/official-document.ts';
import { showDay } from '../../shared/day.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { type NameList, PARTS } from './name-lists.ts';
import { countWords, type HeadOf, nameTable } from './name-table.ts';
import { placeOf } from './place-names.ts';
import type { Posting } from './procedure-state.ts';

/** What the notice is made of; heads come masked, and nothing of scores or health comes at all. */
export interface NoticeSources {
  readonly round: Pick<ReviewRound, 'year' | 'postingDays'>;
  readonly communeName: string;
  readonly officeName: string;
  readonly lists: readonly NameList[];
  readonly maskedHeadOf: HeadOf;
  /** None while it is only a draft: days and places stay open. */
  readonly posting: Posting | null;
}

/** The list as it hangs in the villages: a notice by Decree 30/2020, its number left to the office. */
export function describeNotice(sources: NoticeSources): OfficialDocument {
  const { round, communeName, officeName, posting } = sources;
  return {
    kind: 'TB',
    issuer: { name: officeName },
    ...(posting ? { date: posting.postedOn } : { typeName: 'Dự thảo thông báo' }),
    ...{ year: round.year, symbol: 'TB-UBND', place: placeOf(communeName) },
    summary: `Niêm yết công khai kết quả rà soát hộ nghèo, hộ cận nghèo năm ${round.year}`,
    body: [...timeAndPlace(sources), ...listBlocks(sources), ...wayToObject(sources)],
    signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: '' },
    recipients: ['Các thôn, bản (niêm yết)', 'Lưu: VT'],
  };
}

function timeAndPlace({ round, officeName, posting }: NoticeSources): Block[] {
  const [from, until] = posting
    ? [showDay(posting.postedOn), showDay(posting.until)]
    : ['....../....../......', '....../....../......'];
  return [
    paragraph(
      `Thực hiện Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ, sau khi các thôn, bản đã họp dân, ${officeName} niêm yết công khai kết quả rà soát hộ nghèo, hộ cận nghèo năm ${round.year} như sau:`,
    ),
    heading(2, 'Thời gian, nơi niêm yết'),
    paragraph(
      `Từ ngày ${from} đến hết ngày ${until} (${round.postingDays} ngày làm việc), tại: ${posting?.places ?? '......'}.`,
    ),
  ];
}

function listBlocks({ lists, maskedHeadOf }: NoticeSources): Block[] {
  return [
    heading(2, 'Danh sách'),
    paragraph('Tên riêng của chủ hộ được viết tắt để bảo vệ dữ liệu cá nhân.'),
    ...lists.flatMap((list): Block[] => [
      heading(3, `${PARTS[list.part]}: ${countWords(list.households, list.members)}`),
      ...(list.households > 0 ? [nameTable(list, maskedHeadOf, 'Năm sinh')] : []),
    ]),
  ];
}

function wayToObject({ officeName }: NoticeSources): Block[] {
  return [
    heading(2, 'Tiếp nhận ý kiến phản ánh'),
    paragraph(
      `Ai có ý kiến về danh sách thì gửi đơn hoặc trình bày trực tiếp với ${officeName} hoặc trưởng thôn, bản trong thời gian niêm yết, nêu rõ mã hộ và nội dung. Ý kiến được trả lời trước khi công nhận kết quả.`,
    ),
  ];
}
