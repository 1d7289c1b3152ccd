import type { Day } from '../../shared/day.ts';
import { dayInVietnam, showInstant, timeInVietnam } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { HiddenField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { ReportFieldRow } from '../../shared/html/report-field-row.tsx';
import { ReportForm, ReportSection, StickyFoot } from '../../shared/html/report-form.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { typedText } from '../forms/figure.ts';
import type { FormField, FormSection } from '../forms/form.ts';
import { openReturns, prefillText, sectionMark } from './report-marks.ts';
import { ReportHead, ReportHistory } from './report-parts.pages.tsx';
import type { ReportView } from './report-view.ts';
import { offersReview, ReviewNotice, ReviewSource } from './review-figures.pages.tsx';
import { FROM_REVIEW } from './review-figures.ts';

export interface ReportFormPageProps {
  readonly frame: Frame;
  readonly view: ReportView;
  readonly today: Day;
  readonly loadedAt: Date;
  readonly mayPrepare: boolean;
  readonly mayApprove: boolean;
  /** What was typed and not taken, by field, right or wrong. */
  readonly typed?: ReadonlyMap<string, string> | undefined;
  readonly reasons?: ReadonlyMap<string, string> | undefined;
  readonly faults?: readonly FieldProblem[] | undefined;
  /** Everything missing or doubtful is shown, because the person tried to send. */
  readonly trying?: boolean | undefined;
}

/** The report as its own unit fills it in. */
export function ReportFormPage(props: ReportFormPageProps) {
  const { frame, view, today } = props;
  const { report, form } = view;
  const sections = form.sections.map((section) => ({
    href: `#s-${section.id}`,
    label: section.title,
    ...sectionMark(view, section),
  }));
  return (
    <Page frame={frame} title={`${view.round.name}: ${report.unitName}`} wide>
      <ReportHead view={view} today={today} actions={<SheetLinks id={report.id} />} />
      <Faults {...props} />
      <ReturnedFirst view={view} />
      <form method="post" action={`/reports/${report.id}/values`} noValidate data-report>
        <EnterSaves />
        <HiddenField name="version" value={String(report.version)} />
        <HiddenField name="loadedAt" value={String(props.loadedAt.getTime())} />
        <ReportForm sections={sections}>
          {form.sections.map((section) => (
            <SectionFields key={section.id} section={section} {...props} />
          ))}
        </ReportForm>
        <Foot {...props} />
      </form>
      <ReportHistory view={view} />
    </Page>
  );
}

/** The enter key presses the first button of a form: it shall save, whatever stands above. */
function EnterSaves() {
  return (
    <button type="submit" class="sr-only" tabIndex={-1}>
      Lưu những gì đã nhập
    </button>
  );
}

function SheetLinks({ id }: { readonly id: string }) {
  return (
    <Actions>
      <ButtonLink href={`/reports/${id}/sheet.xlsx`} icon="download" download>
        Tải biểu Excel
      </ButtonLink>
      <ButtonLink href={`/reports/${id}/sheet`} icon="upload">
        Nộp từ Excel
      </ButtonLink>
    </Actions>
  );
}

function Faults({ faults = [], view, trying }: ReportFormPageProps) {
  const names = new Map(
    view.form.sections.flatMap((section) =>
      section.fields.map((field) => [field.slug, field.name]),
    ),
  );
  const said = new Set(faults.map(({ field }) => field));
  const missing = trying
    ? view.warnings
        .filter(({ slug }) => !said.has(slug))
        .map(({ slug, message }) => ({ field: slug, message }))
    : [];
  const problems = [...faults, ...missing].map(({ field, message }) => ({
    field: `f.${field}`,
    message: `${names.get(field) ?? ''}: ${message}`,
  }));
  return problems.length > 0 ? <ErrorSummary problems={problems} /> : null;
}

/** The returned figure is the first thing seen. */
function ReturnedFirst({ view }: { readonly view: ReportView }) {
  const returns = openReturns(view);
  if (returns.length === 0) return null;
  const names = new Map(
    view.form.sections.flatMap((section) =>
      section.fields.map((field) => [field.slug, field.name]),
    ),
  );
  return (
    <Notice
      kind="warning"
      title={`${returns.length} chỗ bị trả lại, phần còn lại đã được chấp nhận`}
    >
      <ul>
        {returns.map(({ slug, reason, personName }) => (
          <li key={slug}>
            <a href={`#f-f-${slug}`}>{names.get(slug)}</a>: {reason} ({personName})
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function SectionFields({ section, ...props }: ReportFormPageProps & { section: FormSection }) {
  return (
    <ReportSection
      id={`s-${section.id}`}
      title={section.title}
      lastYear={props.view.round.year - 1}
    >
      {offersReview(section, props.view) ? <ReviewNotice view={props.view} /> : null}
      {section.fields.map((field) =>
        field.kind === 'ratio' ? null : <FieldRow key={field.id} field={field} {...props} />,
      )}
    </ReportSection>
  );
}

function FieldRow({
  field,
  view,
  typed,
  reasons,
  faults,
  trying,
}: ReportFormPageProps & { field: FormField }) {
  const { slug } = field;
  const held = view.held.get(slug);
  const returned = openReturns(view).find((one) => one.slug === slug);
  const prefilled = prefillText(field, view);
  const warning = view.warnings.find((one) => one.slug === slug);
  const locked = held?.accepted ?? false;
  return (
    <ReportFieldRow
      name={`f.${slug}`}
      label={field.name}
      unit={field.measure}
      kind={field.kind === 'text' || field.kind === 'list' ? 'text' : 'number'}
      lastYear={lastYearText(field, view)}
      value={typed?.get(slug) ?? (held ? typedText(held) : prefilled)}
      source={
        <>
          <Source field={field} view={view} prefilled={!held && Boolean(prefilled)} />
          <ReviewSource field={field} view={view} />
        </>
      }
      readonly={locked}
      error={errorAt(field, faults, warning, trying)}
      warning={warningRow(slug, warning, held?.keptReason, reasons)}
      returned={returned && { by: returned.personName, reason: returned.reason }}
    />
  );
}

/** A doubt that may stand with a reason is told once, above the field for that reason. */
function errorAt(
  { slug }: FormField,
  faults: ReportFormPageProps['faults'] = [],
  warning: ReportView['warnings'][number] | undefined,
  trying = false,
): string | undefined {
  if (warning?.keepable)
    return faults.find(({ field, message }) => field === slug && message !== warning.message)
      ?.message;
  const fault = faults.find(({ field }) => field === slug)?.message;
  return fault ?? (trying ? warning?.message : undefined);
}

function warningRow(
  slug: string,
  warning: ReportView['warnings'][number] | undefined,
  kept: string | null | undefined,
  reasons: ReadonlyMap<string, string> | undefined,
) {
  const reason = reasons?.get(slug) ?? kept ?? undefined;
  if (!warning?.keepable) {
    if (!kept) return undefined;
    return { message: 'Đã giữ nguyên với lý do dưới đây.', reasonName: `why.${slug}`, reason };
  }
  return { message: warning.message, reasonName: `why.${slug}`, reason };
}

function lastYearText(field: FormField, { lastYear }: ReportView): string | undefined {
  const amount = lastYear.get(field.slug)?.amount ?? null;
  return amount === null ? undefined : showNumber(amount);
}

function Source({
  field,
  view,
  prefilled,
}: {
  field: FormField;
  view: ReportView;
  prefilled: boolean;
}) {
  const held = view.held.get(field.slug);
  if (prefilled) return <>Lấy từ số cuối kỳ năm {view.round.year - 1}; chưa lưu</>;
  if (!held) return field.hint;
  if (held.accepted) return <>Đã được chấp nhận</>;
  const from = SOURCES[held.source] ?? held.updatedBy ?? 'Đã nhập';
  return (
    <>
      {from}, {showInstant(held.updatedAt)}
    </>
  );
}

const SOURCES: Readonly<Record<string, string>> = {
  excel: 'Từ tệp Excel',
  [FROM_REVIEW]: 'Lấy từ rà soát',
};

function Foot({ view, today, mayPrepare, mayApprove, faults, loadedAt }: ReportFormPageProps) {
  const { id } = view.report;
  const anySaved = view.held.size > 0;
  const saved = faults?.length
    ? 'Còn ô cần sửa, xem chữ đỏ'
    : anySaved
      ? savedAt(lastSaved(view) ?? loadedAt, today)
      : 'Chưa nhập gì';
  return (
    <StickyFoot tone={faults?.length ? 'late' : anySaved ? 'done' : 'idle'} saved={saved}>
      <Actions>
        {anySaved ? null : (
          <Button kind="quiet" formaction={`/reports/${id}/nil`}>
            Không có phát sinh
          </Button>
        )}
        <Button kind="secondary">Lưu nháp</Button>
        {mayApprove ? (
          <Button kind="primary" big formaction={`/reports/${id}/approve`}>
            Duyệt và nộp
          </Button>
        ) : null}
        {mayPrepare && !mayApprove ? (
          <Button kind="primary" big formaction={`/reports/${id}/prepare`}>
            Gửi lãnh đạo duyệt
          </Button>
        ) : null}
      </Actions>
    </StickyFoot>
  );
}

/** The hour alone is of today; an older draft says its day as well. */
function savedAt(at: Date, today: Day): string {
  return `Đã lưu ${dayInVietnam(at) === today ? timeInVietnam(at) : showInstant(at)}`;
}

function lastSaved({ held }: ReportView): Date | undefined {
  const times = [...held.values()].map((value) => value.updatedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}
