import type { OfficialDocument } from '../../documents/official-document.ts';
import { showDay, showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { DocumentSheet, type FigureHref } from '../../shared/html/document-sheet.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import { type IssuedDocument, numberOf } from './consolidated-report.ts';
import { ERRATUM_RULE, type Erratum } from './erratum.ts';
import type { ExplainedChange } from './erratum-change.ts';

interface IssuedPageProps {
  readonly frame: Frame;
  readonly back: { readonly href: string; readonly label: string };
  readonly issued: IssuedDocument;
  readonly document: OfficialDocument;
  readonly figureHref: FigureHref;
  readonly errata: readonly Erratum[];
  readonly changes: readonly ExplainedChange[];
  readonly mayWrite: boolean;
}

/** The document as issued; what changed at its sources since stands above it. */
export function IssuedReportPage(props: IssuedPageProps) {
  const { frame, back, issued, document, figureHref } = props;
  return (
    <Page frame={frame} title={`Báo cáo số ${numberOf(issued)}`} wide paper>
      <PageHead title={`Báo cáo số ${numberOf(issued)}`} lead={issued.title} back={back} />
      <Changes {...props} />
      <Errata {...props} />
      <Desk bar={<IssuedBar {...props} />}>
        <DocumentSheet document={document} figureHref={figureHref} />
      </Desk>
    </Page>
  );
}

function IssuedBar({ issued, changes }: IssuedPageProps) {
  const base = `/documents/${issued.id}`;
  return (
    <>
      <span>
        <Status tone="done">Đã ban hành</Status> số {numberOf(issued)} ngày{' '}
        {showDay(issued.issuedOn)}{' '}
        {changes.length > 0 ? <Status tone="due">Nguồn đã thay đổi sau khi ban hành</Status> : null}
      </span>
      <Actions>
        <ButtonLink href={base}>Dấu vân tay</ButtonLink>
        <ButtonLink href={`${base}.docx`} download>
          Tải DOCX
        </ButtonLink>
        <ButtonLink href={`${base}.pdf`} download>
          Tải PDF
        </ButtonLink>
      </Actions>
    </>
  );
}

function Changes({ issued, changes, mayWrite }: IssuedPageProps) {
  if (changes.length === 0) return null;
  return (
    <Panel title="Nguồn đã thay đổi sau khi ban hành">
      <p>
        {changes.length} số liệu hiện khác với văn bản đã ký. Văn bản giữ nguyên; muốn thay số phải
        lập đính chính. {ERRATUM_RULE}
      </p>
      <DataTable
        caption="Số liệu khác với văn bản đã ban hành"
        quietCaption
        rows={changes}
        keyOf={({ ref }) => ref}
        columns={[
          { key: 'name', head: 'Số liệu', cell: ({ name }) => name },
          { key: 'was', head: 'Trong văn bản', cell: ({ was }) => was },
          { key: 'now', head: 'Hiện nay', cell: ({ now }) => now },
          { key: 'cause', head: 'Do việc', cell: ({ cause }) => <Cause cause={cause} /> },
        ]}
      />
      {mayWrite ? (
        <ActionForm
          action={`/rounds/${issued.roundId}/document/errata`}
          label="Lập đính chính"
          kind="primary"
          reason={{
            label: 'Lý do thay số liệu',
            name: 'note',
            hint: 'In trong văn bản đính chính, ví dụ: đơn vị rà soát lại sau ngày ban hành.',
            optional: true,
          }}
        />
      ) : null}
    </Panel>
  );
}

function Cause({ cause }: Pick<ExplainedChange, 'cause'>) {
  if (!cause) return <>Chưa rõ việc nào</>;
  const who = cause.personName ? `, ${cause.personName}` : '';
  return <>{`${cause.what}${who}, ${showInstant(cause.at)}`}</>;
}

function Errata({ issued, errata }: IssuedPageProps) {
  if (errata.length === 0) return null;
  return (
    <Notice kind="info" title="Đã lập đính chính cho văn bản này">
      <ul>
        {errata.map(({ id, lines, at, personName }) => (
          <li key={id}>
            <a href={`/documents/${issued.id}/errata/${id}`}>
              {`Đính chính ${lines.length} số liệu, lập lúc ${showInstant(at)}`}
            </a>{' '}
            ({personName})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
