import type { Db } from '../../shared/house.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { coverageOf } from './asked-commune.ts';
import { loadReviewedArea, type ReviewedArea } from './report-figures.sql.ts';
import { type HouseholdFigures, reportFigures } from './report-figures.ts';
import { tableAddress } from './table-rows.ts';
import { pendingOf } from './unit-cells.ts';

/**
 * What the review of a year offers to the yearly report of an area, provisional or official;
 * `null` while the area has nothing whole to offer, which is no zero. Reads only.
 */
export async function householdFigures(
  db: Db,
  asked: { readonly areaId: string; readonly year: number },
): Promise<HouseholdFigures | null> {
  const area = await loadReviewedArea(db, asked);
  if (!area) return null;
  const { round, cells, pendingPoorMinority } = area;
  const ask = { roundId: round.id, unitId: asked.areaId, units: 'then' as const };
  const amounts = [...reportFigures(cells, pendingPoorMinority)].map(
    ([slug, one]) => [slug, { ...one, href: tableAddress({ ...ask, table: one.table }) }] as const,
  );
  const official = round.officialOn !== null;
  return { year: round.year, official, source: sourceWords(area), amounts: new Map(amounts) };
}

function sourceWords({ round, noun, communes, cells }: ReviewedArea): string {
  const source = `Từ rà soát hộ nghèo ${round.year} của ${noun}`;
  if (round.officialOn) return `${source}, số chính thức theo ${round.officialDocument}`;
  const pending = pendingOf(cells);
  if (pending > 0) return `${source}, sơ bộ: còn ${showNumber(pending)} hộ chưa rà soát`;
  const { asked, recognised } = coverageOf(communes);
  if (recognised < asked)
    return asked === 1
      ? `${source}, sơ bộ: xã chưa công nhận kết quả`
      : `${source}, sơ bộ: ${recognised}/${asked} xã đã công nhận kết quả`;
  return `${source}, sơ bộ: đã công nhận, chờ công bố chính thức`;
}
