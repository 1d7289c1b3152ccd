import { showDay } from '../../shared/day.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ReviewedHousehold } from './survey.ts';

/**
 * What looks odd in a survey and may yet be so: said after saving, never refused. Causes and needs
 * are asked of poor households (report forms of TT 07/2021).
 */
export function surveyWarnings(
  household: ReviewedHousehold,
  round: ReviewRound,
  standard: PovertyStandard,
): string[] {
  return [
    ...aboutDay(household, round),
    ...aboutMarks(household),
    ...aboutPeople(household),
    ...aboutChildren(household, standard),
  ];
}

function aboutDay({ surveyedOn }: ReviewedHousehold, { beginsOn, endsOn }: ReviewRound): string[] {
  if (!surveyedOn || (surveyedOn >= beginsOn && surveyedOn <= endsOn)) return [];
  return [
    `Ngày rà soát ${showDay(surveyedOn)} nằm ngoài thời gian rà soát ${showDay(beginsOn)} – ${showDay(endsOn)}.`,
  ];
}

function aboutMarks({ closing, marks }: ReviewedHousehold): string[] {
  if (closing !== 'poor') return [];
  const has = (start: string) => marks.some((mark) => mark.startsWith(start));
  return [
    has('cause.') ? [] : 'Hộ nghèo chưa ghi nguyên nhân nghèo: bảng nguyên nhân sẽ thiếu hộ này.',
    has('need.') ? [] : 'Hộ nghèo chưa ghi nhu cầu hỗ trợ.',
  ].flat();
}

function aboutPeople({ opening, openingMembers, members }: ReviewedHousehold): string[] {
  if (opening === 'absent' || openingMembers === members) return [];
  return [
    `Số nhân khẩu đổi từ ${openingMembers} thành ${members}: hãy ghi người đến, người đi ở sổ hộ.`,
  ];
}

function aboutChildren(household: ReviewedHousehold, { indicators }: PovertyStandard): string[] {
  const { children, childrenHealth, childrenSchool } = household;
  const deprived = household.deprived ?? [];
  const asks = (key: string) => indicators.some((one) => one.key === key);
  const short = (...keys: string[]) => keys.some((key) => deprived.includes(key));
  const says = (odd: boolean, sentence: string) => (odd ? [sentence] : []);
  return [
    ...says(
      asks('nutrition') && childrenHealth > 0 && !short('nutrition', 'healthInsurance'),
      'Có trẻ em thiếu hụt y tế nhưng chưa đánh dấu chỉ số dinh dưỡng hoặc bảo hiểm y tế.',
    ),
    ...says(
      asks('childSchooling') && childrenSchool > 0 && !short('childSchooling'),
      'Có trẻ em thiếu hụt giáo dục nhưng chưa đánh dấu chỉ số đi học của trẻ em.',
    ),
    ...says(
      children === 0 && short('nutrition', 'childSchooling'),
      'Đánh dấu chỉ số dinh dưỡng hoặc đi học của trẻ em nhưng hộ không có trẻ em.',
    ),
  ];
}
