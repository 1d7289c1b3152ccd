import type { ComponentChildren } from 'preact';
import type { Day } from '../../shared/day.ts';
import { Actions, Button } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { HiddenField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import type { Frame } from '../../shared/web.ts';
import { ReadSection } from './report-figures.pages.tsx';
import { ReportHead, ReportHistory } from './report-parts.pages.tsx';
import type { ReportView } from './report-view.ts';

/** What the person at the page may do next; answered by the policy and the table of steps. */
export interface ReportAbilities {
  readonly approve: boolean;
  readonly sendBack: boolean;
  readonly recall: boolean;
  readonly receive: boolean;
  readonly sendReturn: boolean;
  readonly accept: boolean;
}

export interface ReportReadPageProps {
  readonly frame: Frame;
  readonly view: ReportView;
  readonly today: Day;
  readonly abilities: ReportAbilities;
  /** Somebody else's draft: where it stands may be seen, its figures not yet. */
  readonly draft?: boolean;
  /** Reasons typed for a return that was not taken. */
  readonly reasons?: ReadonlyMap<string, string> | undefined;
  readonly fault?: string | undefined;
}

/** A report as it is read: by the head who approves, by the office that receives. */
export function ReportReadPage(props: ReportReadPageProps) {
  const { frame, view, today, abilities, draft } = props;
  const sections = view.form.sections.map((section) => (
    <ReadSection
      key={section.id}
      returning={abilities.sendReturn}
      {...{ section, view, reasons: props.reasons }}
    />
  ));
  return (
    <Page frame={frame} title={`${view.round.name}: ${view.report.unitName}`}>
      <ReportHead view={view} today={today} />
      {props.fault ? <Notice kind="error">{props.fault}</Notice> : null}
      <Steps view={view} abilities={abilities} />
      {draft ? (
        <Empty sentence="Đơn vị đang lập. Số liệu hiện ở đây khi lãnh đạo đơn vị đã nộp." />
      ) : null}
      {abilities.sendReturn ? <ReturnForm view={view}>{sections}</ReturnForm> : null}
      {draft || abilities.sendReturn ? null : sections}
      <ReportHistory view={view} />
    </Page>
  );
}

function Steps({ view, abilities }: Pick<ReportReadPageProps, 'view' | 'abilities'>) {
  const { id, version } = view.report;
  const values = { version: String(version) };
  const to = (step: string) => `/reports/${id}/${step}`;
  if (!Object.values(abilities).some(Boolean)) return null;
  return (
    <Actions>
      {abilities.approve ? (
        <ActionForm
          action={to('approve')}
          label="Duyệt và nộp"
          kind="primary"
          big
          values={values}
        />
      ) : null}
      {abilities.sendBack ? (
        <ActionForm
          action={to('send-back')}
          label="Trả về để sửa"
          values={values}
          reason={{ label: 'Cần sửa gì', name: 'note' }}
        />
      ) : null}
      {abilities.recall ? (
        <ActionForm action={to('recall')} label="Rút lại để sửa" values={values} />
      ) : null}
      {abilities.receive ? (
        <ActionForm action={to('receive')} label="Tiếp nhận" kind="primary" big values={values} />
      ) : null}
      {abilities.accept ? (
        <ActionForm
          action={to('accept')}
          label="Chấp nhận báo cáo"
          kind="primary"
          big
          values={values}
        />
      ) : null}
    </Actions>
  );
}

/** One form around all figures: a reason beside a figure sends that figure back. */
function ReturnForm({ view, children }: { view: ReportView; children: ComponentChildren }) {
  const { id, version } = view.report;
  return (
    <form class="stack" method="post" action={`/reports/${id}/return`} noValidate>
      <HiddenField name="version" value={String(version)} />
      {children}
      <Actions>
        <Button kind="danger">Trả lại các chỗ đã ghi lý do</Button>
      </Actions>
    </form>
  );
}
