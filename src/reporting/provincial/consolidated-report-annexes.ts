import {
  type Annex,
  figure,
  paragraph,
  type Run,
  row,
  type Table,
  type TableRow,
} from '../../documents/official-document.ts';
import { showDay } from '../../shared/day.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { PUNCTUALITY_NAMES } from '../rounds/deadline.ts';
import type { AnnexKind, ReportBlock } from './consolidated-report.ts';
import {
  type FigureBook,
  figureRef,
  type LiveFigure,
  type ReportSources,
  type ReportStanding,
} from './consolidated-report-figures.ts';
import { showPoints } from './report-block-change.ts';
import { briefUnit } from './report-block-gathered.ts';

/** A table by unit stays readable with so many figures, last year's beside each. */
const MOST_FIGURES = 4;
/** From so many columns on a page lies on its side. */
const WIDE = 7;

/** The annex of a block; nothing for a block of the body or a table without anything in it. */
export function annexOf(block: ReportBlock, book: FigureBook, sources: ReportSources): Annex[] {
  const kind = block.options.annex;
  const table = kind && TABLES[kind](sources, book);
  if (!table) return [];
  const name = block.heading ?? '';
  if ('sentence' in table) return [{ name, blocks: [paragraph(table.sentence)] }];
  return [{ name, landscape: table.columns.length >= WIDE, blocks: [table] }];
}

type AnnexTable = Table | { readonly sentence: string } | undefined;

const TABLES: Readonly<
  Record<AnnexKind, (sources: ReportSources, book: FigureBook) => AnnexTable>
> = {
  units: unitsTable,
  resources: resourcesTable,
  lateness: latenessTable,
};

/** Units down, the main figures of poverty across, last year's before this year's. */
function unitsTable(sources: ReportSources, book: FigureBook): AnnexTable {
  const figures = mainFigures(sources);
  const { year } = sources.round;
  const asked = sources.places.filter(({ role }) =>
    figures.some(({ roles }) => roles.includes(role)),
  );
  const answered = asked.filter(({ unitId }) =>
    figures.some(({ slug }) => has(book, slug, unitId)),
  );
  if (figures.length === 0 || answered.length === 0) return undefined;
  const cells = (unitId?: string) =>
    figures.flatMap((one) => [cell(one, 'last', book, unitId), cell(one, 'now', book, unitId)]);
  const provisional = figures.some(
    ({ slug, followsReview }) => followsReview && book.get(slug)?.official === null,
  );
  return {
    kind: 'table',
    unit: [
      `Đã có số liệu: ${answered.length}/${asked.length} đơn vị`,
      ...(provisional ? ['số liệu hộ nghèo, hộ cận nghèo là số liệu sơ bộ'] : []),
    ].join('; '),
    columns: [
      { width: 2, align: 'center' },
      { width: 9, align: 'left' },
      ...figures.flatMap(() => [
        { width: 4, align: 'right' as const },
        { width: 4, align: 'right' as const },
      ]),
    ],
    header: [
      [
        { text: 'TT', rows: 2 },
        { text: 'Đơn vị', rows: 2 },
        ...figures.map(({ name, measure }) => ({ text: `${name} (${measure})`, columns: 2 })),
      ],
      figures.flatMap(() => [{ text: `Năm ${year - 1}` }, { text: `Năm ${year}` }]),
    ],
    rows: [
      ...asked.map((place, at) =>
        row([`${at + 1}`, briefUnit(place.name), ...cells(place.unitId)]),
      ),
      row(['', 'Toàn tỉnh', ...cells()], 'total'),
    ],
  };
}

function has(book: FigureBook, slug: string, unitId: string): boolean {
  return typeof book.get(figureRef(slug, 'now', unitId))?.value === 'number';
}

/**
 * Ratios of the review with what they count, those over the most common base first (all
 * households); without any, the first figures counted in numbers.
 */
function mainFigures({ figures }: ReportSources): readonly LiveFigure[] {
  const ratios = figures.filter(({ kind, followsReview }) => kind === 'ratio' && followsReview);
  const bases = Map.groupBy(ratios, ({ denominatorSlug }) => denominatorSlug);
  const ordered = [...bases.values()].toSorted((left, right) => right.length - left.length).flat();
  const parts = ordered.flatMap((ratio) => {
    const part = figures.find(({ slug }) => slug === ratio.numeratorSlug);
    return part ? [part, ratio] : [ratio];
  });
  const chosen = parts.length > 0 ? parts : figures.filter(({ kind }) => kind === 'count');
  return chosen.slice(0, MOST_FIGURES);
}

/** A number of a table, its measure being in the head: `17.120`, `15,71`. */
function cell(
  one: LiveFigure,
  aspect: 'now' | 'last',
  book: FigureBook,
  unitId?: string,
): Run | string {
  const ref = figureRef(one.slug, aspect, unitId);
  const value = book.get(ref)?.value ?? null;
  if (value === null) return '-';
  return figure(one.kind === 'ratio' ? showPoints(value) : showNumber(value), ref);
}

function resourcesTable(sources: ReportSources, book: FigureBook): AnnexTable {
  const money = sources.figures.filter(
    ({ kind, slug }) =>
      kind === 'money' && (book.get(slug)?.value ?? book.get(`${slug}|last`)?.value) !== null,
  );
  if (money.length === 0) return undefined;
  const { year } = sources.round;
  return {
    kind: 'table',
    unit: 'Đơn vị tính: đồng',
    columns: [
      { width: 2, align: 'center' },
      { width: 9, align: 'left' },
      { width: 6, align: 'right' },
      { width: 6, align: 'right' },
      { width: 4, align: 'right' },
    ],
    header: [
      ['TT', 'Nội dung', `Năm ${year - 1}`, `Năm ${year}`, 'Tăng, giảm (%)'].map((text) => ({
        text,
      })),
    ],
    rows: money.map((one, at) => resourceRow(one, at, book)),
  };
}

/** The last column compares only where the whole may be compared; else it stays open. */
function resourceRow(one: LiveFigure, at: number, book: FigureBook): TableRow {
  const now = book.get(one.slug)?.value ?? null;
  const last = book.get(figureRef(one.slug, 'last'))?.value ?? null;
  const change = book.get(figureRef(one.slug, 'change'))?.value ?? null;
  const isWhole = now !== null && last !== null && last !== 0 && change === now - last;
  const by = isWhole ? showPoints(((now - last) / last) * 100) : '-';
  return row([`${at + 1}`, one.name, cell(one, 'last', book), cell(one, 'now', book), by]);
}

/** Those who have not sent, then those who sent after their last day. */
function latenessTable({ standings }: ReportSources): AnnexTable {
  const unsent = standings.filter(({ sentOn }) => sentOn === null);
  const late = standings.filter(({ standing }) => standing === 'late');
  if (unsent.length + late.length === 0)
    return { sentence: 'Tất cả đơn vị đã gửi báo cáo đúng hạn hoặc trong thời gian được gia hạn.' };
  return {
    kind: 'table',
    columns: [
      { width: 1, align: 'center' },
      { width: 6, align: 'left' },
      { width: 2, align: 'center' },
      { width: 2, align: 'center' },
      { width: 3, align: 'left' },
    ],
    header: [['TT', 'Đơn vị', 'Ngày cuối', 'Ngày gửi', 'Tình trạng'].map((text) => ({ text }))],
    rows: [...unsent, ...late].map(latenessRow),
  };
}

function latenessRow(
  { unitName, lastDay, sentOn, standing }: ReportStanding,
  at: number,
): TableRow {
  const state =
    sentOn === null && standing === 'due' ? 'Chưa gửi, còn hạn' : PUNCTUALITY_NAMES[standing];
  const sent = sentOn === null ? '-' : showDay(sentOn);
  return row([`${at + 1}`, briefUnit(unitName), showDay(lastDay), sent, state]);
}
