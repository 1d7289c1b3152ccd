import type { OfficialDocument } from '../../documents/official-document.ts';
import { showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { DocumentSheet } from '../../shared/html/document-sheet.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import type { IssuedDocument } from './consolidated-report.ts';
import { ERRATUM_RULE, type Erratum } from './erratum.ts';

interface ErratumPageProps {
  readonly frame: Frame;
  readonly issued: IssuedDocument;
  readonly erratum: Erratum;
  readonly document: OfficialDocument;
}

/** The document that replaces figures of an issued one, ready to be registered and signed. */
export function ErratumPage({ frame, issued, erratum, document }: ErratumPageProps) {
  const base = `/documents/${issued.id}/errata/${erratum.id}`;
  return (
    <Page frame={frame} title="Đính chính số liệu" wide paper>
      <PageHead
        title="Đính chính, thay thế số liệu"
        lead={ERRATUM_RULE}
        back={{ href: `/rounds/${issued.roundId}/document`, label: 'Báo cáo đã ban hành' }}
      />
      <Desk
        bar={
          <>
            <span>
              <Status tone="info">Chờ lấy số và ký</Status> {erratum.personName} lập lúc{' '}
              {showInstant(erratum.at)}
            </span>
            <Actions>
              <ButtonLink href={`${base}/docx`} download>
                Tải DOCX
              </ButtonLink>
              <ButtonLink href={`${base}/pdf`} download>
                Tải PDF
              </ButtonLink>
            </Actions>
          </>
        }
      >
        <DocumentSheet document={document} />
      </Desk>
    </Page>
  );
}
