import type { ComponentChildren } from 'preact';
import type { Day } from '../shared/day.ts';
import { Actions, Button } from '../shared/html/button.tsx';
import { type Column, DataTable } from '../shared/html/data-table.tsx';
import { fieldId } from '../shared/html/field.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { HiddenField } from '../shared/html/inputs.tsx';
import { Notice } from '../shared/html/notice.tsx';
import { Page } from '../shared/html/page.tsx';
import { Panel, Section } from '../shared/html/sections.tsx';
import { Missing } from '../shared/html/texts.tsx';
import type { Frame } from '../shared/web.ts';
import { isEmpty, type ListItem, NOTHING, ratio, showAmount } from './figure.ts';
import { type FormField, type FormSection, fieldsOf } from './form.ts';
import { openReturns } from './report-marks.ts';
import { ReportHead, ReportHistory } from './report-parts.pages.tsx';
import type { ReportView } from './report-view.ts';

/** What the person at the page may do next; answered by the policy and the table of steps. */
export interface ReportAbilities {
  readonly approve: boolean;
  readonly sendBack: boolean;
  readonly recall: boolean;
  readonly receive: boolean;
  readonly sendReturn: boolean;
  readonly accept: boolean;
}

export interface ReportReadPageProps {
  readonly frame: Frame;
  readonly view: ReportView;
  readonly today: Day;
  readonly abilities: ReportAbilities;
  /** Reasons typed for a return that was not taken. */
  readonly reasons?: ReadonlyMap<string, string> | undefined;
  readonly fault?: string | undefined;
}

/** A report as it is read: by the head who approves, by the office that receives. */
export function ReportReadPage(props: ReportReadPageProps) {
  const { frame, view, today, abilities } = props;
  const sections = view.form.sections.map((section) => (
    <ReadSection key={section.id} section={section} {...props} />
  ));
  return (
    <Page frame={frame} title={`${view.round.name}: ${view.report.unitName}`}>
      <ReportHead view={view} today={today} />
      {props.fault ? <Notice kind="error">{props.fault}</Notice> : null}
      <Steps view={view} abilities={abilities} />
      {abilities.sendReturn ? <ReturnForm view={view}>{sections}</ReturnForm> : sections}
      <ReportHistory view={view} />
    </Page>
  );
}

function Steps({ view, abilities }: Pick<ReportReadPageProps, 'view' | 'abilities'>) {
  const { id, version } = view.report;
  const values = { version: String(version) };
  const to = (step: string) => `/reports/${id}/${step}`;
  if (!Object.values(abilities).some(Boolean)) return null;
  return (
    <Actions>
      {abilities.approve ? (
        <ActionForm
          action={to('approve')}
          label="Duyệt và nộp"
          kind="primary"
          big
          values={values}
        />
      ) : null}
      {abilities.sendBack ? (
        <ActionForm
          action={to('send-back')}
          label="Trả về để sửa"
          values={values}
          reason={{ label: 'Cần sửa gì', name: 'note' }}
        />
      ) : null}
      {abilities.recall ? (
        <ActionForm action={to('recall')} label="Rút lại để sửa" values={values} />
      ) : null}
      {abilities.receive ? (
        <ActionForm action={to('receive')} label="Tiếp nhận" kind="primary" big values={values} />
      ) : null}
      {abilities.accept ? (
        <ActionForm
          action={to('accept')}
          label="Chấp nhận báo cáo"
          kind="primary"
          big
          values={values}
        />
      ) : null}
    </Actions>
  );
}

/** One form around all figures: a reason beside a figure sends that figure back. */
function ReturnForm({ view, children }: { view: ReportView; children: ComponentChildren }) {
  const { id, version } = view.report;
  return (
    <form method="post" action={`/reports/${id}/return`} noValidate>
      <HiddenField name="version" value={String(version)} />
      {children}
      <Actions>
        <Button kind="danger">Trả lại các chỗ đã ghi lý do</Button>
      </Actions>
    </form>
  );
}

function ReadSection({ section, ...props }: ReportReadPageProps & { section: FormSection }) {
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
}: ReportReadPageProps & { fields: readonly FormField[]; title: string }) {
  const { view, abilities } = props;
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
  if (abilities.sendReturn || hasRemarks(view))
    columns.push({
      key: 'note',
      head: 'Ghi chú',
      cell: (field) => <Remark field={field} {...props} />,
    });
  return (
    <DataTable
      caption={title}
      quietCaption
      rows={fields}
      keyOf={(field) => field.id}
      rowKind={(field) => (isReturned(view, field) ? 'late' : undefined)}
      columns={columns}
    />
  );
}

function hasRemarks(view: ReportView): boolean {
  return view.returns.length > 0 || [...view.held.values()].some((value) => value.keptReason);
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

function Words({ field, ...props }: ReportReadPageProps & { field: FormField }) {
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
function Remark({ field, view, abilities, reasons }: ReportReadPageProps & { field: FormField }) {
  const kept = view.held.get(field.slug)?.keptReason;
  return (
    <>
      {kept ? <p>Giữ nguyên, vì: {kept}</p> : null}
      {view.returns
        .filter((one) => one.slug === field.slug)
        .map((one) => (
          <p key={one.reason}>
            {one.settledAt ? 'Đã trả lại và đã sửa' : 'Trả lại'}: {one.reason}
          </p>
        ))}
      {abilities.sendReturn && field.kind !== 'ratio' ? (
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

/** Names of the figures of a report by slug, for sentences about them. */
export function namesOf(view: ReportView): Map<string, string> {
  return new Map(fieldsOf(view.form).map((field) => [field.slug, field.name]));
}
