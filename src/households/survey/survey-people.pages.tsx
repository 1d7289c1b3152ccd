import { SelectField } from '../../shared/html/choices.tsx';
import { NumberField } from '../../shared/html/inputs.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { ETHNIC_CODES, ethnicName } from '../ethnic-groups.ts';
import type { ReviewedHousehold } from './survey.ts';
import type { TypedSurvey } from './survey-draft.ts';
import { surveyField } from './survey-fields.pages.tsx';

interface PeopleProps {
  readonly household: ReviewedHousehold;
  readonly typed: TypedSurvey;
  readonly faults: readonly FieldProblem[];
}

/** How many people, how many children and what these lack, and the head's ethnic group. */
export function PeoplePanel(props: PeopleProps) {
  const field = surveyField(props);
  return (
    <Panel title="Người trong hộ">
      <NumberField
        {...field('members')}
        label="Số nhân khẩu"
        hint={membersHint(props.household)}
        unit="người"
      />
      <NumberField
        {...field('children')}
        label="Trẻ em dưới 16 tuổi"
        hint="Không có thì ghi 0."
        unit="em"
      />
      <NumberField
        {...field('childrenHealth')}
        label="Trẻ em thiếu hụt y tế"
        hint="Chưa có bảo hiểm y tế hoặc suy dinh dưỡng. Hộ không có trẻ em thì để trống."
        unit="em"
      />
      <NumberField
        {...field('childrenSchool')}
        label="Trẻ em thiếu hụt giáo dục"
        hint="Chưa được học đúng bậc, cấp học. Hộ không có trẻ em thì để trống."
        unit="em"
      />
      <SelectField
        {...field('ethnicity')}
        label="Dân tộc của chủ hộ"
        nothing="Chọn dân tộc"
        choices={ETHNIC_CODES.map((code) => ({ value: code, label: ethnicName(code) }))}
      />
    </Panel>
  );
}

function membersHint({ opening, openingMembers }: ReviewedHousehold): string {
  if (opening === 'absent') return 'Hộ mới vào sổ trong năm, đầu năm chưa có.';
  return `Đầu năm: ${openingMembers} người.`;
}
