import { showInstant } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextArea } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import { type Comparison, DUPLICATES, type DuplicatePair, VERDICTS } from './duplicates.ts';
import { IdentityForm } from './identity-form.pages.tsx';
import { choicesOf, type FieldsProps, fieldOf } from './member-fields.pages.tsx';
import { VerdictChip } from './verdict.pages.tsx';

/** One of the two, with its page where the person may open it. */
export interface PairSide {
  readonly code: string;
  readonly href: string | undefined;
  readonly movesHref: string | undefined;
}

export interface DuplicatePageProps extends FieldsProps {
  readonly frame: Frame;
  readonly pair: DuplicatePair;
  readonly first: PairSide;
  readonly second: PairSide;
  readonly comparisons: readonly Comparison[];
  /** Said when names are shown, or why those of a household are not. */
  readonly reading: string | undefined;
  readonly message: string | undefined;
}

/** Two households side by side, and what to say of them. */
export function DuplicatePage(props: DuplicatePageProps) {
  const { frame, pair, first, second, comparisons, reading, problems, message } = props;
  const address = `${DUPLICATES}/${pair.id}`;
  return (
    <Page frame={frame} title="Đối chiếu hai hộ">
      <PageHead
        title="Đối chiếu hai hộ"
        lead={`Hai hộ này ${pair.likeness}.`}
        back={{ href: DUPLICATES, label: 'Hộ nghi trùng' }}
        actions={[first, second].map(({ code, href }) =>
          href ? (
            <ButtonLink key={code} href={href} kind="quiet">
              Mở hộ {code}
            </ButtonLink>
          ) : null,
        )}
      />
      <ErrorSummary problems={problems} message={message} />
      {reading ? <Notice kind="info">{reading}</Notice> : null}
      <DataTable
        caption="Hai hộ cạnh nhau"
        quietCaption
        rows={comparisons}
        keyOf={({ name }) => name}
        columns={sides(first, second)}
      />
      {pair.verdict ? <Decided {...props} /> : <VerdictForm {...props} address={address} />}
      {reading ? null : (
        <Panel title="Danh tính">
          <IdentityForm
            action={`${address}/identity`}
            typed={{ purpose: props.typed.purpose ?? 'duplicates', words: props.typed.words }}
            problems={problems}
          />
        </Panel>
      )}
    </Page>
  );
}

function sides(first: PairSide, second: PairSide): Column<Comparison>[] {
  return [
    { key: 'name', head: 'Nội dung', cell: ({ name }) => name },
    { key: 'first', head: `Hộ ${first.code}`, cell: (one) => one.first },
    { key: 'second', head: `Hộ ${second.code}`, cell: (one) => one.second },
    { key: 'alike', head: 'So sánh', cell: ({ alike }) => <Alike alike={alike} /> },
  ];
}

function Alike({ alike }: { readonly alike: boolean | null }) {
  if (alike === null) return <Status tone="idle">Chưa đủ để so</Status>;
  return alike ? <Status tone="due">Giống</Status> : <Status tone="done">Khác</Status>;
}

function VerdictForm(props: DuplicatePageProps & { readonly address: string }) {
  const field = fieldOf(props);
  return (
    <Panel title="Kết luận">
      <Form action={`${props.address}/verdict`}>
        <RadioField
          {...field('verdict')}
          label="Hai bản ghi này là"
          choices={choicesOf(VERDICTS)}
        />
        <TextArea
          {...field('reason')}
          label="Vì sao"
          hint="Ví dụ: đã xem sổ hộ khẩu, hai chủ hộ là hai anh em."
          rows={3}
        />
        <Button kind="primary">Ghi kết luận</Button>
      </Form>
    </Panel>
  );
}

function Decided({ pair, first, second }: DuplicatePageProps) {
  const merges = [
    { from: first, into: second },
    { from: second, into: first },
  ].filter(({ from }) => from.movesHref);
  return (
    <Panel title="Kết luận">
      <p>
        <VerdictChip pair={pair} /> {pair.reason}
      </p>
      <p class="faint">
        {pair.deciderName}
        {pair.decidedAt ? ` · ${showInstant(pair.decidedAt)}` : ''}
      </p>
      {pair.verdict === 'same' && merges.length > 0 ? (
        <>
          <p>
            Hệ thống không tự gộp. Hãy chọn bản ghi giữ lại rồi nhập bản kia vào; người có ở cả hai
            hộ không bị ghi hai lần.
          </p>
          <Actions>
            {merges.map(({ from, into }) => (
              <ButtonLink
                key={from.code}
                href={`${from.movesHref}?kind=merge&into=${encodeURIComponent(into.code)}`}
              >
                Nhập {from.code} vào {into.code}
              </ButtonLink>
            ))}
          </Actions>
        </>
      ) : null}
    </Panel>
  );
}
