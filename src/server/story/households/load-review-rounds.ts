import { standardId } from '../../../households/standard/reference-standards.ts';
import { loadReferenceStandards } from '../../../households/standard/standards.actions.ts';
import { day } from '../../../shared/day.ts';
import type { Tx } from '../../../shared/house.ts';
import { officeId } from '../../../units/reference-ids.ts';
import { insertRows } from '../insert-rows.ts';
import type { Seed } from '../seed.ts';
import type { Staff } from '../staff.ts';
import { PROVINCE_ID } from './household-rows.ts';
import { askedOn, reviewRoundId } from './review-rows.ts';

export const REVIEW_YEARS = [2022, 2023, 2024, 2025] as const;
/** The year in which the story stands. */
export const THIS_YEAR = 2025;

const SOURCE = 'Quyết định 24/2021/QĐ-TTg (số ngày niêm yết cần xác nhận)';
const OFFICIAL = 'Báo cáo kết quả rà soát năm {year} (giả, chỉ để minh họa)';

/** The standards, and the yearly reviews of 2022 to 2025; the last one is still provisional. */
export async function loadReviewRounds(tx: Tx, seed: Seed, staff: Staff): Promise<void> {
  await loadReferenceStandards(tx, seed.standards);
  await insertRows(
    tx,
    'review_rounds',
    REVIEW_YEARS.map((year) => roundRow(year, staff)),
  );
}

function roundRow(year: number, staff: Staff) {
  const opened = day(`${year}-08-25`);
  const agency = officeId(opened < '2025-03-01' ? 'SO.LDTBXH' : 'SO.NNMT');
  const past = year < THIS_YEAR;
  return {
    ...{ id: reviewRoundId(year), province_id: PROVINCE_ID, year, is_story: true },
    previous_id: year > REVIEW_YEARS[0] ? reviewRoundId(year - 1) : null,
    ...{ standard_id: standardId(2022), units_on: askedOn(year), begins_on: askedOn(year) },
    ...{ ends_on: `${year}-12-14`, posting_days: 3, agreed_share: 0.5, source: SOURCE },
    opened_at: `${opened}T08:30:00+07:00`,
    opened_by: staff.on(agency, 'runMovement', opened).personId,
    official_on: past ? `${year}-12-18` : null,
    official_document: past ? OFFICIAL.replace('{year}', String(year)) : null,
  };
}
