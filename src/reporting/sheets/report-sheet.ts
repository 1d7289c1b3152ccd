import { type Day, showDay } from '../../shared/day.ts';
import type { SheetBook, SheetColumn, SheetPage, SheetValue } from '../../shared/sheet/write.ts';
import { fold } from '../../shared/vietnamese.ts';
import { NOTHING, ratio, typedText, type Value } from '../forms/figure.ts';
import { type FormField, type FormSection, fieldsOf } from '../forms/form.ts';
import { openReturns } from '../reports/report-marks.ts';
import type { ReportView } from '../reports/report-view.ts';
import { lastDayFor } from '../rounds/deadline.ts';

/** The headers by which the columns are found again, in the order of the sheet. */
export const SHEET_HEADERS = {
  slug: 'Mã',
  place: 'TT',
  name: 'Chỉ tiêu',
  measure: 'Đơn vị tính',
  before: 'Năm trước',
  now: 'Năm nay',
  reason: 'Giữ nguyên vì',
  note: 'Ghi chú, nguồn',
} as const;

export const NUMBERS_SHEET = 'Số liệu';
export const WORDS_SHEET = 'Phần lời';

/** Names of the hidden facts; the last three are followed by the slug of a figure. */
export const SHEET_KEYS = {
  report: 'báo cáo',
  unit: 'đơn vị',
  round: 'kỳ',
  at: 'lúc tải',
  was: 'số lúc tải ',
  why: 'lý do lúc tải ',
  rate: 'tỷ lệ lúc tải ',
} as const;

/**
 * A report as a workbook to fill in and send back: numbers on the first sheet, texts and lists
 * on the second, each row with the slug of its figure in a hidden column. Hidden facts tell
 * whose file it is and what stood in each cell, so that only what was changed in the file counts.
 */
export function reportSheet(view: ReportView, at: Date): SheetBook {
  const numbers = pageOf(view, NUMBERS_SHEET, NUMBER_COLUMNS, (field) => !isWords(field));
  const words = pageOf(view, WORDS_SHEET, WORD_COLUMNS, isWords);
  const sheets = [numbers, words].filter((page) => page.rows.length > 0);
  return { sheets, keys: keysOf(view, at) };
}

/** `bieu-uy-ban-nhan-dan-xa-muong-than-2025.xlsx` */
export function sheetFileName(view: ReportView): string {
  const words = fold(`${view.report.unitName} ${view.round.year}`).replace(/[^a-z0-9]+/g, '-');
  return `bieu-${words}.xlsx`;
}

/** A ratio as the sheet shows it: percent with two decimals, or nothing. */
export function shownRatio(field: FormField, values: ReadonlyMap<string, Value>): number | null {
  const amount = (slug: string | null) => values.get(slug ?? '')?.amount ?? null;
  const percent = ratio(amount(field.numeratorSlug), amount(field.denominatorSlug));
  return percent === null ? null : Math.round(percent * 100) / 100;
}

function isWords({ kind }: FormField): boolean {
  return kind === 'text' || kind === 'list';
}

const SLUG: SheetColumn = { header: SHEET_HEADERS.slug, kind: 'text', hidden: true, locked: true };
const PLACE: SheetColumn = { header: SHEET_HEADERS.place, kind: 'text', width: 6, locked: true };
const NOW =
  'Điền cột này. Không có thì ghi 0; để trống là chưa báo cáo. Dán số, không dán công thức.';
const REASON =
  'Chỉ ghi khi trang báo cáo hỏi lại một con số (tăng, giảm mạnh, khác tổng) mà số đó đúng.';

const NUMBER_COLUMNS = {
  ...{ name: 46, before: 16, now: 18, note: 44 },
  kind: 'number',
  more: [
    { header: SHEET_HEADERS.reason, kind: 'text', width: 32, note: REASON } as SheetColumn,
  ] as readonly SheetColumn[],
  measured: true,
} as const;
const WORD_COLUMNS = {
  ...{ name: 30, before: 46, now: 72, note: 34 },
  kind: 'text',
  more: [] as readonly SheetColumn[],
  measured: false,
} as const;

type ColumnPlan = typeof NUMBER_COLUMNS | typeof WORD_COLUMNS;

function columnsOf({ name, before, now, note, kind, more, measured }: ColumnPlan, year: number) {
  const measure: SheetColumn = {
    ...{ header: SHEET_HEADERS.measure, kind: 'text', width: 12, locked: true },
  };
  const columns: SheetColumn[] = [
    PLACE,
    { header: SHEET_HEADERS.name, kind: 'text', width: name, locked: true },
    ...(measured ? [measure] : []),
    { header: `${SHEET_HEADERS.before} (${year - 1})`, kind, width: before, locked: true },
    { header: `${SHEET_HEADERS.now} (${year})`, kind, width: now, note: NOW },
    ...more,
    { header: SHEET_HEADERS.note, kind: 'text', width: note, locked: true },
    SLUG, // last: the lines of the title stand in the first column, in sight
  ];
  return columns;
}

function pageOf(
  view: ReportView,
  name: string,
  plan: ColumnPlan,
  belongs: (field: FormField) => boolean,
): SheetPage {
  const lines = view.form.sections
    .map((section) => ({ section, fields: section.fields.filter(belongs) }))
    .filter(({ fields }) => fields.length > 0)
    .flatMap(({ section, fields }, at) => linesOf(view, section, fields, at, plan.measured));
  const columns = columnsOf(plan, view.round.year);
  return {
    ...{ name, columns, title: titleOf(view) },
    rows: lines.map((line) => line.cells),
    lines: lines.map((line) => linesNeeded(line, columns, plan.measured ? 1 : ROOM_FOR_WORDS)),
    headings: lines.flatMap((line, row) => (line.is === 'heading' ? [row] : [])),
    sealed: lines.flatMap((line, row) => (line.is === 'sealed' ? [row] : [])),
  };
}

/** How many lines a row needs for its longest cell; a row to fill with words has some room. */
function linesNeeded({ cells, is }: SheetLine, columns: readonly SheetColumn[], room: number) {
  if (is === 'heading') return 1;
  const needed = cells.map((cell, at) => {
    const width = columns[at]?.hidden ? Number.POSITIVE_INFINITY : (columns[at]?.width ?? 18);
    const texts = typeof cell === 'string' ? cell.split('\n') : [''];
    return texts.reduce(
      (sum, text) => sum + Math.max(1, Math.ceil(text.length / (width * LETTERS))),
      0,
    );
  });
  return Math.min(MOST_LINES, Math.max(is === 'open' ? room : 1, ...needed));
}

/** Letters of the sheet's face that fit in one unit of width. */
const LETTERS = 1.15;
const ROOM_FOR_WORDS = 4;
/** Excel allows a row of 409 points. */
const MOST_LINES = 25;

function titleOf({ report, round, form, extendedUntil }: ReportView): string[] {
  const last: Day = lastDayFor(round, extendedUntil);
  return [
    report.unitName,
    `${round.name}: ${form.name}`,
    `Số liệu từ ${showDay(round.periodFrom)} đến ${showDay(round.periodTo)}; nộp chậm nhất ngày ${showDay(last)}.`,
    'Chỉ điền cột “Năm nay”. Không có thì ghi 0; để trống là chưa báo cáo.',
  ];
}

interface SheetLine {
  readonly cells: readonly SheetValue[];
  /** A title over fields, a row that nobody fills, or one to fill. */
  readonly is: 'heading' | 'sealed' | 'open';
}

function linesOf(
  view: ReportView,
  section: FormSection,
  fields: readonly FormField[],
  at: number,
  measured: boolean,
): SheetLine[] {
  const heading: SheetLine = { cells: [ROMAN[at] ?? '', section.title], is: 'heading' };
  const lines = fields.map((field, place): SheetLine => {
    const sealed = field.kind === 'ratio' || view.held.get(field.slug)?.accepted;
    const head = [String(place + 1), field.name];
    const [before, now, reason, note] = restOf(view, field);
    const cells = measured
      ? [...head, field.measure, before, now, reason, note, field.slug]
      : [...head, before, now, note, field.slug];
    return { cells, is: sealed ? 'sealed' : 'open' };
  });
  return [heading, ...lines];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

function restOf(view: ReportView, field: FormField) {
  const { held, lastYear } = view;
  const reason = held.get(field.slug)?.keptReason ?? null;
  const note = noteOf(view, field);
  if (field.kind === 'ratio')
    return [shownRatio(field, lastYear), shownRatio(field, held), null, note] as const;
  const before = cellOf(lastYear.get(field.slug) ?? NOTHING);
  return [before, cellOf(held.get(field.slug) ?? prefilled(view, field)), reason, note] as const;
}

function cellOf(value: Value): SheetValue {
  return value.amount ?? (typedText(value) || null);
}

/** What the page offers for an empty field too: last round's closing number. */
function prefilled({ lastYear }: ReportView, { prefill }: FormField): Value {
  const amount = prefill ? lastYear.get(prefill)?.amount : null;
  return { ...NOTHING, amount: amount ?? null };
}

function noteOf(view: ReportView, field: FormField): string {
  const { slug, kind, hint, prefill } = field;
  const held = view.held.get(slug);
  const returned = openReturns(view).find((one) => one.slug === slug);
  if (kind === 'ratio') return ratioNote(view, field);
  if (held?.accepted) return 'Đã được chấp nhận, không sửa.';
  const parts = [
    returned ? `Bị trả lại: ${returned.reason} (${returned.personName})` : '',
    !held && prefill && view.lastYear.has(prefill)
      ? `Lấy từ số cuối kỳ năm ${view.round.year - 1}.`
      : '',
    hint ?? '',
    kind === 'list' ? LIST_NOTE : '',
  ];
  return parts.filter(Boolean).join('\n');
}

const LIST_NOTE = 'Mỗi dòng một mục: tên | nội dung (xuống dòng: Alt + Enter).';

function ratioNote({ form }: ReportView, { numeratorSlug, denominatorSlug }: FormField): string {
  const nameOf = (slug: string | null) => fieldsOf(form).find((one) => one.slug === slug)?.name;
  const [part, whole] = [nameOf(numeratorSlug), nameOf(denominatorSlug)];
  return part && whole ? `Tự tính: ${part} / ${whole}. Không điền.` : 'Tự tính. Không điền.';
}

function keysOf(view: ReportView, at: Date): Record<string, string> {
  const { report, round, held, form } = view;
  const keys: Record<string, string> = {
    [SHEET_KEYS.report]: report.id,
    [SHEET_KEYS.unit]: report.unitName,
    [SHEET_KEYS.round]: round.name,
    [SHEET_KEYS.at]: at.toISOString(),
  };
  for (const field of fieldsOf(form)) {
    const { slug, kind } = field;
    const value = held.get(slug);
    if (kind === 'ratio') keys[SHEET_KEYS.rate + slug] = String(shownRatio(field, held) ?? '');
    else keys[SHEET_KEYS.was + slug] = typedText(value ?? NOTHING);
    if (value?.keptReason) keys[SHEET_KEYS.why + slug] = value.keptReason;
  }
  return keys;
}
