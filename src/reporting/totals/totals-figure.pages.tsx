import { dayInVietnam, showDay, showInstant } from '../../shared/day.ts';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { type FigureFact, Figures } from '../../shared/html/facts.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import { Spark } from '../../shared/html/spark.tsx';
import { Missing, Nil } from '../../shared/html/texts.tsx';
import { showPercent } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { showAmount } from '../forms/figure.ts';
import type { FormField } from '../forms/form.ts';
import type { Round } from '../rounds/round.ts';
import { type AdjustmentAbility, AdjustmentForm, Adjustments } from './adjustments.pages.tsx';
import { figureAddress, reportAddress } from './matrix-address.ts';
import { coverageInWords, isNil } from './totals.ts';
import { type FigurePart, type FigureView, figureCoverage } from './totals-figure.ts';

export interface FigurePageProps extends AdjustmentAbility {
  readonly frame: Frame;
  readonly round: Round;
  readonly view: FigureView;
  /** Told in the areas of today. */
  readonly on: 'then' | 'today';
  /** Back to the level above, or to the matrix. */
  readonly back: { readonly href: string; readonly label: string };
  readonly mayRecordOfficial: boolean;
}

/** One figure of one level: its total and everything that it came from. */
export function FigurePage(props: FigurePageProps) {
  const { frame, view, round, back } = props;
  const { field, levelName } = view;
  return (
    <Page frame={frame} title={`${field.name}: ${levelName}`}>
      <PageHead title={field.name} lead={<Sentence view={view} />} back={back} />
      <Figures figures={[...mainFacts(props), ...partFacts(view, round)]} />
      {view.field.kind === 'ratio' ? (
        <p class="soft">
          Tỷ lệ chỉ tính từ các đơn vị đã cho cả hai số; đơn vị thiếu một số không làm lệch tỷ lệ.
        </p>
      ) : null}
      <Section title="Số này cộng từ đâu">
        <PartsTable {...props} />
      </Section>
      <Adjustments {...props} />
      <AdjustmentForm {...props} />
    </Page>
  );
}

/** `Ủy ban nhân dân tỉnh: 1.234 hộ; 38/38 đơn vị đã có số.` */
function Sentence({ view }: { readonly view: FigureView }) {
  const { field, levelName, total } = view;
  const amount = total?.amount ?? null;
  const said = amount === null ? 'chưa có số' : shown(field, amount);
  return (
    <>
      {levelName}: {said}; {coverageInWords(figureCoverage(view))}.
    </>
  );
}

function shown({ kind, measure }: FormField, amount: number): string {
  return showAmount(kind, measure, amount);
}

function mainFacts(props: FigurePageProps): FigureFact[] {
  const { view, round } = props;
  const amount = view.total?.amount ?? null;
  const value = amount === null ? <Missing /> : shown(view.field, amount);
  const name = view.official === null ? 'Đã chấp nhận' : 'Sơ bộ (theo báo cáo)';
  const provisional = { name, value, before: yearsThen(view) } as const;
  if (view.official === null) return [provisional];
  return [provisional, officialFact(view, round, props.mayRecordOfficial)];
}

function yearsThen({ years, field }: FigureView) {
  if (years.filter(({ value }) => value !== undefined).length < 2) return undefined;
  return <Spark label={field.name} values={years} />;
}

function officialFact(
  { field, official }: FigureView,
  round: Round,
  mayRecord: boolean,
): FigureFact {
  const record = mayRecord ? <a href={`/rounds/${round.id}/official`}>Ghi số chính thức</a> : null;
  if (!official) return { name: 'Chính thức', value: <Missing />, before: record };
  const { amount, source, madeUp, recordedAt } = official;
  const origin = `${source}${madeUp ? ' (số minh họa)' : ''}, ghi ngày ${showDay(dayInVietnam(recordedAt))}`;
  return { name: 'Chính thức', value: shown(field, amount), before: origin };
}

function partFacts(
  { numerator, denominator, total, levelId }: FigureView,
  round: Round,
): FigureFact[] {
  const parts = total?.parts;
  if (!numerator || !denominator || !parts) return [];
  const link = (field: FormField, amount: number) => ({
    name: field.name,
    value: shown(field, amount),
    before: (
      <a href={figureAddress(round.id, field.slug, { unit: levelId, on: 'then' })}>
        Xem riêng số này
      </a>
    ),
  });
  return [link(numerator, parts.numerator), link(denominator, parts.denominator)];
}

function PartsTable({ view, round, on }: FigurePageProps) {
  const shares = view.rows.some(({ share }) => share < 1);
  const kinds = new Set(view.parts.map(({ kind }) => kind));
  return (
    <DataTable
      caption={`Các đơn vị trong tổng của ${view.levelName}`}
      quietCaption
      rows={view.parts}
      keyOf={({ report }) => report.id}
      rowKind={({ kind }) => (kind === 'level' && kinds.has('report') ? 'sum' : undefined)}
      none="Chưa có đơn vị nào phải báo cáo số này."
      columns={[
        { key: 'unit', head: 'Đơn vị', cell: (part) => <PartName {...{ part, view, round }} /> },
        {
          key: 'amount',
          head: on === 'today' ? 'Số của báo cáo' : 'Số liệu',
          align: 'numeric',
          cell: (part) => <PartAmount part={part} view={view} />,
        },
        ...(shares ? [SHARE_COLUMN] : []),
        {
          key: 'at',
          head: kinds.has('report') ? 'Chấp nhận lúc' : 'Báo cáo đã có số',
          cell: acceptedAt,
        },
        ...(kinds.has('report') ? [BY_COLUMN] : []),
      ]}
    />
  );
}

const BY_COLUMN: Column<FigurePart> = {
  key: 'by',
  head: 'Người chấp nhận',
  cell: acceptedBy,
};

const SHARE_COLUMN: Column<FigurePart> = {
  key: 'share',
  head: 'Phần tính vào đây',
  align: 'numeric',
  cell: (part) => (part.kind === 'report' ? showPercent(part.row.share * 100) : ''),
};

function PartName({ part, view, round }: { part: FigurePart; view: FigureView; round: Round }) {
  const { report } = part;
  const { slug } = view.field;
  const href =
    part.kind === 'level'
      ? figureAddress(round.id, slug, { unit: report.unitId, on: 'then' })
      : reportAddress(report.id, slug);
  const own = report.unitId === view.levelId && view.parts.length > 1;
  return <a href={href}>{own ? `${report.unitName} (tự báo cáo)` : report.unitName}</a>;
}

function PartAmount({ part, view }: { readonly part: FigurePart; readonly view: FigureView }) {
  const amount = part.kind === 'level' ? (part.total?.amount ?? null) : part.row.amount;
  if (amount !== null) return <>{showAmount(view.field.kind, '', amount)}</>;
  if (part.kind === 'report' && isNil(part.report)) return <Nil />;
  return <Missing />;
}

function acceptedAt(part: FigurePart): string {
  if (part.kind === 'level') return `${part.total?.reported ?? 0} báo cáo`;
  return part.row.acceptedAt ? showInstant(part.row.acceptedAt) : '';
}

function acceptedBy(part: FigurePart): string {
  return part.kind === 'report' ? (part.row.acceptedBy ?? '') : '';
}
