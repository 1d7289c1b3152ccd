import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { listRounds } from '../rounds/rounds.sql.ts';
import type { AskedCommune } from './asked-commune.ts';
import { listAskedCommunes } from './asked-communes.sql.ts';
import { KINH, MINORITIES } from './minorities.ts';
import { placedAsItWas } from './placed-rows.sql.ts';
import { loadCells } from './totals.sql.ts';
import { joinCells, pendingOf, type UnitCells } from './unit-cells.ts';

/** What a year's review counts in an area. */
export interface ReviewedArea {
  readonly round: ReviewRound;
  readonly noun: 'xã' | 'huyện' | 'tỉnh';
  readonly communes: readonly AskedCommune[];
  readonly cells: UnitCells;
  /** Poor at the opening, not yet reviewed, of a minority; the kept totals do not cross these. */
  readonly pendingPoorMinority: number;
}

/**
 * The review of a commune, a district as it was, or the province. `undefined` without a review
 * of that year, and while any commune there has not begun: a sum over a part is no figure.
 */
export async function loadReviewedArea(
  db: Db,
  { areaId, year }: { readonly areaId: string; readonly year: number },
): Promise<ReviewedArea | undefined> {
  const round = (await listRounds(db)).find((one) => one.year === year);
  const all = round ? await listAskedCommunes(db, round) : [];
  const noun = round && nounOf(round, all, areaId);
  if (!noun) return undefined;
  const communes = all.filter(
    ({ communeId, districtId }) => noun === 'tỉnh' || communeId === areaId || districtId === areaId,
  );
  if (communes.some(({ status }) => status === null)) return undefined;
  const found = await loadCells(db, round.id, placedAsItWas(communes), [KINH, ...MINORITIES]);
  const cells = joinCells([...found.values()]);
  const pendingPoorMinority =
    pendingOf(cells) > 0 ? await countPendingMinority(db, round.id, communes) : 0;
  return { round, noun, communes, cells, pendingPoorMinority };
}

function nounOf({ provinceId }: ReviewRound, communes: readonly AskedCommune[], areaId: string) {
  if (areaId === provinceId) return 'tỉnh';
  if (communes.some(({ communeId }) => communeId === areaId)) return 'xã';
  return communes.some(({ districtId }) => districtId === areaId) ? 'huyện' : undefined;
}

async function countPendingMinority(
  db: Db,
  roundId: string,
  communes: readonly AskedCommune[],
): Promise<number> {
  const codes = MINORITIES.map((mark) => mark.slice('ethnic.'.length));
  const { rows } = await sql<{ households: number }>`
    select count(*) as households from household_reviews
    where commune_id = any(${communes.map(({ communeId }) => communeId)}::uuid[])
      and round_id = ${roundId} and closing is null and opening = 'poor'
      and ethnicity = any(${codes}::text[])`.execute(db);
  return rows[0]?.households ?? 0;
}
