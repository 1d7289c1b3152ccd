import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Section } from '../../shared/html/sections.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import { IMPORTS } from './household-import.ts';
import { type Fault, type FaultGroup, groupFaults, MOST_KEPT } from './import-fault.ts';

interface FaultsProps {
  readonly importId: string;
  /** The first of them. */
  readonly faults: readonly Fault[];
  readonly total: number;
}

/** What has to be mended in a file, and the file with all of it. */
export function Faults({ importId, faults, total }: FaultsProps) {
  if (total === 0) return null;
  return (
    <Section title={`Có ${showNumber(total)} chỗ cần sửa`} id="faults">
      <p>
        Xã còn một dòng sai thì chưa ghi gì của xã ấy. Nhận lại chính tệp của bạn, có thêm cột “Lỗi
        cần sửa” cạnh từng dòng; sửa rồi gửi lại ở cuối trang.
      </p>
      <Actions>
        <ButtonLink
          href={`${IMPORTS}/${importId}/returned.xlsx`}
          kind="primary"
          icon="download"
          download
        >
          Nhận lại tệp có ghi lỗi
        </ButtonLink>
      </Actions>
      <DataTable
        caption={shownOf(faults.length, total)}
        rows={groupFaults(faults)}
        keyOf={({ sheet, rows, columnName }) => `${sheet} ${rows} ${columnName}`}
        rowKind={() => 'late'}
        columns={FAULT_COLUMNS}
      />
    </Section>
  );
}

/** More than `MOST_KEPT` are counted only: the others show once these are mended. */
function shownOf(shown: number, all: number): string {
  if (shown >= all) return 'Các chỗ cần sửa';
  const first = `Theo ${showNumber(shown)} chỗ đầu tiên;`;
  return all > MOST_KEPT
    ? `${first} trong tệp có ${showNumber(MOST_KEPT)} chỗ, sửa rồi gửi lại sẽ thấy các chỗ còn lại`
    : `${first} tất cả ở trong tệp`;
}

const FAULT_COLUMNS: readonly Column<FaultGroup>[] = [
  { key: 'row', head: 'Dòng', cell: ({ rows }) => rows },
  { key: 'sheet', head: 'Trang', cell: ({ sheet }) => sheet },
  { key: 'column', head: 'Cột', cell: ({ columnName }) => columnName },
  { key: 'message', head: 'Cần sửa', cell: ({ message }) => message },
];
