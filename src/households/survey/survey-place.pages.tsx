import type { Frame } from '../../shared/web.ts';
import { CLASSES, type Opening } from '../household-class.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ReviewedHousehold } from './survey.ts';

/** What each page about the survey of a household knows. */
export interface SurveyPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly standard: PovertyStandard;
  readonly commune: CommuneReview;
  readonly villages: readonly Village[];
  readonly household: ReviewedHousehold;
  /** The head's name, masked. */
  readonly head: string;
}

const OPENINGS: Readonly<Record<Opening, string>> = {
  poor: `đầu năm là ${CLASSES.poor.toLocaleLowerCase('vi')}`,
  'near-poor': `đầu năm là ${CLASSES['near-poor'].toLocaleLowerCase('vi')}`,
  'not-poor': `đầu năm là ${CLASSES['not-poor'].toLocaleLowerCase('vi')}`,
  absent: 'đầu năm chưa có trong sổ',
};

/** Who, where, and from where the household comes into the year. */
export function HouseholdLead({ household, villages, head, round }: SurveyPageProps) {
  const village = villages.find(({ id }) => id === household.villageId)?.name;
  return (
    <>
      {[head, village].filter(Boolean).join(', ')}; {OPENINGS[household.opening]}. Rà soát năm{' '}
      {round.year}.
    </>
  );
}

/** The address of a household's survey. */
export function surveyAddress(
  round: ReviewRound,
  { householdId }: Pick<ReviewedHousehold, 'householdId'>,
): string {
  return `/review-rounds/${round.id}/households/${householdId}`;
}
