import { type Day, showDay, showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { KeyValues, Timeline, type TimelineStep } from '../../shared/html/facts.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES, CLASSES } from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import {
  type ClassRequest,
  follows,
  isBorneOut,
  PAPERS,
  paperOf,
  standingOf,
  WISHES,
} from './class-request.ts';
import { DecisionForm } from './decision-form.pages.tsx';
import { monthlyRule, reviewStart } from './monthly-rule.ts';
import type { Typed } from './request-draft.ts';
import { AnswerDay, StandingChip } from './request-parts.pages.tsx';

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
      <Asked {...props} />
      {request.result === null ? null : <Found {...props} />}
      <Next {...props} />
      <Section title="Đã làm">
        <Timeline steps={stepsOf(request)} />
      </Section>
    </Page>
  );
}

function Asked({ request, standard }: RequestPageProps) {
  const { source, confirmed, doubt } = monthlyRule(request.receivedOn);
  return (
    <Panel title="Hộ đề nghị">
      <KeyValues
        facts={[
          { name: 'Đề nghị', value: WISHES[request.wish] },
          { name: 'Hiện là', value: CLASSES[request.classBefore] },
          { name: 'Nội dung', value: request.content },
          {
            name: 'Hộ',
            value: (
              <a href={`/households/${request.householdId}`}>
                {request.code}, {request.villageName}
              </a>
            ),
          },
          {
            name: 'Thời hạn',
            value: `Nhận ngày ${showDay(request.receivedOn)}, rà soát từ ${showDay(reviewStart(request.receivedOn))}, trả lời chậm nhất ${showDay(request.dueOn)}`,
          },
          { name: 'Căn cứ', value: confirmed ? source : `${source}. Cần xác nhận: ${doubt}.` },
          { name: 'Chuẩn nghèo', value: standard?.name ?? '—' },
        ]}
      />
    </Panel>
  );
}

function Found({ request, standard }: RequestPageProps) {
  const { result, because, deprived, incomeScore, areaType } = request;
  const names = standard?.indicators.filter(({ key }) => deprived?.includes(key)) ?? [];
  return (
    <Panel title={result ? `Kết quả: ${CLASSES[result].toLocaleLowerCase('vi')}` : 'Kết quả'}>
      <p>{because}</p>
      <KeyValues
        facts={[
          { name: 'Khu vực', value: AREA_TYPES[areaType] },
          { name: 'Điểm A', value: incomeScore ?? '—' },
          {
            name: 'Thiếu hụt',
            value: names.map(({ name }) => name).join('; ') || 'Không thiếu hụt chỉ số nào',
          },
        ]}
      />
    </Panel>
  );
}

function Next(props: RequestPageProps) {
  const { request, mayEnter, mayDecide, hasHand } = props;
  const standing = standingOf(request);
  if (request.granted !== null) return <Papers {...props} />;
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

/** The signed paper as files; opening one reads names, which is recorded. */
function Papers({ request }: RequestPageProps) {
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

function stepsOf(request: ClassRequest): TimelineStep[] {
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
