import { type Day, showDay } from '../../shared/day.ts';
import { ButtonLink } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';

export interface MissingRolesProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly movement: { readonly id: string; readonly name: string } | undefined;
  /** Names of the roles that nobody holds today. */
  readonly missing: readonly string[];
}

/** Why no round can be opened yet, and where that is mended. */
export function MissingRolesPage({ frame, today, movement, missing }: MissingRolesProps) {
  return (
    <Page frame={frame} title="Chưa mở được kỳ báo cáo">
      <PageHead
        title="Chưa mở được kỳ báo cáo"
        back={{ href: '/rounds', label: 'Các kỳ báo cáo' }}
      />
      {movement ? (
        <Empty
          sentence={`Vào ngày ${showDay(today)} phong trào “${movement.name}” chưa có đơn vị giữ vai: ${missing.join(', ')}. Báo cáo gửi về cơ quan thường trực và cộng lên cơ quan ban hành, nên cần đủ hai vai này trước.`}
        >
          <ButtonLink href={`/movements/${movement.id}/roles`} kind="primary">
            Tới trang Vai trò trong phong trào
          </ButtonLink>
        </Empty>
      ) : (
        <Empty sentence="Chưa có phong trào nào nên chưa mở được kỳ báo cáo. Hãy lập phong trào trước.">
          <ButtonLink href="/movements" kind="primary">
            Tới trang Các phong trào
          </ButtonLink>
        </Empty>
      )}
    </Page>
  );
}
