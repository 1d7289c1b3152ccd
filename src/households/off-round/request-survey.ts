import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { NONE, type TypedSurvey } from '../survey/survey-draft.ts';
import { type Faults, NO_DAY, readWhole, type Say } from './typed-request.ts';

/** What the survey of a request found. */
export interface RequestSurvey {
  readonly areaType: AreaType;
  readonly incomeScore: number;
  readonly deprived: readonly string[];
  readonly surveyedOn: Day;
  readonly surveyorName: string;
}

/** Reads the survey of a request by its standard. */
export function readRequestSurvey(
  { fields, deprived }: TypedSurvey,
  standard: PovertyStandard,
  { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day },
): RequestSurvey | Faults {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const known = standard.indicators.map(({ key }) => key).filter((key) => deprived.includes(key));
  const read = {
    areaType: readArea(fields.areaType, say),
    incomeScore: readWhole(fields.incomeScore, 'incomeScore', [0, 999], say),
    deprived: known,
    surveyedOn: readSurveyed(fields.surveyedOn, { receivedOn, today }, say),
    surveyorName: clean(fields.surveyorName ?? '').slice(0, 120),
  };
  const none = fields[NONE] === 'yes';
  if (none && known.length > 0)
    say(
      'deprived',
      'Vừa đánh dấu chỉ số, vừa đánh dấu “không thiếu hụt chỉ số nào”. Hãy bỏ một trong hai.',
    );
  if (!none && known.length === 0)
    say(
      'deprived',
      'Chưa đánh dấu chỉ số nào. Nếu hộ không thiếu hụt, hãy đánh dấu ô cuối phần này.',
    );
  if (!read.surveyorName) say('surveyorName', 'Hãy ghi họ tên người khảo sát.');
  return faults.length > 0 ? { faults } : read;
}

function readArea(typed: string | undefined, say: Say): AreaType {
  if (typed === 'rural' || typed === 'urban') return typed;
  const names = Object.values(AREA_TYPES).join(' hoặc ').toLocaleLowerCase('vi');
  say('areaType', `Chưa chọn khu vực. Hãy chọn ${names}: mức điểm A khác nhau.`);
  return 'rural';
}

function readSurveyed(
  typed: string | undefined,
  { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day },
  say: Say,
): Day {
  const on = parseDay(typed ?? '');
  if (!on) say('surveyedOn', 'Hãy nhập ngày khảo sát, ví dụ 15/11/2025.');
  else if (on > today)
    say('surveyedOn', `Ngày khảo sát không thể sau hôm nay (${showDay(today)}). Hãy xem lại.`);
  else if (on < receivedOn)
    say(
      'surveyedOn',
      `Giấy đề nghị nhận ngày ${showDay(receivedOn)}; khảo sát không thể trước đó.`,
    );
  return on ?? NO_DAY;
}
