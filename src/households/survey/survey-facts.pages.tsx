import type { ComponentChildren } from 'preact';
import { showDay } from '../../shared/day.ts';
import { type Fact, KeyValues } from '../../shared/html/facts.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import { ethnicName } from '../ethnic-groups.ts';
import { AREA_TYPES } from '../household-class.ts';
import { CAUSES, GROUPS, NEEDS } from '../household-marks.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ReviewedHousehold } from './survey.ts';

interface FactsProps {
  readonly household: ReviewedHousehold;
  readonly standard: PovertyStandard;
}

/** All that a survey wrote down, in the order of the form. */
export function SurveyFacts(props: FactsProps) {
  return <KeyValues facts={[...scores(props), ...people(props), ...rest(props)]} />;
}

function scores({ household, standard }: FactsProps): Fact[] {
  const { areaType, incomeScore, deprived } = household;
  const names = standard.indicators
    .filter(({ key }) => deprived?.includes(key))
    .map(({ name }) => name);
  return [
    fact('Khu vực', AREA_TYPES[areaType]),
    fact('Điểm A', incomeScore),
    fact('Chỉ số thiếu hụt', deprived && (names.join('; ') || 'Không thiếu hụt chỉ số nào')),
  ];
}

function people({ household }: FactsProps): Fact[] {
  const { members, children, childrenHealth, childrenSchool, ethnicity } = household;
  const short = [
    childrenHealth > 0 ? `${childrenHealth} em thiếu hụt y tế` : '',
    childrenSchool > 0 ? `${childrenSchool} em thiếu hụt giáo dục` : '',
  ].filter(Boolean);
  return [
    fact('Số nhân khẩu', members),
    fact('Trẻ em dưới 16 tuổi', [children, ...short].join('; ')),
    fact('Dân tộc của chủ hộ', ethnicName(ethnicity)),
  ];
}

function rest({ household }: FactsProps): Fact[] {
  const { marks, note, surveyedOn, surveyorName } = household;
  const among = (names: Readonly<Record<string, string>>) =>
    Object.entries(names)
      .filter(([mark]) => marks.includes(mark))
      .map(([, name]) => name)
      .join('; ') || 'Không ghi';
  const by = [surveyorName, surveyedOn && `ngày ${showDay(surveyedOn)}`].filter(Boolean);
  return [
    fact('Đối tượng', among(GROUPS)),
    fact('Nguyên nhân nghèo', among(CAUSES)),
    fact('Nhu cầu hỗ trợ', among(NEEDS)),
    fact('Ghi chú', note ?? 'Không ghi'),
    fact('Rà soát', by.join(', ') || null),
  ];
}

/** A value that is not there is "—". */
function fact(name: string, value: ComponentChildren): Fact {
  return { name, value: value ?? <Missing /> };
}
