import { showMoney } from '../../shared/vietnamese.ts';
import { AREA_TYPES, type AreaType, CLASSES, type HouseholdClass } from '../household-class.ts';
import type { PovertyStandard } from './poverty-standard.ts';

/** What a survey found: score A in points, and the keys of the deprived indicators. */
export interface Survey {
  readonly areaType: AreaType;
  readonly incomeScore: number;
  readonly deprived: readonly string[];
}

export interface Classification {
  readonly householdClass: HouseholdClass;
  readonly deprivationScore: number;
  /** Why, as a sentence for the household. */
  readonly because: string;
}

/**
 * The class of a household by the standard of its round (2022–2026: Decree 07/2021 art. 3 and
 * TT 07/2021; boundaries belong to the poorer side). `undefined` while the standard has no score
 * line for the area. Keys that are no indicators of the standard are not counted.
 */
export function classify(standard: PovertyStandard, survey: Survey): Classification | undefined {
  const { sureScore, scoreLine } = standard.lines[survey.areaType];
  if (scoreLine === null) return undefined;
  let known = 0;
  for (const { key } of standard.indicators) if (survey.deprived.includes(key)) known++;
  const deprivationScore = known * standard.pointsEach;
  const householdClass = classOf(survey.incomeScore, deprivationScore, {
    sureScore,
    scoreLine,
    cut: standard.deprivationCut,
  });
  return new Classified(standard, survey, deprivationScore, householdClass);
}

/**
 * Why is told only where somebody asks: an import classifies a hundred thousand households. In a
 * class, for a getter in a literal gave each of them a shape of its own, which nothing collects soon.
 */
class Classified implements Classification {
  readonly householdClass: HouseholdClass;
  readonly deprivationScore: number;
  readonly #standard: PovertyStandard;
  readonly #survey: Survey;

  constructor(standard: PovertyStandard, survey: Survey, score: number, found: HouseholdClass) {
    this.householdClass = found;
    this.deprivationScore = score;
    this.#standard = standard;
    this.#survey = survey;
  }

  get because(): string {
    return reasonOf(this.#standard, this.#survey, this.deprivationScore, this.householdClass);
  }
}

interface Cuts {
  readonly sureScore: number | null;
  readonly scoreLine: number;
  readonly cut: number;
}

function classOf(incomeScore: number, deprivationScore: number, cuts: Cuts): HouseholdClass {
  if (incomeScore > cuts.scoreLine) return 'not-poor';
  if (cuts.sureScore !== null && incomeScore <= cuts.sureScore) return 'poor';
  return deprivationScore >= cuts.cut ? 'poor' : 'near-poor';
}

function reasonOf(
  standard: PovertyStandard,
  { areaType, incomeScore }: Survey,
  deprivationScore: number,
  householdClass: HouseholdClass,
): string {
  const { scoreLine, sureScore, incomeLine } = standard.lines[areaType];
  const area = AREA_TYPES[areaType].toLocaleLowerCase('vi');
  const result = CLASSES[householdClass].toLocaleLowerCase('vi');
  if (householdClass === 'not-poor')
    return `Điểm A ${incomeScore} vượt mức ${scoreLine} của khu vực ${area} (chuẩn thu nhập ${showMoney(incomeLine)}/người/tháng), nên là ${result} dù điểm B là ${deprivationScore}.`;
  if (sureScore !== null && incomeScore <= sureScore)
    return `Điểm A ${incomeScore} không quá ${sureScore} (khu vực ${area}), nên là ${result} dù điểm B là ${deprivationScore}.`;
  const count = deprivationScore / standard.pointsEach;
  const against = householdClass === 'poor' ? 'từ' : 'dưới';
  return `Điểm A ${incomeScore} không quá ${scoreLine} (khu vực ${area}) và điểm B ${deprivationScore} (${count} chỉ số thiếu hụt) ${against} ${standard.deprivationCut}, nên là ${result}.`;
}
