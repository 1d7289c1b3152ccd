import { showDay, showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import type { TimelineStep } from '../../shared/html/facts.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import { type ClassRequest, PAPERS, paperOf } from './class-request.ts';

/** The signed paper as files; opening one reads names, which is recorded. */
export function SignedPaperPanel({ request }: { readonly request: ClassRequest }) {
  const paper = paperOf(request.granted === true, request.result);
  const at = `/class-requests/${request.id}/paper`;
  return (
    <Panel title={`${PAPERS[paper]} số ${String(request.number ?? 0).padStart(2, '0')}`}>
      {request.reason ? <p>Lý do từ chối: {request.reason}</p> : null}
      <p>Văn bản có họ tên; mỗi lần tải được ghi lại với mục đích cấp giấy.</p>
      <Actions>
        <ButtonLink href={`${at}.pdf`} kind="primary" icon="download" download>
          Tải PDF để in
        </ButtonLink>
        <ButtonLink href={`${at}.docx`} icon="download" download>
          Tải Word
        </ButtonLink>
      </Actions>
    </Panel>
  );
}

/** Who did what with a request, and when. */
export function requestSteps(request: ClassRequest): TimelineStep[] {
  const { at, personName, surveyedOn, surveyorName, decidedAt, signerName, granted } = request;
  return [
    { key: 'received', what: 'Nhận đề nghị', who: personName, when: showInstant(at) },
    ...(surveyedOn
      ? [
          {
            ...{ key: 'surveyed', what: 'Khảo sát', who: surveyorName ?? '' },
            when: showDay(surveyedOn),
          },
        ]
      : []),
    ...(decidedAt
      ? [
          {
            ...{ key: 'decided', what: granted ? 'Công nhận' : 'Từ chối', who: signerName ?? '' },
            ...({ when: showInstant(decidedAt), tone: granted ? 'done' : 'idle' } as const),
          },
        ]
      : []),
  ];
}
