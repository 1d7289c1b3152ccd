import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import { ClassChip } from './class-chip.pages.tsx';
import { SurveyFacts } from './survey-facts.pages.tsx';
import { type SurveyPageProps, surveyAddress } from './survey-place.pages.tsx';

/** Two people surveyed at once: what the other stored, above what this one has typed. */
export function StoredMeanwhile(props: SurveyPageProps) {
  const { household, round, standard } = props;
  return (
    <>
      <Notice kind="warning" title="Người khác vừa lưu phiếu của hộ này">
        Phiếu của bạn chưa được lưu; những gì bạn nhập vẫn ở bên dưới. So với bản đang lưu rồi chọn
        một trong hai.
      </Notice>
      <Panel title="Bản đang lưu" actions={<ClassChip closing={household.closing} />}>
        <SurveyFacts {...{ household, standard }} />
        <Actions>
          <ButtonLink href={surveyAddress(round, household)}>Giữ bản đang lưu</ButtonLink>
        </Actions>
      </Panel>
      <h2>Phiếu bạn vừa nhập</h2>
    </>
  );
}
