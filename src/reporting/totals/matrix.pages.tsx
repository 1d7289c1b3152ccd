import { ButtonLink } from '../../shared/html/button.tsx';
import type { Column } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Matrix as MatrixTable } from '../../shared/html/matrix.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Tabs } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';
import type { FormField, FormSection } from '../forms/form.ts';
import type { Round } from '../rounds/round.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { type MatrixAsk, matrixAddress } from './matrix-address.ts';
import { CellFace, WaitingMark } from './matrix-cell.pages.tsx';
import { MatrixOnPhone } from './matrix-phone.pages.tsx';
import { coverageInWords } from './totals.ts';

export interface MatrixPageProps {
  readonly frame: Frame;
  readonly round: Round;
  readonly ask: MatrixAsk;
  /** Sections that hold numbers. */
  readonly sections: readonly FormSection[];
  readonly matrix: Matrix;
  readonly levelName: string;
  /** Whether the whole is in sight: only it can be told in the units of today. */
  readonly whole: boolean;
  readonly lastName: string | null;
}

/** Units × figures of one section: what was accepted, added up along the tree. */
export function MatrixPage(props: MatrixPageProps) {
  const { frame, round, ask, levelName } = props;
  const lead =
    ask.on === 'today'
      ? 'Số đã chấp nhận, tính lại theo địa bàn xã, phường hôm nay. Tổng toàn tỉnh không đổi.'
      : 'Số đã chấp nhận, cộng theo đơn vị như khi báo cáo.';
  return (
    <Page frame={frame} title={`Bảng tổng hợp: ${round.name}`} wide>
      <PageHead
        title={`Bảng tổng hợp: ${levelName}`}
        lead={lead}
        back={{ href: `/rounds/${round.id}`, label: round.name }}
        actions={
          <ButtonLink href={matrixAddress(ask, {}, '.xlsx')} icon="download" download>
            Tải bảng Excel
          </ButtonLink>
        }
      />
      <SectionTabs {...props} />
      {props.whole ? <UnitTabs ask={ask} /> : null}
      <Table {...props} />
    </Page>
  );
}

function SectionTabs({ ask, sections }: MatrixPageProps) {
  const tabs = sections.map(({ id, title }) => ({
    href: matrixAddress(ask, { sectionId: id, figure: '' }),
    label: title,
    current: id === ask.sectionId,
  }));
  return tabs.length > 1 ? <Tabs label="Phần của biểu" tabs={tabs} /> : null;
}

const WAYS_OF_TELLING = [
  { on: 'then', label: 'Như khi báo cáo' },
  { on: 'today', label: 'Theo địa bàn hôm nay' },
] as const;

function UnitTabs({ ask }: { readonly ask: MatrixAsk }) {
  const tabs = WAYS_OF_TELLING.map(({ on, label }) => ({
    href: matrixAddress(ask, { on, open: '' }),
    label,
    current: on === ask.on,
  }));
  return <Tabs label="Cách tính theo đơn vị" tabs={tabs} />;
}

function Table(props: MatrixPageProps) {
  const { ask, matrix, round, lastName } = props;
  if (matrix.fields.length === 0)
    return <Empty sentence="Biểu của kỳ này không có số liệu để cộng." />;
  return (
    <>
      <MatrixTable
        caption={`Số liệu ${round.name} theo đơn vị`}
        quietCaption
        rows={matrix.rows}
        keyOf={(row) => row.key}
        rowKind={(row) => (row.kind === 'total' || row.kind === 'level' ? 'sum' : undefined)}
        columns={[nameColumn(ask, matrix), ...matrix.fields.map((_, at) => column(props, at))]}
        phone={<MatrixOnPhone ask={ask} matrix={matrix} />}
      />
      <p class="soft">
        <WaitingMark /> là số đã nộp, chưa được chấp nhận nên chưa cộng vào tổng. Ô trống là đơn vị
        không phải báo cáo số đó.{' '}
        {lastName ? `Mũi tên so với ${lastName}.` : 'Chưa có kỳ trước để so sánh.'}
      </p>
    </>
  );
}

function nameColumn(ask: MatrixAsk, { rows }: Matrix): Column<MatrixRow> {
  const folds = rows.some((row) => row.fold);
  return {
    key: 'unit',
    head: folds ? <FoldAll ask={ask} /> : 'Đơn vị',
    cell: (row) => <RowName ask={ask} row={row} />,
    total: 'Đã có số',
  };
}

function FoldAll({ ask }: { readonly ask: MatrixAsk }) {
  const opened = ask.open === 'all';
  return (
    <>
      Đơn vị{' '}
      <a href={matrixAddress(ask, { open: opened ? '' : 'all' })}>
        {opened ? 'Thu gọn' : 'Mở tất cả'}
      </a>
    </>
  );
}

function RowName({ ask, row }: { readonly ask: MatrixAsk; readonly row: MatrixRow }) {
  const { name, fold, depth, kind } = row;
  const face = kind === 'heading' ? <em>{name}</em> : name;
  if (!fold) return <span class={`matrix-depth-${depth}`}>{face}</span>;
  return (
    <a
      class={`matrix-depth-${depth}`}
      href={matrixAddress(ask, { open: fold.open ? '' : row.placeId })}
    >
      <span aria-hidden="true">{fold.open ? '▾' : '▸'} </span>
      {name} <span class="soft">({fold.count} đơn vị)</span>
      <span class="sr-only">{fold.open ? ', thu gọn' : ', mở ra'}</span>
    </a>
  );
}

function column({ ask, matrix }: MatrixPageProps, at: number): Column<MatrixRow> {
  const field = matrix.fields[at] as FormField;
  const coverage = matrix.coverage[at];
  return {
    key: field.slug,
    align: 'numeric',
    head: <Head field={field} />,
    cell: (row) => <CellFace ask={ask} row={row} field={field} cell={row.cells[at]} />,
    total: coverage ? (
      <span title={coverageInWords(coverage)}>
        {coverage.reported}/{coverage.expected}
      </span>
    ) : (
      ''
    ),
  };
}

function Head({ field }: { readonly field: FormField }) {
  return (
    <>
      {field.name}
      {field.measure ? <span class="soft"> ({field.measure})</span> : null}
    </>
  );
}
