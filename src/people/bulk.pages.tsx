import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { ErrorSummary } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { FileField, HiddenField, TextArea } from '../shared/html/inputs.tsx';
import { Notice } from '../shared/html/notice.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { Frame } from '../shared/web.ts';
import { BULK_COLUMNS, type BulkRow, MOST_BULK_ROWS } from './bulk-table.ts';
import { DUTIES } from './person.ts';

export interface BulkPageProps {
  readonly frame: Frame;
  readonly batchId: string;
  /** The table as text, pasted or read from a file. */
  readonly table: string;
  /** None before the first check. */
  readonly rows?: readonly BulkRow[];
  readonly message?: string | undefined;
}

/** Many accounts from one table: paste or load, see each row judged, create all or none. */
export function BulkPage(props: BulkPageProps) {
  const { frame, rows, message } = props;
  return (
    <Page frame={frame} title="Tạo nhiều tài khoản">
      <PageHead
        title="Tạo nhiều tài khoản từ bảng"
        lead={`Mỗi dòng một người, nhiều nhất ${MOST_BULK_ROWS} dòng. Chưa tạo gì cho đến khi bạn xem lại và đồng ý.`}
        back={{ href: '/people', label: 'Tài khoản' }}
      />
      <ErrorSummary problems={[]} message={message} />
      {rows?.length ? <Preview {...props} rows={rows} /> : null}
      <Section title={rows?.length ? 'Sửa bảng rồi kiểm tra lại' : 'Bảng'}>
        <TableForm {...props} />
      </Section>
    </Page>
  );
}

function TableForm({ batchId, table }: BulkPageProps) {
  return (
    <Form action="/people/bulk/check" files>
      <HiddenField name="batchId" value={batchId} />
      <p>
        Các cột: {BULK_COLUMNS.join(', ')}. Bỏ trống đơn vị thì lấy đơn vị của bạn; nhiều nhiệm vụ
        cách nhau bằng dấu chấm phẩy. Các nhiệm vụ: {Object.values(DUTIES).join('; ')}.
      </p>
      <TextArea
        name="table"
        label="Dán bảng từ Excel"
        hint="Chọn các ô trong Excel, sao chép rồi dán vào đây."
        value={table}
        rows={10}
        optional
      />
      <FileField
        name="file"
        label="Hoặc chọn tệp"
        hint="Tệp .xlsx hoặc .csv; lấy trang tính đầu tiên."
        accept=".xlsx,.csv"
        optional
      />
      <Actions>
        <Button kind={table ? 'secondary' : 'primary'}>Kiểm tra bảng</Button>
      </Actions>
    </Form>
  );
}

function Preview({ batchId, table, rows }: BulkPageProps & { rows: readonly BulkRow[] }) {
  const wrong = rows.filter((row) => row.faults.length > 0).length;
  return (
    <Section title={`Xem lại ${rows.length} dòng`}>
      {wrong ? (
        <Notice kind="warning" title={`${wrong} dòng cần sửa; chưa tạo tài khoản nào`}>
          Sửa ngay trong ô bên dưới hoặc sửa trong tệp rồi kiểm tra lại.
        </Notice>
      ) : (
        <Form action="/people/bulk">
          <HiddenField name="batchId" value={batchId} />
          <HiddenField name="table" value={table} />
          <Actions>
            <Button kind="primary" big>
              Tạo {rows.length} tài khoản và in phiếu
            </Button>
            <ButtonLink href="/people" kind="quiet">
              Thôi
            </ButtonLink>
          </Actions>
        </Form>
      )}
      <PreviewTable rows={rows} />
    </Section>
  );
}

function PreviewTable({ rows }: { rows: readonly BulkRow[] }) {
  const typed = BULK_COLUMNS.map((head, place) => {
    return { key: head, head, cell: (row: BulkRow) => row.cells[place] ?? '' };
  });
  return (
    <DataTable
      caption="Kết quả kiểm tra từng dòng"
      quietCaption
      rows={rows}
      keyOf={(row) => String(row.number)}
      rowKind={(row) => (row.faults.length > 0 ? 'late' : undefined)}
      columns={[
        { key: 'row', head: BULK_COLUMNS[0], cell: (row: BulkRow) => <RowName row={row} /> },
        { key: 'verdict', head: 'Kiểm tra', cell: (row: BulkRow) => <Verdict row={row} /> },
        ...typed.slice(1),
      ]}
    />
  );
}

function RowName({ row }: { row: BulkRow }) {
  return (
    <>
      {row.cells[0]}
      <br />
      <span class="soft">Dòng {row.number}</span>
    </>
  );
}

function Verdict({ row }: { row: BulkRow }) {
  if (row.faults.length === 0) return <Status tone="done">Được</Status>;
  return (
    <div class="verdict">
      <Status tone="late">Cần sửa</Status>
      {row.faults.map((fault) => (
        <p key={fault}>{fault}</p>
      ))}
    </div>
  );
}
