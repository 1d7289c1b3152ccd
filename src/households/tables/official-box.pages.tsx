import { showDay } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { CommuneStatus, ReviewRound } from '../rounds/review-round.ts';
import type { OfficialTyped } from './official-wish.ts';

export interface OfficialBoxProps {
  readonly round: ReviewRound;
  /** Every commune that the round asks; without a status it has not begun. */
  readonly communes: readonly {
    readonly name: string;
    readonly status: CommuneStatus | null | undefined;
  }[];
  /** The person runs the review (`mayRunReviews`). */
  readonly mayMake: boolean;
  /** What was typed and not taken. */
  readonly typed?: OfficialTyped | undefined;
  readonly faults?: readonly FieldProblem[] | undefined;
}

/** Are the figures official, what is missing before they can be, or the form that makes them so. */
export function OfficialBox(props: OfficialBoxProps) {
  const { round, communes } = props;
  const waiting = communes.filter(({ status }) => status !== 'recognised');
  return (
    <Panel
      title="Số liệu chính thức"
      id="official"
      actions={
        round.officialOn ? (
          <Status tone="done">Đã công bố</Status>
        ) : (
          <Status tone="idle">Chưa công bố</Status>
        )
      }
    >
      {round.officialOn ? <Made round={round} /> : null}
      {!round.officialOn && waiting.length > 0 ? (
        <Waiting names={waiting.map(({ name }) => name)} of={communes.length} />
      ) : null}
      {!round.officialOn && waiting.length === 0 ? <Ready {...props} /> : null}
    </Panel>
  );
}

function Made({ round: { officialOn, officialDocument } }: Pick<OfficialBoxProps, 'round'>) {
  return (
    <p>
      Theo {officialDocument}, ngày {officialOn ? showDay(officialOn) : ''}. Số của tỉnh và từng xã
      đã ghi thành số chính thức cho báo cáo phong trào.
    </p>
  );
}

function Waiting({ names, of }: { readonly names: readonly string[]; readonly of: number }) {
  return (
    <>
      <p>
        Còn {showNumber(names.length)}/{showNumber(of)} xã chưa công nhận kết quả rà soát. Khi mọi
        xã đã công nhận mới công bố được số chính thức; đến lúc đó mọi số là sơ bộ.
      </p>
      <details>
        <summary>Xem tên các xã</summary>
        <p>{names.join(', ')}.</p>
      </details>
    </>
  );
}

function Ready({ round, mayMake, typed, faults = [] }: OfficialBoxProps) {
  if (!mayMake)
    return <p>Mọi xã đã công nhận. Cơ quan thường trực công bố khi có văn bản của tỉnh.</p>;
  return (
    <>
      <p>
        Mọi xã đã công nhận. Công bố xong, số của năm {round.year} không còn là sơ bộ và được ghi
        thành số chính thức của tỉnh và từng xã.
      </p>
      <Form action={`/review-rounds/${round.id}/official`}>
        <TextField
          name="document"
          label="Văn bản công bố"
          hint="Số, ký hiệu và cơ quan ký, ví dụ Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh"
          value={typed?.document}
          error={errorOf(faults, 'document')}
        />
        <DayField
          name="on"
          label="Ngày của văn bản"
          value={typed?.on}
          error={errorOf(faults, 'on')}
        />
        <Button kind="primary">Công bố số chính thức</Button>
      </Form>
    </>
  );
}

/** The box alone, when what was typed on the desk could not be taken. */
export function OfficialPage({
  frame,
  message,
  ...props
}: OfficialBoxProps & { readonly frame: Frame; readonly message?: string | undefined }) {
  const { round, faults = [] } = props;
  return (
    <Page frame={frame} title={`Số chính thức: rà soát năm ${round.year}`}>
      <PageHead
        title={`Công bố số chính thức năm ${round.year}`}
        back={{ href: `/review-rounds/${round.id}`, label: `Rà soát năm ${round.year}` }}
      />
      <ErrorSummary problems={faults} message={message} />
      <OfficialBox {...props} />
    </Page>
  );
}
