import { dayInVietnam, showDay } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { NumberField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { showAmount } from '../forms/figure.ts';
import type { FormField } from '../forms/form.ts';
import type { Round } from '../rounds/round.ts';
import { figureAddress } from './matrix-address.ts';
import type { OfficialDraft, OfficialFigure } from './official-figures.ts';
import { type Totals, totalAt } from './totals.ts';

export interface OfficialPageProps {
  readonly frame: Frame;
  readonly round: Round;
  /** Only the figures that the yearly review makes official. */
  readonly fields: readonly FormField[];
  readonly units: readonly { readonly unitId: string; readonly unitName: string }[];
  readonly recorded: readonly OfficialFigure[];
  readonly totals: Totals;
  readonly mayRecord: boolean;
  readonly draft?: OfficialDraft | undefined;
  readonly faults?: readonly FieldProblem[] | undefined;
}

/** Official figures of December beside the provisional ones of November, never mixed. */
export function OfficialPage(props: OfficialPageProps) {
  const { frame, round, fields } = props;
  return (
    <Page frame={frame} title={`Số chính thức: ${round.name}`}>
      <PageHead
        title={`Số chính thức năm ${round.year}`}
        lead="Số sơ bộ lấy từ báo cáo đã chấp nhận; số chính thức lấy từ văn bản công bố sau rà soát. Hai số luôn để riêng."
        back={{ href: `/rounds/${round.id}/matrix`, label: 'Bảng tổng hợp' }}
      />
      {fields.length === 0 ? (
        <Empty sentence="Biểu của kỳ này không có số liệu nào chờ công bố chính thức." />
      ) : (
        <>
          <Recorded {...props} />
          {props.mayRecord ? <RecordForm {...props} /> : null}
        </>
      )}
    </Page>
  );
}

function Recorded({ round, fields, recorded, totals }: OfficialPageProps) {
  const bySlug = new Map(fields.map((field) => [field.slug, field]));
  return (
    <DataTable
      caption="Số sơ bộ và số chính thức"
      rows={recorded.filter(({ slug }) => bySlug.has(slug))}
      keyOf={({ slug, unitId }) => `${slug}-${unitId}`}
      none="Chưa ghi số chính thức nào."
      columns={[
        { key: 'unit', head: 'Đơn vị', cell: ({ unitName }) => unitName },
        {
          key: 'figure',
          head: 'Số liệu',
          cell: ({ slug, unitId }) => (
            <a href={figureAddress(round.id, slug, { unit: unitId, on: 'then' })}>
              {bySlug.get(slug)?.name}
            </a>
          ),
        },
        {
          key: 'provisional',
          head: 'Sơ bộ',
          align: 'numeric',
          cell: ({ slug, unitId }) => {
            const amount = totalAt(totals, unitId, slug)?.amount ?? null;
            return amount === null ? <Missing /> : shown(bySlug.get(slug), amount);
          },
        },
        {
          key: 'official',
          head: 'Chính thức',
          align: 'numeric',
          cell: ({ slug, amount }) => shown(bySlug.get(slug), amount),
        },
        { key: 'source', head: 'Nguồn', cell: sourceOf },
      ]}
    />
  );
}

function shown(field: FormField | undefined, amount: number): string {
  return showAmount(field?.kind ?? 'count', field?.measure ?? '', amount);
}

function sourceOf({ source, madeUp, recordedAt, personName }: OfficialFigure): string {
  const by = personName ? `${personName} ghi` : 'ghi';
  return `${source}${madeUp ? ' (số minh họa)' : ''}; ${by} ngày ${showDay(dayInVietnam(recordedAt))}`;
}

function RecordForm({ round, fields, units, draft, faults = [] }: OfficialPageProps) {
  return (
    <Section title="Ghi số chính thức" id="record">
      <ErrorSummary problems={faults} />
      <Form action={`/rounds/${round.id}/official`}>
        <SelectField
          name="slug"
          label="Số liệu"
          nothing="Chọn số liệu"
          value={draft?.slug}
          choices={fields.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={errorOf(faults, 'slug')}
        />
        <SelectField
          name="unitId"
          label="Đơn vị"
          nothing="Chọn đơn vị"
          value={draft?.unitId}
          choices={units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          error={errorOf(faults, 'unitId')}
        />
        <NumberField
          name="amount"
          label="Số chính thức"
          value={draft?.amount}
          error={errorOf(faults, 'amount')}
        />
        <TextField
          name="source"
          label="Nguồn"
          hint="Số, ký hiệu và ngày của văn bản công bố"
          value={draft?.source}
          error={errorOf(faults, 'source')}
        />
        <Button kind="primary">Ghi số chính thức</Button>
      </Form>
    </Section>
  );
}
