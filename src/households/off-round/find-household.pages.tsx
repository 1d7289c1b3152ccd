import { Actions, Button } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';

const BACK = { href: '/class-requests', label: 'Rà soát thường xuyên' };

interface FindPageProps {
  readonly frame: Frame;
  readonly code: string;
  /** Why the household cannot be used. */
  readonly fault: string | undefined;
}

/** Which household asks: by its code. */
export function FindHouseholdPage({ frame, code, fault }: FindPageProps) {
  const problems = fault ? [{ field: 'household', message: fault }] : [];
  return (
    <Page frame={frame} title="Nhận đề nghị">
      <PageHead
        title="Nhận đề nghị rà soát"
        lead="Tìm hộ theo mã hộ trong sổ; cũng có thể mở từ trang của hộ."
        back={BACK}
      />
      <ErrorSummary problems={problems} />
      <form class="form" method="get" action="/class-requests/new" noValidate>
        <TextField name="household" label="Mã hộ" value={code} error={fault} maxlength={60} />
        <Actions>
          <Button kind="primary">Tìm hộ</Button>
        </Actions>
      </form>
    </Page>
  );
}
