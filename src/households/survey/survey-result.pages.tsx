import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Figures } from '../../shared/html/facts.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../../shared/html/sections.tsx';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { CLASSES, changeWords } from '../household-class.ts';
import type { Classification } from '../standard/classification.ts';
import { SurveyFacts } from './survey-facts.pages.tsx';
import { HouseholdLead, type SurveyPageProps, surveyAddress } from './survey-place.pages.tsx';

export interface SurveyResultPageProps extends SurveyPageProps {
  /** The working; `undefined` where a class stands without a survey. */
  readonly result: Classification | undefined;
  readonly warnings: readonly string[];
  readonly next: { readonly householdId: string; readonly code: string } | undefined;
  readonly mayMend: boolean;
  /** Said at the reason when a survey was to be taken back without one. */
  readonly reasonFault?: string | undefined;
  /** The reason as it was typed, when that was refused. */
  readonly reason?: string | undefined;
}

/** What a survey came to and why; then the next household. */
export function SurveyResultPage(props: SurveyResultPageProps) {
  const { frame, household, standard, commune } = props;
  const title = `Kết quả rà soát hộ ${household.code}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={<HouseholdLead {...props} />}
        back={{
          href: listAddress(props),
          label: `Danh sách hộ ${lowerFirst(commune.communeName)}`,
        }}
      />
      <Outcome {...props} />
      <Warnings {...props} />
      <NextStep {...props} />
      <Section title="Phiếu đã ghi">
        <SurveyFacts {...{ household, standard }} />
      </Section>
      {props.mayMend ? <TakeBack {...props} /> : null}
    </Page>
  );
}

function listAddress({ round, commune }: SurveyPageProps): string {
  return `/review-rounds/${round.id}/communes/${commune.communeId}/households`;
}

function Outcome(props: SurveyResultPageProps) {
  const { household, result, standard } = props;
  const { closing, areaType } = household;
  const name = closing === null || closing === 'gone' ? 'Chưa có kết quả' : CLASSES[closing];
  return (
    <Panel title={name}>
      <p>
        <strong>{changeWords(household)}.</strong> {result?.because}
      </p>
      {result ? (
        <Figures
          figures={[
            {
              name: 'Điểm A',
              value: household.incomeScore,
              before: `Mức ${standard.lines[areaType].scoreLine ?? '—'}`,
            },
            {
              name: 'Điểm B',
              value: result.deprivationScore,
              before: `Ngưỡng ${standard.deprivationCut}`,
            },
            { name: 'Nhân khẩu', value: household.members, before: openingMembers(props) },
          ]}
        />
      ) : null}
    </Panel>
  );
}

function openingMembers({ household }: SurveyResultPageProps): string {
  if (household.opening === 'absent') return 'Đầu năm chưa có';
  return `Đầu năm ${household.openingMembers}`;
}

function Warnings({ warnings }: SurveyResultPageProps) {
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warning" title="Phiếu đã lưu; còn chỗ nên xem lại">
      <ul>
        {warnings.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  );
}

function NextStep(props: SurveyResultPageProps) {
  const { round, household, next, mayMend } = props;
  return (
    <Actions>
      {mayMend && next ? (
        <ButtonLink kind="primary" icon="next" href={surveyAddress(round, next)}>
          Hộ tiếp theo chưa rà soát: {next.code}
        </ButtonLink>
      ) : null}
      {mayMend && !next ? (
        <ButtonLink kind="primary" href={listAddress(props)}>
          Đã rà soát hết, xem danh sách
        </ButtonLink>
      ) : null}
      {mayMend ? (
        <ButtonLink icon="edit" href={`${surveyAddress(round, household)}?edit=yes`}>
          Sửa
        </ButtonLink>
      ) : null}
      <ButtonLink kind="quiet" href={`/households/${household.householdId}`}>
        Sổ hộ
      </ButtonLink>
    </Actions>
  );
}

function TakeBack({ round, household, reason, reasonFault }: SurveyResultPageProps) {
  return (
    <ActionForm
      action={`${surveyAddress(round, household)}/clear`}
      label="Xóa phiếu, về chưa rà soát"
      kind="danger"
      values={{ version: String(household.version) }}
      reason={{
        label: 'Vì sao xóa phiếu',
        hint: 'Lý do được ghi vào nhật ký.',
        value: reason,
        error: reasonFault,
      }}
    />
  );
}
