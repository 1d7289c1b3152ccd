import { Actions, Button } from '../../shared/html/button.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { DocumentSheet } from '../../shared/html/document-sheet.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import { stepAddress } from './addresses.ts';
import type { ProcedureState } from './procedure-state.ts';
import type { DecisionDraft } from './recognition.ts';

interface PreviewPageProps {
  readonly frame: Frame;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly draft: DecisionDraft;
  readonly mayIssue: boolean;
  /** What was typed, to be sent on as it is. */
  readonly typed: Readonly<Record<string, string | undefined>>;
}

/** The decision with its annex, exactly as it will be signed. */
export function DecisionPreviewPage(props: PreviewPageProps) {
  const { frame, communeName, state, draft } = props;
  return (
    <Page frame={frame} title="Xem trước quyết định công nhận" wide paper>
      <PageHead
        title="Xem trước quyết định công nhận"
        lead={`${communeName}. Từ lúc ban hành, quyết định và danh sách được giữ nguyên từng chữ; số liệu của kỳ không sửa được nữa.`}
        back={{ href: stepAddress(state, 'recognition'), label: 'Công nhận' }}
      />
      <Desk bar={<PreviewBar {...props} />}>
        <DocumentSheet document={draft.document} />
      </Desk>
    </Page>
  );
}

const SENT = ['version', 'number', 'issuedOn', 'legalBases', 'executors', 'recipients'] as const;

function PreviewBar({ state, draft, mayIssue, typed }: PreviewPageProps) {
  const action = stepAddress(state, 'recognition');
  return (
    <Form action={action}>
      {SENT.map((name) => (
        <HiddenField key={name} name={name} value={typed[name] ?? ''} />
      ))}
      <HiddenField name="fingerprint" value={draft.fingerprint} />
      <Actions>
        {mayIssue ? (
          <Button kind="primary" big>
            Ban hành quyết định
          </Button>
        ) : (
          <Status tone="idle">Dự thảo: Chủ tịch hoặc Phó Chủ tịch ban hành</Status>
        )}
        <Button name="again" value="yes" formaction={`${action}/preview`}>
          Sửa lại
        </Button>
      </Actions>
    </Form>
  );
}
