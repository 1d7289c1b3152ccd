import { Actions, Button } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, NumberField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES } from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { TypedSurvey } from '../survey/survey-draft.ts';
import { surveyField } from '../survey/survey-fields.pages.tsx';
import { IndicatorsPanel } from '../survey/survey-indicators.pages.tsx';
import { type ClassRequest, WISHES } from './class-request.ts';

export interface RequestSurveyProps {
  readonly frame: Frame;
  readonly request: ClassRequest;
  /** Masked. */
  readonly headName: string;
  readonly standard: PovertyStandard;
  readonly typed: TypedSurvey;
  readonly faults: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** The survey of a household that asked off the round: scores and indicators of the standard in force. */
export function RequestSurveyPage(props: RequestSurveyProps) {
  const { frame, request, headName, standard, typed, faults, message } = props;
  const at = `/class-requests/${request.id}`;
  return (
    <Page frame={frame} title="Phiếu khảo sát">
      <PageHead
        title={`Phiếu khảo sát hộ ${headName}`}
        lead={`${WISHES[request.wish]}; ${standard.name}.`}
        back={{ href: at, label: 'Đề nghị' }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={`${at}/survey`}>
        <HiddenField name="version" value={String(request.version)} />
        <Scores {...props} />
        <IndicatorsPanel {...{ standard, typed, faults }} />
        <Surveyor {...props} />
        <Actions>
          <Button kind="primary" big>
            Lưu và xem kết quả
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

function Scores({ standard, typed, faults }: RequestSurveyProps) {
  const field = surveyField({ typed, faults });
  const { rural, urban } = standard.lines;
  return (
    <Panel title="Khu vực và điểm A">
      <RadioField
        {...field('areaType')}
        label="Khu vực"
        choices={Object.entries(AREA_TYPES).map(([value, label]) => ({ value, label }))}
      />
      <NumberField
        {...field('incomeScore')}
        label="Điểm A (thu nhập)"
        hint={`Cộng từ phiếu chấm điểm. Mức: nông thôn ${rural.scoreLine ?? '—'}, thành thị ${urban.scoreLine ?? '—'}.`}
        unit="điểm"
      />
    </Panel>
  );
}

function Surveyor({ typed, faults }: RequestSurveyProps) {
  const field = surveyField({ typed, faults });
  return (
    <Panel title="Người khảo sát">
      <DayField {...field('surveyedOn')} label="Ngày khảo sát" />
      <TextField {...field('surveyorName')} label="Họ tên người khảo sát" maxlength={120} />
    </Panel>
  );
}
