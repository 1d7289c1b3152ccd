import { bold, paragraph, type Run } from '../../documents/official-document.ts';
import { showDay } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { CLASSES } from '../household-class.ts';
import { basesFor } from '../procedure/legal-bases.ts';
import { inSentence, povertyDesk } from '../procedure/place-names.ts';
import { type PaperBody, type PaperSources, titleOf, whereOf } from './paper-sources.ts';

/** The chairman's decision that a household has left the list. */
export function decisionBody(sources: PaperSources): PaperBody {
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
