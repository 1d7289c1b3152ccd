import { showDay, showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import { type IssuedDocument, numberOf } from './consolidated-report.ts';

interface FingerprintPageProps {
  readonly frame: Frame;
  readonly issued: IssuedDocument;
  /** Does what is kept still give the fingerprint taken at issue? */
  readonly intact: boolean;
}

/** Proof that a document is the one issued. */
export function FingerprintPage({ frame, issued, intact }: FingerprintPageProps) {
  const base = `/documents/${issued.id}`;
  return (
    <Page frame={frame} title={`Dấu vân tay của báo cáo số ${numberOf(issued)}`}>
      <PageHead
        title={`Dấu vân tay của báo cáo số ${numberOf(issued)}`}
        lead="Hai bản có cùng dấu vân tay thì giống nhau từng chữ, từng số. Dấu được tính theo SHA-256 trên toàn bộ nội dung lúc ban hành."
        back={{ href: `/rounds/${issued.roundId}/document`, label: 'Báo cáo đã ban hành' }}
      />
      {intact ? (
        <Notice kind="success">Nội dung đang lưu khớp với dấu vân tay lúc ban hành.</Notice>
      ) : (
        <Notice kind="error">
          Nội dung đang lưu không khớp với dấu vân tay. Hãy báo quản trị hệ thống và đối chiếu với
          bản giấy đã ký.
        </Notice>
      )}
      <KeyValues
        facts={[
          { name: 'Dấu vân tay', value: <code class="fingerprint">{issued.fingerprint}</code> },
          { name: 'Số, ký hiệu', value: numberOf(issued) },
          { name: 'Ngày ban hành', value: showDay(issued.issuedOn) },
          { name: 'Trích yếu', value: issued.title },
          {
            name: 'Người ban hành',
            value: `${issued.personName}, ${showInstant(issued.issuedAt)}`,
          },
        ]}
      />
      <Actions>
        <ButtonLink href={`${base}.docx`} download>
          Tải DOCX
        </ButtonLink>
        <ButtonLink href={`${base}.pdf`} download>
          Tải PDF
        </ButtonLink>
      </Actions>
    </Page>
  );
}
