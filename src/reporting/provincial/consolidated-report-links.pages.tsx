import type { FigureHref } from '../../shared/html/document-sheet.tsx';
import type { Round } from '../rounds/round.ts';
import { figureAddress } from '../totals/matrix-address.ts';
import type { PrintedFigure } from './consolidated-report.ts';
import { type FigureBook, readRef } from './consolidated-report-figures.ts';
import { blockAddress } from './report-block.pages.tsx';

const EDIT = 'edit:';

/** The ref of the link that opens a block from inside the paper. */
export function editRef(blockId: string): string {
  return `${EDIT}${blockId}`;
}

/** Each figure of a draft leads to its rows, with value, last year's and source beside it. */
export function draftLinks(round: Round, book: FigureBook): FigureHref {
  return (ref) => {
    if (ref.startsWith(EDIT)) return blockAddress({ roundId: round.id }, ref.slice(EDIT.length));
    const known = book.get(ref);
    if (!known) return undefined;
    const source = known.official ?? 'tổng hợp từ báo cáo đã chấp nhận của các đơn vị';
    const last = known.lastText ? `; năm trước ${known.lastText}` : '';
    return { href: address(round, ref), note: `${known.name}${last}; nguồn: ${source}` };
  };
}

/** The same for an issued document: names and values as they were printed. */
export function issuedLinks(
  round: Round,
  figures: Readonly<Record<string, PrintedFigure>>,
): FigureHref {
  return (ref) => {
    const printed = figures[ref];
    if (!printed) return undefined;
    return { href: address(round, ref), note: `${printed.name}, như lúc ban hành` };
  };
}

/** Counts of reports lead to the round's list, figures to the rows they were added up from. */
function address(round: Round, ref: string): string {
  const { slug, unitId } = readRef(ref);
  if (slug.startsWith('reports.')) return `/rounds/${round.id}`;
  return figureAddress(round.id, slug, { unit: unitId ?? round.topId, on: 'then' });
}
