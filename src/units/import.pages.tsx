import { Button } from '../shared/html/button.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { FileField, HiddenField, TextField } from '../shared/html/inputs.tsx';
import { Notice } from '../shared/html/notice.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { type CheckedList, LIST_COLUMNS, type ListLine } from './unit-list.ts';

const UNITS = { href: '/units', label: 'Đơn vị' };

export interface ImportPageProps {
  readonly frame: Frame;
  readonly problems: readonly FieldProblem[];
}

/** Choosing a list of areas; what comes next is only a preview. */
export function ImportPage({ frame, problems }: ImportPageProps) {
  return (
    <Page frame={frame} title="Nhập danh sách địa bàn">
      <PageHead
        title="Nhập danh sách địa bàn"
        lead="Xem trước từng dòng rồi mới ghi; dòng sai được trả lại trong một tệp để sửa."
        back={UNITS}
      />
      <ErrorSummary problems={problems} />
      <Form action="/units/import" files>
        <FileField
          name="list"
          label="Tệp CSV hoặc Excel"
          accept=".csv,.xlsx"
          hint={`Dòng đầu là tên cột: ${LIST_COLUMNS.map(({ names }) => names[0]).join(', ')}. Ví dụ: V01, Nà Đon, Bản Nà Đon, thôn, 03618, 01/07/2025.`}
          error={errorOf(problems, 'list')}
        />
        <Button kind="primary" icon="upload">
          Xem trước
        </Button>
      </Form>
    </Page>
  );
}

export interface PreviewPageProps extends ImportPageProps {
  readonly text: string;
  readonly list: CheckedList;
  readonly source: string | undefined;
}

/** Every line of a list with what would happen to it. */
export function PreviewPage({ frame, text, list, source, problems }: PreviewPageProps) {
  const right = list.lines.filter((line) => line.area).length;
  const wrong = list.lines.length - right;
  return (
    <Page frame={frame} title="Xem trước danh sách">
      <PageHead
        title="Xem trước danh sách"
        lead={`${right} dòng ghi được, ${wrong} dòng cần sửa. Chưa có gì được ghi.`}
        back={{ href: '/units/import', label: 'Chọn tệp khác' }}
      />
      <ErrorSummary problems={problems} />
      {list.missingColumns.length ? (
        <Notice kind="error" title="Tệp thiếu cột nên chưa đọc được">
          Thiếu: {list.missingColumns.join(', ')}. Hãy thêm vào dòng đầu rồi tải lại.
        </Notice>
      ) : null}
      {wrong ? (
        <Form action="/units/import/errors">
          <HiddenField name="text" value={text} />
          <Button icon="download">{`Tải ${wrong} dòng cần sửa`}</Button>
        </Form>
      ) : null}
      {right ? <StoreForm text={text} count={right} source={source} problems={problems} /> : null}
      <Lines lines={list.lines} />
    </Page>
  );
}

interface StoreFormProps {
  readonly text: string;
  readonly count: number;
  readonly source: string | undefined;
  readonly problems: readonly FieldProblem[];
}

function StoreForm({ text, count, source, problems }: StoreFormProps) {
  return (
    <Form action="/units/import/store">
      <HiddenField name="text" value={text} />
      <TextField
        name="source"
        label="Căn cứ"
        hint="Văn bản có danh sách này: loại, số, ngày"
        value={source}
        error={errorOf(problems, 'source')}
      />
      <Button kind="primary">{`Ghi ${count} đơn vị`}</Button>
    </Form>
  );
}

function Lines({ lines }: { readonly lines: readonly ListLine[] }) {
  return (
    <DataTable
      caption="Từng dòng của tệp"
      rows={[...lines]}
      keyOf={(line) => String(line.number)}
      rowKind={(line) => (line.area ? undefined : 'late')}
      columns={[
        { key: 'number', head: 'Dòng', cell: (line) => line.number },
        { key: 'cells', head: 'Nội dung', cell: (line) => <code>{line.cells.join(' · ')}</code> },
        { key: 'state', head: 'Kết quả', cell: (line) => <LineState line={line} /> },
      ]}
    />
  );
}

function LineState({ line }: { readonly line: ListLine }) {
  if (line.area) return <Status tone="done">ghi được</Status>;
  return (
    <>
      <Status tone="late">cần sửa</Status> {line.faults.join('; ')}
    </>
  );
}
