import { showInstant } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { type FigureFact, Figures } from '../../shared/html/facts.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField, TextArea } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import type { Count, TableKey } from './change-tables.ts';
import { signed, signedCount, TABLE_NAMES } from './residual-words.ts';
import {
  type Accounting,
  type Explanation,
  explanationOf,
  isNone,
  type Residual,
  reasonField,
  unexplained,
} from './residuals.ts';
import { tableAddress } from './table-rows.ts';

export interface ExplanationsPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly review: CommuneReview;
  readonly accounting: Accounting;
  /** The person reviews the commune, and nothing is recognised yet. */
  readonly mayExplain: boolean;
  /** What was typed and not taken. */
  readonly typed?: { readonly table: TableKey; readonly reason: string } | undefined;
  readonly faults?: readonly FieldProblem[] | undefined;
  readonly message?: string | undefined;
}

/** Does this year follow from last year, and if not, why not? */
export function ExplanationsPage(props: ExplanationsPageProps) {
  const { frame, round, review, accounting } = props;
  const desk = `/review-rounds/${round.id}/communes/${review.communeId}`;
  return (
    <Page frame={frame} title={`Giải trình chênh lệch: ${review.communeName}`}>
      <PageHead
        title={`Giải trình chênh lệch: ${review.communeName}`}
        lead={leadOf(props)}
        back={{ href: desk, label: `${review.communeName}, rà soát năm ${round.year}` }}
      />
      <ErrorSummary problems={props.faults ?? []} message={props.message} />
      {accounting.residuals.map((residual) => (
        <TablePanel key={residual.table} residual={residual} {...props} />
      ))}
      <Twins accounting={accounting} />
    </Page>
  );
}

function leadOf({ accounting, round, review }: ExplanationsPageProps): string {
  const open = unexplained(accounting).length;
  if (open > 0)
    return `Còn ${open} chênh lệch chưa giải trình; giải trình xong mới công nhận được kết quả.`;
  if (accounting.residuals.some(({ total }) => !isNone(total)))
    return 'Mọi chênh lệch đã được giải trình.';
  return review.status === 'recognised' || accounting.residuals.every((one) => one.lastClosing)
    ? `Số đầu năm ${round.year} bằng số cuối năm ${round.year - 1}; không có gì phải giải trình.`
    : `Chưa có số cuối năm ${round.year - 1} trọn vẹn của xã để so sánh.`;
}

function TablePanel({
  residual,
  ...props
}: ExplanationsPageProps & { readonly residual: Residual }) {
  const name = TABLE_NAMES[residual.table];
  return (
    <Panel
      title={`${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`}
      id={residual.table}
      actions={<ResidualStatus residual={residual} accounting={props.accounting} />}
    >
      <Working residual={residual} {...props} />
      <Given residual={residual} {...props} />
    </Panel>
  );
}

function ResidualStatus({
  residual,
  accounting,
}: {
  readonly residual: Residual;
  readonly accounting: Accounting;
}) {
  if (isNone(residual.total))
    return residual.lastClosing ? (
      <Status tone="done">Khớp</Status>
    ) : (
      <Status tone="idle">Chưa so được</Status>
    );
  return explanationOf(residual, accounting.explanations) ? (
    <Status tone="done">Đã giải trình</Status>
  ) : (
    <Status tone="due">Chưa giải trình</Status>
  );
}

/** The sum as one would do it on paper. */
function Working({
  residual,
  round,
  review,
}: Pick<ExplanationsPageProps, 'round' | 'review'> & { readonly residual: Residual }) {
  const { line, lastClosing, gap, identity, table } = residual;
  const ask = { roundId: round.id, table: table === 'poor' ? '2' : '3', units: 'then' as const };
  return (
    <>
      <Figures
        figures={[
          figureOf(`Đầu năm ${round.year}`, line.opening, showNumber),
          figureOf(`Cuối năm ${round.year - 1}`, lastClosing, showNumber),
          figureOf('Chênh lệch', lastClosing && gap, signed),
          ...(isNone(identity) ? [] : [figureOf('Phần dư trong năm', identity, signed)]),
        ]}
      />
      <p class="soft">
        Xem cả năm ở{' '}
        <a href={tableAddress({ ...ask, unitId: review.communeId })}>biểu {ask.table} của xã</a>.
      </p>
    </>
  );
}

function figureOf(name: string, count: Count | null, show: (value: number) => string): FigureFact {
  if (!count) return { name, value: <Missing /> };
  const { households, members } = count;
  return { name, value: `${show(households)} hộ`, before: `${show(members)} nhân khẩu` };
}

/** The reason that holds, an outdated one, and the field for a new one. */
function Given(props: ExplanationsPageProps & { readonly residual: Residual }) {
  const { residual, accounting, mayExplain } = props;
  const current = explanationOf(residual, accounting.explanations);
  const outdated = accounting.explanations.find(
    (one) => one.table === residual.table && one !== current,
  );
  return (
    <>
      {current ? <Reason explanation={current} /> : null}
      {outdated ? (
        <p>
          Giải trình trước là cho chênh lệch {signedCount(outdated)} (hộ / khẩu) nên không còn dùng
          được: “{outdated.reason}”
        </p>
      ) : null}
      {mayExplain && !isNone(residual.total) ? <ReasonForm current={current} {...props} /> : null}
    </>
  );
}

function Reason({ explanation }: { readonly explanation: Explanation }) {
  return (
    <p>
      {explanation.reason}{' '}
      <span class="soft">
        ({explanation.personName}, {showInstant(explanation.at)})
      </span>
    </p>
  );
}

function ReasonForm({
  residual,
  current,
  round,
  review,
  typed,
  faults = [],
}: ExplanationsPageProps & {
  readonly residual: Residual;
  readonly current: Explanation | undefined;
}) {
  const { table, total } = residual;
  const name = reasonField(table);
  const value = typed?.table === table ? typed.reason : current?.reason;
  return (
    <Form action={`/review-rounds/${round.id}/communes/${review.communeId}/explanations`}>
      <HiddenField name="table" value={table} />
      <HiddenField name="households" value={String(total.households)} />
      <HiddenField name="members" value={String(total.members)} />
      <TextArea
        {...{ name, value }}
        label={`Vì sao ${TABLE_NAMES[table]} chênh ${signed(total.households)} hộ, ${signed(total.members)} khẩu?`}
        hint="Ghi việc gì đã xảy ra, ở thôn nào; không ghi họ tên của hộ."
        error={errorOf(faults, name)}
        rows={3}
      />
      <Button kind={current ? 'secondary' : 'primary'}>
        {current ? 'Sửa giải trình' : 'Ghi giải trình'}
      </Button>
    </Form>
  );
}

function Twins({ accounting: { residuals, twins } }: Pick<ExplanationsPageProps, 'accounting'>) {
  const [poor, nearPoor] = residuals;
  if (!poor || !nearPoor) return null;
  return (
    <Panel
      title="Biểu 2 và biểu 3"
      actions={
        twins.every(isNone) ? (
          <Status tone="done">Khớp</Status>
        ) : (
          <Status tone="late">Chưa khớp</Status>
        )
      }
    >
      <p>
        Từ hộ nghèo sang hộ cận nghèo: {showNumber(poor.line.toTwin.households)} hộ ở biểu 2,{' '}
        {showNumber(nearPoor.line.fromTwin.households)} hộ ở biểu 3. Từ hộ cận nghèo xuống hộ nghèo:{' '}
        {showNumber(poor.line.fromTwin.households)} hộ ở biểu 2,{' '}
        {showNumber(nearPoor.line.toTwin.households)} hộ ở biểu 3.
      </p>
    </Panel>
  );
}
