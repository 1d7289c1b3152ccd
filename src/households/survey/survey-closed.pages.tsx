import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { changeWords } from '../household-class.ts';
import { standingOf, WHYS } from './survey.ts';
import { HouseholdLead, type SurveyPageProps } from './survey-place.pages.tsx';

export interface NoSurveyPageProps extends SurveyPageProps {
  readonly mayList: boolean;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly faults?: readonly FieldProblem[];
}

/** A household that has no survey form now: why, and the way to one where there is a way. */
export function NoSurveyPage(props: NoSurveyPageProps) {
  const { frame, household, commune, round, mayList } = props;
  const title = `Hộ ${household.code}: chưa có phiếu rà soát`;
  const desk = `/review-rounds/${round.id}/communes/${commune.communeId}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={<HouseholdLead {...props} />}
        back={{
          href: `${desk}/households`,
          label: `Danh sách hộ ${lowerFirst(commune.communeName)}`,
        }}
      />
      <Notice kind="info">{reasonOf(props)}</Notice>
      {mayList ? <ListingForm {...props} action={`${desk}/listings`} /> : null}
      <Actions>
        <ButtonLink href={`/households/${household.householdId}`}>Xem sổ hộ</ButtonLink>
      </Actions>
    </Page>
  );
}

function reasonOf({ household, commune, mayList }: NoSurveyPageProps): string {
  const standing = standingOf(household);
  if (standing === 'gone')
    return `Hộ không còn trong danh sách hộ của xã năm nay: ${changeWords(household).toLocaleLowerCase('vi')}. Không phải rà soát.`;
  if (standing === 'unlisted' && mayList)
    return 'Hộ không có trong danh sách rà soát năm nay nên được tính là hộ không nghèo. Nếu hộ đề nghị hoặc phát hiện hộ khó khăn, hãy đưa vào danh sách rồi rà soát.';
  if (standing === 'unlisted')
    return 'Hộ không có trong danh sách rà soát năm nay nên được tính là hộ không nghèo.';
  if (commune.status === 'open')
    return 'Hộ có trong danh sách rà soát và đang chờ người được giao rà soát ghi phiếu.';
  return 'Hộ chưa được rà soát, và xã không còn nhận phiếu trong đợt này.';
}

function ListingForm(props: NoSurveyPageProps & { readonly action: string }) {
  const { action, household, typed = {}, faults = [] } = props;
  return (
    <Panel title="Đưa vào danh sách rà soát">
      <Form action={action}>
        <HiddenField name="household" value={household.householdId} />
        <RadioField
          name="why"
          label="Vì sao rà soát"
          value={typed.why}
          error={errorOf(faults, 'why')}
          choices={Object.entries(WHYS).map(([value, label]) => ({ value, label }))}
        />
        <Actions>
          <Button kind="primary" icon="add">
            Đưa vào danh sách
          </Button>
        </Actions>
      </Form>
    </Panel>
  );
}
