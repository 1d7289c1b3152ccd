import type { Day } from '../../shared/day.ts';
import { type FigureKind, showAmount } from '../forms/figure.ts';
import type { FormSection } from '../forms/form.ts';
import type { Punctuality } from '../rounds/deadline.ts';
import type { Round } from '../rounds/round.ts';
import { type Totals, totalAt } from '../totals/totals.ts';
import type { PrintedFigure, Series } from './consolidated-report.ts';
import { changeInWords } from './report-block-change.ts';
import { comparable } from './report-block-comparison.ts';
import type { GatheredItem } from './report-block-gathered.ts';
import type { NamedFigure } from './report-block-tokens.ts';

/** A numeric figure of the round's form, as the report may tell it. */
export interface LiveFigure extends NamedFigure {
  readonly name: string;
  readonly kind: FigureKind;
  readonly measure: string;
  /** Provisional in November, official in December. */
  readonly followsReview: boolean;
  /** Roles that are asked for it. */
  readonly roles: readonly string[];
  readonly numeratorSlug: string | null;
  readonly denominatorSlug: string | null;
}

export interface OfficialValue {
  readonly amount: number;
  readonly source: string;
}

/** How one expected unit stands, told with the punctuality of the day asked. */
export interface ReportStanding {
  readonly unitId: string;
  readonly unitName: string;
  readonly sentOn: Day | null;
  readonly lastDay: Day;
  readonly standing: Punctuality;
  readonly accepted: boolean;
  readonly nil: boolean;
}

export interface Place {
  readonly role: string;
  /** Reported, accepted, that there is nothing to report. */
  readonly nil: boolean;
  readonly unitId: string;
  readonly name: string;
}

/** All that the document is written from, as it stands now. */
export interface ReportSources {
  readonly round: Round;
  readonly openedOn: Day;
  readonly asOf: Day;
  readonly movementName: string;
  /** The province by its own name, `Lai Châu`. */
  readonly areaName: string;
  readonly topName: string;
  readonly receiverName: string;
  readonly sections: readonly FormSection[];
  readonly figures: readonly LiveFigure[];
  readonly lists: ReadonlyMap<string, readonly GatheredItem[]>;
  readonly standings: readonly ReportStanding[];
  /** The units right under the top, in the order of the list. */
  readonly places: readonly Place[];
  readonly totals: Totals;
  readonly last: Totals;
  /** By `slug@unit@year`. */
  readonly official: ReadonlyMap<string, OfficialValue>;
}

/** One value that the document may print, by its ref. */
export interface KnownFigure extends PrintedFigure {
  /** Of a figure of the review in use: where the official one was published. */
  readonly official: string | null;
  readonly followsReview: boolean;
  /** Last year's, as printed, for the note beside the figure. */
  readonly lastText: string;
}

export type FigureBook = ReadonlyMap<string, KnownFigure>;

/** `slug`, `slug|last`, `slug|change` of the whole; `slug@unit` and `slug@unit|last` of a place. */
export function figureRef(slug: string, aspect: 'now' | 'last' | 'change', unitId?: string) {
  const place = unitId ? `${slug}@${unitId}` : slug;
  return aspect === 'now' ? place : `${place}|${aspect}`;
}

/** A ref taken apart again. */
export function readRef(ref: string) {
  const [, slug = ref, unitId, aspect = 'now'] =
    /^([^@|]+)(?:@([^|]+))?(?:\|(\w+))?$/.exec(ref) ?? [];
  return { slug, unitId, aspect };
}

/** Every value that a document of this round may print, in the series chosen. */
export function figureBook(sources: ReportSources, series: Series): FigureBook {
  const book = new Map<string, KnownFigure>();
  for (const figure of sources.figures) {
    addFigure(book, sources, series, figure);
    for (const place of sources.places) addFigure(book, sources, series, figure, place);
  }
  for (const [ref, known] of standingFigures(sources)) book.set(ref, known);
  return book;
}

function addFigure(
  book: Map<string, KnownFigure>,
  sources: ReportSources,
  series: Series,
  figure: LiveFigure,
  place?: Place,
): void {
  const { year, topId } = sources.round;
  const { slug, name, kind, measure, followsReview } = figure;
  const at = place?.unitId ?? topId;
  const published = (of: number) =>
    followsReview ? sources.official.get(officialKey(slug, at, of)) : undefined;
  const official = series === 'official' ? published(year) : undefined;
  const now = official?.amount ?? totalAt(sources.totals, at, slug)?.amount ?? null;
  const last = published(year - 1)?.amount ?? totalAt(sources.last, at, slug)?.amount ?? null;
  const text = (amount: number | null) =>
    amount === null ? NO_FIGURE : glued(showAmount(kind, measure, amount));
  const shown = place ? `${name}, ${place.name}` : name;
  const common = { followsReview, official: official?.source ?? null, lastText: text(last) };
  const refOf = (aspect: 'now' | 'last' | 'change') => figureRef(slug, aspect, place?.unitId);
  book.set(refOf('now'), { name: shown, value: now, text: text(now), ...common });
  book.set(refOf('last'), {
    ...{ name: `${shown}, năm ${year - 1}`, value: last, text: text(last) },
    ...{ followsReview: false, official: null, lastText: text(last) },
  });
  const alike =
    place || official ? { now, last, units: null } : comparable(sources, figure, { now, last });
  const change = changeInWords(figure, alike, year - 1);
  const by = alike.now === null || alike.last === null ? null : alike.now - alike.last;
  const words = now === null ? '' : change.replaceAll(' %', '\u00A0%');
  book.set(refOf('change'), { name: `${shown}, thay đổi`, value: by, text: words, ...common });
}

/** What stands where no unit gave the figure: neither 0 nor an empty place. */
export const NO_FIGURE = 'chưa có số liệu';

/** A number and its measure never part at the end of a line. */
function glued(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

export function officialKey(slug: string, unitId: string, year: number): string {
  return `${slug}@${unitId}@${year}`;
}

/** How many have sent, in time and late: figures like all others, with a ref. */
const COUNTS = {
  'reports.expected': ['Đơn vị phải báo cáo', () => true],
  'reports.sent': ['Đơn vị đã gửi báo cáo', ({ sentOn }: ReportStanding) => sentOn !== null],
  'reports.on-time': ['Đơn vị gửi đúng hạn', isStanding('on-time')],
  'reports.extended': ['Đơn vị gửi trong thời gian gia hạn', isStanding('extended')],
  'reports.late': ['Đơn vị gửi muộn', isStanding('late')],
  'reports.unsent': ['Đơn vị chưa gửi', ({ sentOn }: ReportStanding) => sentOn === null],
  'reports.accepted': [
    'Đơn vị có báo cáo được chấp nhận',
    ({ accepted }: ReportStanding) => accepted,
  ],
} as const;

export type CountRef = keyof typeof COUNTS;

function isStanding(wanted: Punctuality) {
  return ({ standing }: ReportStanding) => standing === wanted;
}

/** The units of one count, in the order of the list. */
export function standingsOf(sources: ReportSources, ref: CountRef): readonly ReportStanding[] {
  return sources.standings.filter(COUNTS[ref][1]);
}

function standingFigures(sources: ReportSources): [CountRef, KnownFigure][] {
  return (Object.keys(COUNTS) as CountRef[]).map((ref) => {
    const value = standingsOf(sources, ref).length;
    const printed = { name: COUNTS[ref][0], value, text: `${value} đơn vị`, lastText: '' };
    return [ref, { ...printed, official: null, followsReview: false }];
  });
}

/** Does a draft still print provisional figures though official ones have been published? */
export function isBehindOfficial(sources: ReportSources, series: Series): boolean {
  return series === 'provisional' && hasOfficial(sources);
}

/** Has any figure of the review an official value of the round's year, at the top? */
export function hasOfficial({ figures, official, round }: ReportSources): boolean {
  return figures.some(
    ({ slug, followsReview }) =>
      followsReview && official.has(officialKey(slug, round.topId, round.year)),
  );
}
