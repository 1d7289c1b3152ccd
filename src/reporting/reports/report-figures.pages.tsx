import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { fieldId } from '../../shared/html/field.tsx';
import { Panel, Section } from '../../shared/html/sections.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import { isEmpty, type ListItem, NOTHING, ratio, showAmount } from '../forms/figure.ts';
import type { FormField, FormSection } from '../forms/form.ts';
import { openReturns } from './report-marks.ts';
import type { HeldValue, ReportView } from './report-view.ts';
import { reviewRemark } from './review-figures.ts';

/** What the figures of a report are shown with. */
export interface FiguresProps {
  readonly view: ReportView;
  /** Each figure offers a field for the reason to send it back. */
  readonly returning: boolean;
  /** Reasons typed for a return that was not taken. */
  readonly reasons?: ReadonlyMap<string, string> | undefined;
}

/** One section of a report as it is read: numbers as a table, paragraphs and lists below. */
export function ReadSection({ section, ...props }: FiguresProps & { section: FormSection }) {
  const numbers = section.fields.filter((field) => !isWords(field));
  const words = section.fields.filter(isWords);
  return (
    <Section title={section.title} id={`s-${section.id}`}>
      {numbers.length > 0 ? (
        <NumberTable fields={numbers} title={section.title} {...props} />
      ) : null}
      {words.map((field) => (
        <Words key={field.id} field={field} {...props} />
      ))}
    </Section>
  );
}

function isWords({ kind }: FormField): boolean {
  return kind === 'text' || kind === 'list';
}

function NumberTable({
  fields,
  title,
  ...props
}: FiguresProps & { fields: readonly FormField[]; title: string }) {
  const { view, returning } = props;
  const columns: Column<FormField>[] = [
    {
      key: 'name',
      head: 'Chỉ tiêu',
      cell: ({ slug, name }) => <span id={`v-${slug}`}>{name}</span>,
    },
    { key: 'unit', head: 'Đơn vị tính', cell: (field) => field.measure },
    {
      key: 'before',
      head: `Năm ${view.round.year - 1}`,
      align: 'numeric',
      cell: (field) => <Amount field={field} amount={amountOf(field, view.lastYear)} />,
    },
    {
      key: 'now',
      head: `Năm ${view.round.year}`,
      align: 'numeric',
      cell: (field) => (
        <Amount field={field} amount={amountOf(field, view.held)} nil={view.report.nil} />
      ),
    },
  ];
  if (returning || hasRemarks(view))
    columns.push({
      key: 'note',
      head: 'Ghi chú',
      cell: (field) => <Remark field={field} {...props} />,
    });
  return (
    <div class="read-figures">
      <DataTable
        caption={title}
        quietCaption
        rows={fields}
        keyOf={(field) => field.id}
        rowKind={(field) => (isReturned(view, field) ? 'late' : undefined)}
        columns={columns}
      />
    </div>
  );
}

function hasRemarks(view: ReportView): boolean {
  const values = [...view.held.values()];
  const isRemarked = (value: HeldValue) => value.keptReason || reviewRemark(value, view) !== null;
  return view.returns.length > 0 || values.some(isRemarked);
}

function isReturned(view: ReportView, { slug }: FormField): boolean {
  return openReturns(view).some((one) => one.slug === slug);
}

/** A figure's amount; a ratio follows from its parts. */
function amountOf(
  field: FormField,
  values: ReadonlyMap<string, { readonly amount: number | null }>,
): number | null {
  const of = (slug: string | null) => (slug ? (values.get(slug)?.amount ?? null) : null);
  if (field.kind !== 'ratio') return of(field.slug);
  return ratio(of(field.numeratorSlug), of(field.denominatorSlug));
}

function Amount({
  field,
  amount,
  nil,
}: {
  field: FormField;
  amount: number | null;
  nil?: boolean;
}) {
  if (amount !== null)
    return <>{showAmount(field.kind === 'ratio' ? 'ratio' : 'count', '', amount)}</>;
  return nil ? <>không phát sinh</> : <Missing />;
}

function Words({ field, ...props }: FiguresProps & { field: FormField }) {
  const value = props.view.held.get(field.slug) ?? NOTHING;
  return (
    <Panel title={field.name} id={`v-${field.slug}`}>
      {isEmpty(value) ? <p>{props.view.report.nil ? 'Không có phát sinh.' : <Missing />}</p> : null}
      {value.words?.split(/\n+/).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {value.items ? <Items items={value.items} /> : null}
      <Remark field={field} {...props} />
    </Panel>
  );
}

function Items({ items }: { readonly items: readonly ListItem[] }) {
  return (
    <ul>
      {items.map(({ title, body }) => (
        <li key={title}>
          <strong>{title}</strong>
          {body ? `: ${body}` : ''}
        </li>
      ))}
    </ul>
  );
}

/** Kept reasons, earlier returns, and the field that sends this figure back. */
function Remark({ field, view, returning, reasons }: FiguresProps & { field: FormField }) {
  const held = view.held.get(field.slug);
  const kept = held?.keptReason;
  const review = held ? reviewRemark(held, view) : null;
  return (
    <>
      {review ? <p>{review}</p> : null}
      {kept ? <p>Giữ nguyên, vì: {kept}</p> : null}
      {view.returns
        .filter((one) => one.slug === field.slug)
        .map((one) => (
          <p key={one.reason}>
            {one.settledAt ? 'Đã trả lại và đã sửa' : 'Trả lại'}: {one.reason}
          </p>
        ))}
      {returning && field.kind !== 'ratio' ? (
        <ReasonField field={field} value={reasons?.get(field.slug)} />
      ) : null}
    </>
  );
}

function ReasonField({ field, value }: { field: FormField; value: string | undefined }) {
  const name = `return.${field.slug}`;
  return (
    <details open={Boolean(value)}>
      <summary>Trả lại</summary>
      <label class="label" for={fieldId(name)}>
        Lý do trả lại “{field.name}”
      </label>
      <textarea class="input" id={fieldId(name)} name={name} rows={2}>
        {value}
      </textarea>
    </details>
  );
}
