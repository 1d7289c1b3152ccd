import { bold, paragraph } from '../../documents/official-document.ts';
import { showDay } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { inSentence } from '../procedure/place-names.ts';
import { WISHES } from './class-request.ts';
import { capital, type PaperBody, type PaperSources, titleOf, whereOf } from './paper-sources.ts';

/** The letter that refuses a request: what was found, the reason, and what the household may do. */
export function letterBody(sources: PaperSources): PaperBody {
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

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
