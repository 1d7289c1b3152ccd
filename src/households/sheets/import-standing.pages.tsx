import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { Progress } from '../../shared/html/progress.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import {
  DAYS_KEPT,
  type HouseholdImport,
  IMPORT_STATUSES,
  IMPORTS,
  type ImportedCommune,
  mayApply,
  mayStep,
} from './household-import.ts';

export const IMPORTS_BACK = { href: IMPORTS, label: 'Các đợt nhập' };

interface AtWorkPageProps {
  readonly frame: Frame;
  readonly import: HouseholdImport;
  readonly communes: readonly ImportedCommune[];
  /** Imports whose turn comes before. */
  readonly before: number;
}

/** An import that is read or written just now; the page asks again by itself. */
export function AtWorkPage({ frame, import: one, communes, before }: AtWorkPageProps) {
  return (
    <Page frame={frame} title={`${IMPORT_STATUSES[one.status]}: ${one.fileName}`}>
      <PageHead
        title={one.fileName}
        lead={`${IMPORT_STATUSES[one.status]}. Trang tự cập nhật; bạn có thể đóng trang, việc vẫn chạy.`}
        back={IMPORTS_BACK}
        actions={<ButtonLink href={`${IMPORTS}/${one.id}`}>Xem lại ngay</ButtonLink>}
      />
      {before > 0 ? (
        <p>{`Đang chờ ${before} đợt nhập khác xong trước.`}</p>
      ) : one.status === 'applying' ? (
        <Written communes={communes} />
      ) : (
        <ReadSoFar {...one} />
      )}
    </Page>
  );
}

function ReadSoFar({ rowsRead, rowsExpected }: HouseholdImport) {
  if (!rowsExpected) return <p>Đang mở tệp…</p>;
  return <Progress label="Đã đọc" done={rowsRead} of={rowsExpected} noun="dòng" />;
}

function Written({ communes }: Pick<AtWorkPageProps, 'communes'>) {
  const right = communes.filter((one) => mayApply({ ...one, appliedAt: null }));
  const done = right.filter(({ appliedAt }) => appliedAt !== null).length;
  return <Progress label="Đã ghi" done={done} of={right.length} noun="xã" />;
}

type OneImportProps = Pick<AtWorkPageProps, 'frame' | 'import'>;

/** Why an import stopped, and both ways on. */
export function BrokenPage({ frame, import: one }: OneImportProps) {
  return (
    <Page frame={frame} title={`Bị ngắt: ${one.fileName}`}>
      <PageHead title={one.fileName} back={IMPORTS_BACK} />
      <Notice kind="error" title={one.broken ?? 'Đợt nhập bị ngắt. Hãy đọc lại tệp.'} />
      <Actions>
        <ReadAgain import={one} primary />
        <ColumnsAgain import={one} />
        <ButtonLink href={`${IMPORTS}/new`}>Chọn tệp khác</ButtonLink>
      </Actions>
    </Page>
  );
}

/** What became of a file after a month. */
export function ClearedPage({ frame, import: one }: OneImportProps) {
  return (
    <Page frame={frame} title={`Đã xóa tệp: ${one.fileName}`}>
      <PageHead title={one.fileName} back={IMPORTS_BACK} />
      <Notice
        kind="info"
        title={`Tệp chỉ được giữ ${DAYS_KEPT} ngày nên tệp này và những gì đọc được từ tệp đã được xóa.`}
      >
        Những gì đã ghi vào sổ vẫn còn nguyên. Muốn nhập tiếp, hãy chọn lại tệp.
      </Notice>
      <Actions>
        <ButtonLink href={`${IMPORTS}/new`} kind="primary">
          Chọn tệp
        </ButtonLink>
      </Actions>
    </Page>
  );
}

interface AgainProps {
  readonly import: HouseholdImport;
  readonly primary?: boolean;
}

export function ReadAgain({ import: one, primary }: AgainProps) {
  if (!mayStep(one, 'read')) return null;
  return (
    <ActionForm
      action={`${IMPORTS}/${one.id}/read`}
      label="Đọc lại tệp"
      kind={primary ? 'primary' : 'secondary'}
    />
  );
}

export function ColumnsAgain({ import: one }: Pick<AgainProps, 'import'>) {
  if (!mayStep(one, 'match')) return null;
  return <ButtonLink href={`${IMPORTS}/${one.id}/columns`}>Xem lại các cột</ButtonLink>;
}
