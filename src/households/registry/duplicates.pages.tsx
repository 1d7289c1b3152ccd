import { showInstant } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextArea } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { Pager, Tabs } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';
import { type Comparison, type DuplicatePair, VERDICTS } from './duplicates.ts';
import { IdentityForm } from './identity-form.pages.tsx';
import { choicesOf, type FieldsProps, fieldOf } from './member-fields.pages.tsx';

const ADDRESS = '/households/duplicates';

/** A pair with both households in words: "Hộ Lò Văn P. (MT-001)". */
export interface ShownPair {
  readonly pair: DuplicatePair;
  readonly first: string;
  readonly second: string;
}

export interface DuplicatesPageProps {
  readonly frame: Frame;
  readonly decided: boolean;
  readonly pairs: readonly ShownPair[];
  readonly next: string | undefined;
}

/** The queue: pairs that wait for a verdict, or those that have one. */
export function DuplicatesPage({ frame, decided, pairs, next }: DuplicatesPageProps) {
  return (
    <Page frame={frame} title="Hộ nghi trùng">
      <PageHead
        title="Hộ nghi trùng"
        lead="Hệ thống chỉ nêu những hộ giống nhau; người kết luận và nhập hộ, máy không tự gộp."
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
      />
      <Tabs
        label="Tình trạng"
        tabs={[
          { href: ADDRESS, label: 'Chờ đối chiếu', current: !decided },
          { href: `${ADDRESS}?decided=yes`, label: 'Đã kết luận', current: decided },
        ]}
      />
      {pairs.length > 0 ? (
        <DataTable
          caption="Các cặp hộ, mới tìm thấy trước"
          quietCaption
          rows={pairs}
          keyOf={({ pair }) => pair.id}
          columns={decided ? [...COLUMNS, VERDICT] : COLUMNS}
        />
      ) : (
        <Empty
          sentence={
            decided ? 'Chưa có cặp hộ nào được kết luận.' : 'Không có hộ nào chờ đối chiếu.'
          }
        />
      )}
      {next ? <Pager shown="50 cặp một trang" next={next} /> : null}
    </Page>
  );
}

const COLUMNS: readonly Column<ShownPair>[] = [
  {
    key: 'pair',
    head: 'Hai hộ',
    cell: ({ pair, first, second }) => (
      <a href={`${ADDRESS}/${pair.id}`}>
        {first} và {second}
      </a>
    ),
  },
  { key: 'likeness', head: 'Giống nhau ở', cell: ({ pair }) => pair.likeness },
  {
    key: 'found',
    head: 'Tìm thấy lúc',
    cell: ({ pair }) => <span class="number">{showInstant(pair.foundAt)}</span>,
  },
];

const VERDICT: Column<ShownPair> = {
  key: 'verdict',
  head: 'Kết luận',
  cell: ({ pair }) => <VerdictChip pair={pair} />,
};

function VerdictChip({ pair }: { readonly pair: DuplicatePair }) {
  if (!pair.verdict) return <Status tone="due">Chờ đối chiếu</Status>;
  return <Status tone={pair.verdict === 'same' ? 'info' : 'done'}>{VERDICTS[pair.verdict]}</Status>;
}

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
  const address = `${ADDRESS}/${pair.id}`;
  return (
    <Page frame={frame} title="Đối chiếu hai hộ">
      <PageHead
        title="Đối chiếu hai hộ"
        lead={`Hai hộ này ${pair.likeness}.`}
        back={{ href: ADDRESS, label: 'Hộ nghi trùng' }}
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
