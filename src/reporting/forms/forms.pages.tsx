import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';

export interface ListedForm {
  readonly id: string;
  readonly name: string;
  readonly rounds: readonly { readonly id: string; readonly name: string }[];
}

export interface FormsPageProps {
  readonly frame: Frame;
  readonly forms: readonly ListedForm[];
  readonly mayEdit: boolean;
}

/** All forms, newest first: which round asked by which, and which may still be edited. */
export function FormsPage({ frame, forms, mayEdit }: FormsPageProps) {
  const create = <ActionForm action="/forms" label="Tạo biểu trống" icon="add" />;
  return (
    <Page frame={frame} title="Biểu báo cáo">
      <PageHead
        title="Biểu báo cáo"
        lead="Biểu đã dùng cho một kỳ thì giữ nguyên, để số liệu cũ luôn đúng với câu hỏi cũ. Muốn đổi, hãy mở biểu đó và chép thành biểu mới."
        back={{ href: '/rounds', label: 'Các kỳ báo cáo' }}
        actions={mayEdit && forms.length > 0 ? <Actions>{create}</Actions> : null}
      />
      {forms.length > 0 ? (
        <DataTable
          caption="Các biểu báo cáo"
          quietCaption
          rows={forms}
          keyOf={({ id }) => id}
          columns={COLUMNS}
        />
      ) : (
        <Empty sentence="Chưa có biểu báo cáo nào.">{mayEdit ? create : null}</Empty>
      )}
    </Page>
  );
}

const COLUMNS: Column<ListedForm>[] = [
  {
    key: 'name',
    head: 'Biểu',
    cell: ({ id, name }) => <a href={`/forms/${id}`}>{name}</a>,
  },
  {
    key: 'state',
    head: 'Tình trạng',
    cell: ({ rounds }) =>
      rounds.length > 0 ? (
        <Status tone="done">Đã dùng, giữ nguyên</Status>
      ) : (
        <Status tone="info">Chưa dùng, sửa được</Status>
      ),
  },
  {
    key: 'rounds',
    head: 'Dùng cho kỳ',
    cell: ({ rounds }) =>
      rounds.map((round, at) => (
        <span key={round.id}>
          {at > 0 ? ', ' : null}
          <a href={`/rounds/${round.id}`}>{round.name}</a>
        </span>
      )),
  },
];

/** The way from a form to its own parts, for those who may edit it now. */
export function AddLinks({ formId, sectionId }: { formId: string; sectionId: string }) {
  const to = (from: string) => `/forms/${formId}/fields/new?section=${sectionId}&from=${from}`;
  return (
    <Actions>
      <ButtonLink href={to('existing')} icon="add">
        Thêm số liệu đã có
      </ButtonLink>
      <ButtonLink href={to('new')} icon="add">
        Tạo số liệu mới
      </ButtonLink>
    </Actions>
  );
}
