import type { OfficialDocument } from '../../documents/official-document.ts';
import { type Day, showDay, showInstant } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { DocumentSheet } from '../../shared/html/document-sheet.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { ActionForm, Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, TextArea } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { stepAddress } from './addresses.ts';
import { Checklist } from './checklist.pages.tsx';
import { type Posting, type ProcedureState, postingChecks, wayBack } from './procedure-state.ts';
import { StepTabs } from './step-tabs.pages.tsx';
import { clockWords, isOver } from './working-days.ts';

export interface PostingPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly round: ReviewRound;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly postings: readonly Posting[];
  readonly mayPost: boolean;
  readonly withObjections: boolean;
  /** The list before it hangs is not for everybody in the review. */
  readonly mayPreview: boolean;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** The list in public: hanging it, its running clock, taking it down. */
export function PostingPage(props: PostingPageProps) {
  const { frame, round, communeName, state, withObjections, problems, message } = props;
  return (
    <Page frame={frame} title={`Niêm yết, ${communeName}`}>
      <PageHead
        title={`Niêm yết kết quả rà soát năm ${round.year}`}
        lead={leadOf(props)}
        back={wayBack(state, communeName)}
      />
      <StepTabs {...{ state, withObjections }} current="posting" />
      <ErrorSummary
        problems={problems.filter(({ field }) => field !== 'reason')}
        message={message}
      />
      {state.status === 'open' ? <BeforePosting {...props} /> : null}
      {state.posting ? <Hanging {...props} posting={state.posting} /> : null}
      <Earlier {...props} />
    </Page>
  );
}

function leadOf({ today, round, state }: PostingPageProps): string {
  if (state.status === 'recognised') return 'Kết quả đã được công nhận; danh sách giữ nguyên.';
  if (state.posting) return `Danh sách ${clockWords(today, state.posting.until)}.`;
  return `Danh sách được niêm yết ${round.postingDays} ngày làm việc sau ngày dán, họ tên viết tắt.`;
}

function BeforePosting(props: PostingPageProps) {
  const { state, mayPost, mayPreview } = props;
  const checks = postingChecks(state);
  return (
    <>
      {checks.length > 0 ? (
        <Panel title="Chưa niêm yết được">
          <Checklist checks={checks} />
        </Panel>
      ) : null}
      {checks.length === 0 && mayPost ? <PostForm {...props} /> : null}
      {checks.length === 0 && !mayPost ? (
        <Notice kind="info">Cán bộ rà soát của xã ghi ngày niêm yết.</Notice>
      ) : null}
      {mayPreview ? (
        <Actions>
          <ButtonLink href={`${stepAddress(state, 'posting')}/list`} icon="print">
            Xem trước danh sách
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}

function PostForm({ round, state, typed, problems }: PostingPageProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Form action={stepAddress(state, 'posting')}>
      <HiddenField name="version" value={`${state.version}`} />
      <DayField {...field('postedOn')} label="Ngày niêm yết" />
      <TextArea
        {...field('places')}
        label="Nơi niêm yết"
        hint="Mỗi dòng một nơi, ví dụ: trụ sở UBND xã; nhà văn hóa các thôn, bản."
        rows={3}
        maxlength={1000}
      />
      <HolidayNote days={round.postingDays} />
      <Actions>
        <Button kind="primary" big>
          Ghi đã niêm yết
        </Button>
      </Actions>
    </Form>
  );
}

/** What the clock does not know. */
function HolidayNote({ days }: { readonly days: number }) {
  return (
    <p class="hint">
      {`Hạn là ${days} ngày làm việc, không kể ngày dán, thứ bảy và chủ nhật. Ngày nghỉ lễ và ngày nghỉ bù hệ thống chưa biết: nếu có, hãy để danh sách thêm đủ số ngày rồi mới công nhận.`}
    </p>
  );
}

function Hanging(props: PostingPageProps & { readonly posting: Posting }) {
  const { today, round, state, posting, mayPost } = props;
  const over = isOver(today, posting.until);
  const list = `${stepAddress(state, 'posting')}/list`;
  return (
    <Panel title="Danh sách đang niêm yết">
      <KeyValues
        facts={[
          { name: 'Từ ngày', value: showDay(posting.postedOn) },
          {
            name: 'Thời hạn',
            value: <Status tone={over ? 'done' : 'due'}>{clockWords(today, posting.until)}</Status>,
          },
          { name: 'Nơi niêm yết', value: posting.places },
          { name: 'Người ghi', value: `${posting.personName}, ${showInstant(posting.at)}` },
        ]}
      />
      <HolidayNote days={round.postingDays} />
      <Actions>
        <ButtonLink href={list} icon="print" kind="primary">
          Xem và in danh sách
        </ButtonLink>
        <ButtonLink href={`${list}.pdf`} download>
          Tải PDF
        </ButtonLink>
      </Actions>
      {state.status === 'posted' && mayPost ? <TakeDown {...props} /> : null}
    </Panel>
  );
}

function TakeDown({ state, typed, problems }: PostingPageProps) {
  return (
    <ActionForm
      action={`${stepAddress(state, 'posting')}/withdraw`}
      label="Rút niêm yết"
      kind="danger"
      values={{ version: `${state.version}` }}
      reason={{
        label: 'Lý do rút niêm yết',
        hint: 'Ví dụ: danh sách sót hộ của Bản Một. Việc rà soát mở lại để sửa; sau đó niêm yết lại đủ thời gian.',
        value: typed.reason,
        error: errorOf(problems, 'reason'),
      }}
    />
  );
}

function Earlier({ postings }: PostingPageProps) {
  const withdrawn = postings.filter(({ withdrawnAt }) => withdrawnAt !== null);
  if (withdrawn.length === 0) return null;
  return (
    <Section title="Các lần đã rút">
      <DataTable
        caption="Các lần niêm yết đã rút"
        quietCaption
        rows={withdrawn}
        keyOf={({ id }) => id}
        columns={[
          { key: 'from', head: 'Niêm yết từ', cell: ({ postedOn }) => showDay(postedOn) },
          {
            key: 'withdrawn',
            head: 'Rút lúc',
            cell: ({ withdrawnAt }) => (withdrawnAt ? showInstant(withdrawnAt) : ''),
          },
          { key: 'reason', head: 'Lý do', cell: ({ withdrawnReason }) => withdrawnReason },
        ]}
      />
    </Section>
  );
}

interface NoticeListProps {
  readonly frame: Frame;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly document: OfficialDocument;
}

/** The list as it hangs, to be read and printed. */
export function PostingListPage({ frame, communeName, state, document }: NoticeListProps) {
  const posting = stepAddress(state, 'posting');
  return (
    <Page frame={frame} title={`Danh sách niêm yết, ${communeName}`} wide paper>
      <PageHead
        title="Danh sách niêm yết"
        lead={`${communeName}. Họ tên viết tắt, không có điểm và tình trạng sức khỏe.`}
        back={{ href: posting, label: 'Niêm yết' }}
      />
      <Desk bar={<ListBar {...{ state, posting }} />}>
        <DocumentSheet document={document} />
      </Desk>
    </Page>
  );
}

function ListBar({ state, posting }: { readonly state: ProcedureState; readonly posting: string }) {
  return (
    <>
      {state.posting ? (
        <Status tone="info">{`Niêm yết từ ${showDay(state.posting.postedOn)}`}</Status>
      ) : (
        <Status tone="idle">Bản xem trước, chưa niêm yết</Status>
      )}
      <Actions>
        <ButtonLink href={`${posting}/list.pdf`} download>
          Tải PDF để in
        </ButtonLink>
      </Actions>
    </>
  );
}
