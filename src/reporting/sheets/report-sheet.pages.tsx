import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Form } from '../../shared/html/form.tsx';
import { FileField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import type { ReportView } from '../reports/report-view.ts';
import type { SheetFault } from './report-sheet-rows.ts';

export interface ReportSheetPageProps {
  readonly frame: Frame;
  readonly view: ReportView;
  /** Why nothing of the file could be taken. */
  readonly message?: string | undefined;
  /** Why the report takes no writing now; then there is no form. */
  readonly closed?: string | undefined;
  readonly refused?:
    | { readonly faults: readonly SheetFault[]; readonly sheetId: string }
    | undefined;
}

/** Filling a report by a spreadsheet: out, in, and what to mend row by row. */
export function ReportSheetPage(props: ReportSheetPageProps) {
  const { frame, view, message, closed, refused } = props;
  const { report, round } = view;
  return (
    <Page frame={frame} title={`Nộp từ Excel: ${report.unitName}`}>
      <PageHead
        title="Nộp từ Excel"
        lead={`${report.unitName}, ${round.name}`}
        back={{ href: `/reports/${report.id}`, label: 'Biểu của báo cáo' }}
      />
      {message ? <Notice kind="error" title={message} /> : null}
      {refused ? <Refused reportId={report.id} {...refused} /> : null}
      {closed ? (
        <Notice kind="warning" title={closed} />
      ) : (
        <HowTo id={report.id} again={Boolean(refused)} />
      )}
    </Page>
  );
}

function HowTo({ id, again }: { readonly id: string; readonly again: boolean }) {
  return (
    <Panel title={again ? 'Gửi lại tệp đã sửa' : 'Ba bước'}>
      {again ? null : <Steps />}
      <Form action={`/reports/${id}/sheet`} files>
        <FileField
          name="file"
          label="Tệp Excel đã điền"
          accept=".xlsx"
          hint="Tệp .xlsx, không quá 20 MB. Mọi dòng đúng thì mới ghi; có dòng sai thì chưa ghi gì và tệp được trả lại kèm lý do."
        />
        <Actions>
          <Button kind="primary" big icon="upload">
            Kiểm tra và lưu
          </Button>
          <ButtonLink href={`/reports/${id}/sheet.xlsx`} icon="download" download>
            Tải biểu Excel
          </ButtonLink>
        </Actions>
      </Form>
    </Panel>
  );
}

function Steps() {
  return (
    <ol>
      <li>Tải biểu Excel; các số đã nhập và số năm trước đã có sẵn trong tệp.</li>
      <li>
        Điền cột “Năm nay” ở cả hai trang “Số liệu” và “Phần lời”. Không có thì ghi 0. Dán giá trị,
        không dán công thức.
      </li>
      <li>Chọn tệp dưới đây rồi bấm “Kiểm tra và lưu”. Xem lại trên trang rồi mới gửi đi.</li>
    </ol>
  );
}

interface RefusedProps {
  readonly reportId: string;
  readonly sheetId: string;
  readonly faults: readonly SheetFault[];
}

function Refused({ reportId, sheetId, faults }: RefusedProps) {
  const rows = new Set(faults.map(({ sheet, row }) => `${sheet} ${row}`)).size;
  return (
    <>
      <Notice kind="error" title={`Chưa ghi số nào: có ${rows} dòng cần sửa`}>
        <p>
          Tệp trả lại là chính tệp của bạn, thêm cột “Lỗi cần sửa” cạnh từng dòng; giữ trong bảy
          ngày. Sửa xong, gửi lại tệp đó ở cuối trang này.
        </p>
        <Actions>
          <ButtonLink
            href={`/reports/${reportId}/sheet/returned/${sheetId}`}
            kind="primary"
            icon="download"
            download
          >
            Nhận lại tệp có ghi lỗi
          </ButtonLink>
        </Actions>
      </Notice>
      <DataTable
        caption="Các dòng cần sửa"
        rows={faults}
        keyOf={({ sheet, row, message }) => `${sheet} ${row} ${message}`}
        rowKind={() => 'late'}
        columns={FAULT_COLUMNS}
      />
    </>
  );
}

/** What people wrote is shown as it is, and is no one's language to translate. */
const FAULT_COLUMNS: Column<SheetFault>[] = [
  {
    key: 'row',
    head: 'Dòng trong tệp',
    cell: ({ sheet, row }) => (
      <span translate={false}>
        {sheet}, dòng {row}
      </span>
    ),
  },
  {
    key: 'name',
    head: 'Chỉ tiêu',
    cell: ({ name }) => <span translate={false}>{name || 'Không có tên'}</span>,
  },
  {
    key: 'message',
    head: 'Cần sửa',
    cell: ({ message }) => <span translate={false}>{message}</span>,
  },
];
