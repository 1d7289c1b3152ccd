import type { Day } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Timeline } from '../../shared/html/facts.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { type ClassRequest, follows, isBorneOut, standingOf } from './class-request.ts';
import { DecisionForm } from './decision-form.pages.tsx';
import { requestSteps, SignedPaperPanel } from './request-done.pages.tsx';
import { RequestAsked, RequestFound } from './request-facts.pages.tsx';
import { AnswerDay, StandingChip } from './request-parts.pages.tsx';
import type { Typed } from './typed-request.ts';

export interface RequestPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly request: ClassRequest;
  /** Masked. */
  readonly headName: string;
  readonly standard: PovertyStandard | undefined;
  readonly mayEnter: boolean;
  readonly mayDecide: boolean;
  /** Would decide, but has entered or surveyed this request. */
  readonly hasHand: boolean;
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** One request: what is asked, what the survey found, what comes next and by when. */
export function RequestPage(props: RequestPageProps) {
  const { frame, today, request, headName } = props;
  return (
    <Page frame={frame} title={`Đề nghị của hộ ${headName}`}>
      <PageHead
        title={`Đề nghị của hộ ${headName}`}
        lead={
          <>
            <StandingChip request={request} /> {request.decidedOn ? 'Trả lời ngày' : 'Hạn trả lời'}{' '}
            <AnswerDay {...{ request, today }} />
          </>
        }
        back={{ href: '/class-requests', label: 'Rà soát thường xuyên' }}
      />
      <ErrorSummary problems={props.faults} message={props.message} />
      <RequestAsked {...props} />
      {request.result === null ? null : <RequestFound {...props} />}
      <Next {...props} />
      <Section title="Đã làm">
        <Timeline steps={requestSteps(request)} />
      </Section>
    </Page>
  );
}

function Next(props: RequestPageProps) {
  const { request, mayEnter, mayDecide, hasHand } = props;
  const standing = standingOf(request);
  if (request.granted !== null) return <SignedPaperPanel request={request} />;
  return (
    <>
      {mayEnter && follows(standing, 'survey') ? (
        <Actions>
          <ButtonLink
            href={`/class-requests/${request.id}/survey`}
            kind={standing === 'received' ? 'primary' : 'secondary'}
          >
            {standing === 'received' ? 'Nhập phiếu khảo sát' : 'Khảo sát lại'}
          </ButtonLink>
        </Actions>
      ) : null}
      {mayDecide ? <Decision {...props} /> : null}
      {hasHand ? (
        <Notice kind="info">
          Bạn đã nhận hoặc khảo sát đề nghị này nên không tự quyết định được; một lãnh đạo khác của
          xã quyết định.
        </Notice>
      ) : null}
    </>
  );
}

/** Before the survey there is nothing to decide, but a paper that is no request can be refused. */
function Decision(props: RequestPageProps) {
  const { request, faults } = props;
  const form = <DecisionForm {...props} borneOut={isSupported(request)} />;
  if (request.result !== null) return form;
  return (
    <>
      <p>Hộ chưa được khảo sát. Người rà soát nhập phiếu xong thì bạn quyết định ở đây.</p>
      <details open={faults.length > 0}>
        <summary>Từ chối ngay, vì giấy đề nghị không hợp lệ</summary>
        {form}
      </details>
    </>
  );
}

function isSupported({ wish, classBefore, result }: ClassRequest): boolean {
  return isBorneOut(wish, classBefore, result);
}
