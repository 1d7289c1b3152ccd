import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { Progress } from '../../shared/html/progress.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import {
  type HouseholdImport,
  IMPORT_STATUSES,
  IMPORTS,
  type ImportedCommune,
  mayApply,
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

/** Why an import stopped, and both ways on. */
export function BrokenPage({ frame, import: one }: Pick<AtWorkPageProps, 'frame' | 'import'>) {
  return (
    <Page frame={frame} title={`Bị ngắt: ${one.fileName}`}>
      <PageHead title={one.fileName} back={IMPORTS_BACK} />
      <Notice kind="error" title={one.broken ?? 'Đợt nhập bị ngắt.'} />
      <Actions>
        <ReadAgain id={one.id} primary />
        <ButtonLink href={`${IMPORTS}/${one.id}/columns`}>Xem lại các cột</ButtonLink>
        <ButtonLink href={`${IMPORTS}/new`}>Chọn tệp khác</ButtonLink>
      </Actions>
    </Page>
  );
}

export function ReadAgain({ id, primary }: { readonly id: string; readonly primary?: boolean }) {
  return (
    <ActionForm
      action={`${IMPORTS}/${id}/read`}
      label="Đọc lại tệp"
      kind={primary ? 'primary' : 'secondary'}
    />
  );
}
