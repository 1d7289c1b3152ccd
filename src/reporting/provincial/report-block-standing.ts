import {
  type Block,
  dashList,
  figure,
  paragraph,
  type Run,
  runs,
} from '../../documents/official-document.ts';
import { type Day, lastDayOnTime, showDay } from '../../shared/day.ts';
import {
  type CountRef,
  type FigureBook,
  type ReportSources,
  standingsOf,
} from './consolidated-report-figures.ts';
import { briefUnit } from './report-block-gathered.ts';

/** From so many units on, a sentence gives the number and leaves the names to the annex. */
const NAMED = 12;

/** Who reported, in time and late, and who did not; names where they are few. */
export function reportingBlocks(sources: ReportSources, book: FigureBook): Block[] {
  const { round } = sources;
  const last: Day = lastDayOnTime(round.legalDue, round.legalInclusive);
  const nil = sources.standings.filter((one) => one.nil && one.accepted).length;
  return [
    paragraph(
      ...['Có ', count('reports.expected', book), ' phải báo cáo theo ', round.legalSource],
      ...[` (ngày cuối đúng hạn là ${showDay(last)}). Đã nhận báo cáo của `],
      ...[count('reports.sent', book), '; trong đó ', count('reports.accepted', book)],
      ...[
        ' có báo cáo đã được chấp nhận',
        nil > 0 ? `, ${nil} đơn vị báo không phát sinh` : '',
        ':',
      ],
    ),
    dashList(
      runs('Đúng hạn: ', count('reports.on-time', book), ';'),
      ...named('Trong thời gian gia hạn', 'reports.extended', sources, book),
      ...named('Gửi muộn', 'reports.late', sources, book),
      ...named('Chưa gửi', 'reports.unsent', sources, book, '.'),
    ),
  ];
}

function count(ref: CountRef, book: FigureBook): Run {
  return figure(book.get(ref)?.text ?? '0 đơn vị', ref);
}

function named(
  words: string,
  ref: CountRef,
  sources: ReportSources,
  book: FigureBook,
  sign = ';',
): Run[][] {
  const units = standingsOf(sources, ref);
  if (units.length === 0 && ref !== 'reports.unsent') return [];
  const names = units.map(({ unitName }) => briefUnit(unitName)).join(', ');
  const who =
    units.length === 0 ? '' : units.length > NAMED ? ' (danh sách tại phụ lục)' : ` (${names})`;
  return [runs(`${words}: `, count(ref, book), who + sign)];
}
