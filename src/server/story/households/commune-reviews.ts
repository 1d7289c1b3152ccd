import { type Day, day } from '../../../shared/day.ts';
import { areaId, officeId } from '../../../units/reference-ids.ts';
import { chanceOf } from '../chance.ts';
import { momentIn, workingDay } from '../office-hours.ts';
import type { Seed } from '../seed.ts';
import type { Staff } from '../staff.ts';
import { THIS_YEAR } from './load-review-rounds.ts';
import { askedOn, reviewRoundId } from './review-rows.ts';
import type { NewCommune } from './scope.ts';

/** One commune in one yearly review, on the units of that year. */
export interface StoryReview {
  readonly year: number;
  readonly roundId: string;
  readonly askedOn: Day;
  readonly communeId: string;
  readonly officeId: string;
  readonly name: string;
  readonly districtId: string | null;
  /** The old communes whose households it reviews. */
  readonly oldCodes: readonly string[];
}

/** The reviews of a commune: of its old communes until 2024, of itself in 2025. */
export function reviewsOf(seed: Seed, { code, parts }: NewCommune, year: number): StoryReview[] {
  const asked = { year, roundId: reviewRoundId(year), askedOn: askedOn(year) };
  if (year === THIS_YEAR) {
    const row = seed.merger.find((one) => one.new_code === code);
    return [
      {
        ...asked,
        ...{ communeId: areaId('2025', code), districtId: null },
        ...{ officeId: officeId(`UBND.C25.${code}`), name: row?.new_full_name ?? '' },
        oldCodes: parts.map((part) => part.code),
      },
    ];
  }
  return parts.map((part) => ({
    ...asked,
    ...{ communeId: areaId('2022', part.code), oldCodes: [part.code] },
    ...{
      officeId: officeId(`UBND.C22.${part.code}`),
      districtId: areaId('2022', part.districtCode),
    },
    name: seed.merger.find((one) => one.old_code === part.code)?.old_full_name ?? '',
  }));
}

/** The row of a review that has just begun. */
export function communeReviewRow(review: StoryReview, staff: Staff) {
  const { year, roundId, communeId, name, districtId } = review;
  const on = workingDay(day(`${year}-09-03`));
  const { personId } = staff.on(review.officeId, 'reviewHouseholds', on);
  return {
    ...{ commune_id: communeId, round_id: roundId, commune_name: name, district_id: districtId },
    ...{ office_id: review.officeId, opened_by: personId },
    opened_at: momentIn(on, 8, chanceOf(`${communeId}:${year}:begun`)).toISOString(),
  };
}
