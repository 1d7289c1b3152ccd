import type { ComponentChildren } from 'preact';
import { type Day, showDay } from '../../shared/day.ts';
import { Actions, Button } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { ActionForm, Form } from '../../shared/html/form.tsx';
import {
  DayField,
  HiddenField,
  NumberField,
  TextArea,
  TextField,
} from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { StickyFoot } from '../../shared/html/report-form.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst, showMoney } from '../../shared/vietnamese.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { mayLeaveList } from './survey.ts';
import type { TypedSurvey } from './survey-draft.ts';
import { surveyField } from './survey-fields.pages.tsx';
import { IndicatorsPanel } from './survey-indicators.pages.tsx';
import { MarksPanel } from './survey-marks.pages.tsx';
import { StoredMeanwhile } from './survey-meanwhile.pages.tsx';
import { PeoplePanel } from './survey-people.pages.tsx';
import { HouseholdLead, type SurveyPageProps, surveyAddress } from './survey-place.pages.tsx';

export interface SurveyFormPageProps extends SurveyPageProps {
  readonly today: Day;
  readonly typed: TypedSurvey;
  readonly faults: readonly FieldProblem[];
  /** Another person stored a survey since the form was opened. */
  readonly meanwhile?: boolean;
  /** Why nothing can be stored now; what was typed stays on the page. */
  readonly refusal?: string;
}

/** The survey of a household, in the order in which one asks at the door; made for a thumb. */
export function SurveyFormPage(props: SurveyFormPageProps) {
  const { frame, household, round, standard, faults, meanwhile, refusal, typed } = props;
  const title = `Phiếu rà soát hộ ${household.code}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={<HouseholdLead {...props} />}
        back={{ href: backAddress(props), label: backWords(props) }}
      />
      <ErrorSummary problems={faults} message={refusal} />
      {meanwhile ? <StoredMeanwhile {...props} /> : <OutsideWindow {...props} />}
      <div class="survey-form">
        <Form action={surveyAddress(round, household)}>
          <HiddenField name="version" value={String(household.version)} />
          <ScorePanel {...props} />
          <PeoplePanel {...props} />
          <IndicatorsPanel {...{ standard, typed, faults }} />
          <MarksPanel typed={typed} />
          <SurveyorPanel {...props} />
          <Foot meanwhile={meanwhile} />
        </Form>
      </div>
      {mayLeaveList(household) ? <OffTheList {...props} /> : null}
    </Page>
  );
}

/** Whoever only mends a survey goes back to its result, everyone else to the list. */
function backAddress({ household, round }: SurveyFormPageProps): string {
  if (household.closing) return surveyAddress(round, household);
  return `/review-rounds/${round.id}/communes/${household.communeId}/households`;
}

function backWords({ household, commune }: SurveyFormPageProps): string {
  return household.closing ? 'Kết quả rà soát' : `Danh sách hộ ${lowerFirst(commune.communeName)}`;
}

function OutsideWindow({ today, round }: SurveyFormPageProps) {
  if (today >= round.beginsOn && today <= round.endsOn) return null;
  return (
    <Notice kind="warning" title="Ngoài thời gian rà soát">
      Đợt rà soát từ {showDay(round.beginsOn)} đến {showDay(round.endsOn)}. Phiếu vẫn lưu được; hãy
      ghi đúng ngày đã rà soát.
    </Notice>
  );
}

function ScorePanel(props: SurveyFormPageProps) {
  const field = surveyField(props);
  const { standard } = props;
  return (
    <Panel title="Khu vực và điểm thu nhập">
      <RadioField
        {...field('areaType')}
        label="Hộ ở khu vực nào"
        choices={(['rural', 'urban'] as const).map((area) => areaChoice(standard, area))}
      />
      <NumberField
        {...field('incomeScore')}
        label="Điểm A (thu nhập)"
        hint={`Cộng ở phiếu chấm điểm thu nhập. Vượt ${lineOf(standard, 'rural')} điểm ở nông thôn, ${lineOf(standard, 'urban')} ở thành thị là hộ không nghèo.`}
        unit="điểm"
      />
    </Panel>
  );
}

function areaChoice(standard: PovertyStandard, area: AreaType) {
  const { incomeLine } = standard.lines[area];
  const hint = `Mức ${lineOf(standard, area)} điểm, ứng với ${showMoney(incomeLine)}/người/tháng.`;
  return { value: area, label: AREA_TYPES[area], hint };
}

function lineOf({ lines }: PovertyStandard, area: AreaType): number | string {
  return lines[area].scoreLine ?? '—';
}

function SurveyorPanel(props: SurveyFormPageProps) {
  const field = surveyField(props);
  return (
    <Panel title="Người rà soát">
      <DayField {...field('surveyedOn')} label="Ngày rà soát" />
      <TextField {...field('surveyorName')} label="Họ tên người rà soát" maxlength={120} />
      <TextArea {...field('note')} label="Ghi chú" rows={3} maxlength={2000} optional />
    </Panel>
  );
}

function Foot({ meanwhile }: Pick<SurveyFormPageProps, 'meanwhile'>): ComponentChildren {
  return (
    <StickyFoot tone="idle" saved="Phiếu chưa lưu">
      <Button kind="primary">
        {meanwhile ? 'Lưu phiếu của tôi thay bản đang lưu' : 'Lưu và xem kết quả'}
      </Button>
    </StickyFoot>
  );
}

function OffTheList({ round, household }: SurveyFormPageProps) {
  const { communeId, householdId, code } = household;
  return (
    <Actions>
      <ActionForm
        action={`/review-rounds/${round.id}/communes/${communeId}/listings/take-off`}
        label={`Đưa hộ ${code} ra khỏi danh sách rà soát`}
        kind="quiet"
        values={{ household: householdId }}
      />
    </Actions>
  );
}
