import { ButtonLink } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Section } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import { typedText } from '../forms/figure.ts';
import { typedFields } from '../forms/form.ts';
import type { ReportView } from './report-view.ts';

interface RefusedDraftPageProps {
  readonly frame: Frame;
  readonly view: ReportView;
  readonly message: string;
  readonly typed: ReadonlyMap<string, string>;
}

/** Why nothing was written, and all that was typed and is not in the report. */
export function RefusedDraftPage({ frame, view, message, typed }: RefusedDraftPageProps) {
  const { id, unitName } = view.report;
  const lost = typedFields(view.form).flatMap(({ slug, name }) => {
    const held = view.held.get(slug);
    const text = typed.get(slug)?.trim() ?? '';
    return text && text !== (held ? typedText(held) : '') ? [{ slug, name, text }] : [];
  });
  return (
    <Page frame={frame} title="Chưa ghi được">
      <PageHead title="Chưa ghi được" back={{ href: `/reports/${id}`, label: unitName }} />
      <Notice kind="error">{message}</Notice>
      {lost.length > 0 ? (
        <Section title="Phần bạn vừa nhập, để chép lại">
          <DataTable
            caption="Phần bạn vừa nhập"
            quietCaption
            rows={lost}
            keyOf={({ slug }) => slug}
            columns={[
              { key: 'name', head: 'Chỉ tiêu', cell: ({ name }) => name },
              { key: 'text', head: 'Đã nhập', cell: ({ text }) => text },
            ]}
          />
        </Section>
      ) : null}
      <ButtonLink href={`/reports/${id}`}>Xem báo cáo</ButtonLink>
    </Page>
  );
}
