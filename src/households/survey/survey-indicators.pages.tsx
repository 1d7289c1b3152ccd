import { CheckField, CheckList } from '../../shared/html/choices.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { dimensionsOf } from '../registry/tiles.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { NONE, type TypedSurvey } from './survey-draft.ts';

interface IndicatorsProps {
  readonly standard: PovertyStandard;
  readonly typed: TypedSurvey;
  readonly faults: readonly FieldProblem[];
}

/** The indicators of the round's standard by dimension, each with when it counts as deprived. */
export function IndicatorsPanel({ standard, typed, faults }: IndicatorsProps) {
  const { indicators, pointsEach, deprivationCut } = standard;
  return (
    <Panel title={`Chỉ số thiếu hụt (${indicators.length} chỉ số)`} id="indicators">
      <p>
        Đánh dấu những chỉ số mà hộ thiếu hụt, mỗi chỉ số {pointsEach} điểm B. Khi điểm A không vượt
        mức, từ {deprivationCut} điểm B trở lên là hộ nghèo.
      </p>
      <div class="stack columns">
        {dimensionsOf(standard, null).map(({ name, tiles }, place) => (
          <CheckList
            key={name}
            name="deprived"
            label={name}
            // The fault of all boxes stands at the first dimension, where the summary links to.
            {...(place === 0 ? { error: errorOf(faults, 'deprived') } : { idPrefix: `d${place}` })}
            values={typed.deprived}
            choices={tiles.map(({ key, name: label, deprivedWhen }) => ({
              ...{ value: key, label, hint: deprivedWhen },
            }))}
          />
        ))}
      </div>
      <CheckField
        name={NONE}
        label="Không thiếu hụt chỉ số nào"
        hint="Chỉ đánh dấu khi đã hỏi đủ các chỉ số trên."
        checked={typed.fields[NONE] === 'yes'}
      />
    </Panel>
  );
}
