import type { ComponentChildren } from 'preact';
import type { OfficialDocument } from '../../documents/official-document.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { DocumentSheet, type FigureHref } from '../../shared/html/document-sheet.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import type { ReportDraft } from './consolidated-report.ts';
import type { BlockFault } from './consolidated-report-checks.ts';

interface BeginPageProps {
  readonly frame: Frame;
  readonly round: Round;
  readonly mayWrite: boolean;
}

/** The round has no report yet: what will be made, and the button that makes it. */
export function BeginReportPage({ frame, round, mayWrite }: BeginPageProps) {
  return (
    <Page frame={frame} title="Báo cáo cấp tỉnh">
      <PageHead
        title="Báo cáo cấp tỉnh"
        lead="Báo cáo được lập từ số liệu đã chấp nhận của kỳ: các phần theo kế hoạch, số năm nay cạnh số năm trước, khó khăn gom lại kèm tên đơn vị, phụ lục theo đơn vị."
        back={{ href: `/rounds/${round.id}`, label: round.name }}
      />
      {mayWrite ? (
        <Empty sentence="Kỳ này chưa có dự thảo. Lập dự thảo không khóa gì: số liệu trong dự thảo luôn theo các báo cáo cho đến khi ban hành.">
          <ActionForm
            action={`/rounds/${round.id}/document`}
            label="Lập dự thảo báo cáo"
            kind="primary"
            big
          />
        </Empty>
      ) : (
        <Empty sentence="Cơ quan thường trực chưa lập dự thảo báo cáo của kỳ này." />
      )}
    </Page>
  );
}

interface DraftPageProps {
  readonly frame: Frame;
  readonly round: Round;
  readonly draft: ReportDraft;
  readonly document: OfficialDocument;
  readonly figureHref: FigureHref;
  readonly faults: readonly BlockFault[];
  readonly waiting: number;
  /** Official figures are out, and the draft still prints provisional ones. */
  readonly isBehind: boolean;
  readonly mayWrite: boolean;
  readonly mayIssue: boolean;
  /** The outline, or the block being edited. */
  readonly side: ComponentChildren;
}

/** The draft as the page that will be printed, with what is left to do beside it. */
export function DraftReportPage(props: DraftPageProps) {
  const { frame, round, document, figureHref, side } = props;
  return (
    <Page frame={frame} title="Dự thảo báo cáo cấp tỉnh" wide paper>
      <PageHead
        title="Dự thảo báo cáo cấp tỉnh"
        lead="Số có gạch chấm luôn theo báo cáo của các đơn vị; bấm vào để xem số đó từ đâu."
        back={{ href: `/rounds/${round.id}`, label: round.name }}
      />
      <LeftToDo {...props} />
      <div class="report-desk">
        {side ? <div class="report-side">{side}</div> : null}
        <Desk bar={<DraftBar {...props} />}>
          <DocumentSheet document={document} figureHref={figureHref} />
        </Desk>
      </div>
    </Page>
  );
}

function DraftBar({ round, draft, mayWrite, mayIssue }: DraftPageProps) {
  const base = `/rounds/${round.id}/document`;
  return (
    <>
      <span>
        <Status tone="due">Dự thảo</Status>{' '}
        {draft.header.series === 'official' ? 'Dùng số liệu chính thức' : 'Dùng số liệu sơ bộ'}
      </span>
      <Actions>
        {mayWrite ? <ButtonLink href={`${base}/header`}>Sửa phần đầu, nơi nhận</ButtonLink> : null}
        <ButtonLink href={`${base}/draft.docx`} download>
          Tải DOCX
        </ButtonLink>
        <ButtonLink href={`${base}/draft.pdf`} download>
          Tải PDF
        </ButtonLink>
        {mayIssue ? (
          <ButtonLink href={`${base}/issue`} kind="primary">
            Ban hành
          </ButtonLink>
        ) : null}
      </Actions>
    </>
  );
}

function LeftToDo({ round, faults, waiting, isBehind, mayWrite }: DraftPageProps) {
  if (faults.length === 0 && waiting === 0 && !isBehind) return null;
  return (
    <Notice kind="warning" title="Còn việc trước khi ban hành">
      <ul>
        {faults.map(({ block, message }) => (
          <li key={block.id}>
            {mayWrite ? (
              <a href={`/rounds/${round.id}/document?edit=${block.id}`}>{message}</a>
            ) : (
              message
            )}
          </li>
        ))}
        {isBehind ? (
          <li>
            Đã có số chính thức năm {round.year} sau rà soát, dự thảo đang dùng số sơ bộ.
            {mayWrite ? (
              <>
                {' '}
                <a href={`/rounds/${round.id}/document/header`}>Chọn lại ở phần đầu</a>.
              </>
            ) : null}
          </li>
        ) : null}
        {waiting > 0 ? (
          <li>
            <a href={`/rounds/${round.id}`}>
              {waiting} đơn vị chưa có số liệu được chấp nhận; tổng của tỉnh chưa đủ.
            </a>
          </li>
        ) : null}
      </ul>
    </Notice>
  );
}
