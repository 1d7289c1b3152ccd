import { showInstant } from '../../shared/day.ts';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Pager } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';

export interface ShownReading {
  readonly id: string;
  readonly at: Date;
  readonly personName: string;
  readonly positionTitle: string;
  readonly purpose: string;
  readonly households: number;
}

export interface ReadingsPageProps {
  readonly frame: Frame;
  readonly householdId: string;
  /** Masked. */
  readonly title: string;
  readonly readings: readonly ShownReading[];
  readonly next: string | undefined;
}

/** Who has seen the names of a household, when, and what for. */
export function ReadingsPage({ frame, householdId, title, readings, next }: ReadingsPageProps) {
  const address = `/households/${householdId}`;
  return (
    <Page frame={frame} title="Ai đã xem hộ này">
      <PageHead
        title="Ai đã xem hộ này"
        lead="Mỗi lần tên hoặc số căn cước của hộ được mở, hệ thống ghi một dòng ở đây."
        back={{ href: address, label: title }}
      />
      <DataTable
        caption="Các lượt xem danh tính, mới nhất trước"
        quietCaption
        rows={readings}
        keyOf={({ id }) => id}
        columns={COLUMNS}
        none="Chưa ai xem tên hay số căn cước của hộ này."
      />
      {next ? <Pager shown="50 lượt một trang" next={next} /> : null}
    </Page>
  );
}

const COLUMNS: readonly Column<ShownReading>[] = [
  {
    key: 'who',
    head: 'Người xem',
    cell: ({ personName, positionTitle }) => `${personName}, ${positionTitle}`,
  },
  { key: 'when', head: 'Lúc', cell: ({ at }) => <span class="number">{showInstant(at)}</span> },
  { key: 'why', head: 'Mục đích', cell: ({ purpose }) => purpose },
  {
    key: 'how',
    head: 'Cách xem',
    cell: ({ households }) =>
      households === 1 ? 'Riêng hộ này' : `Trong danh sách ${households} hộ`,
  },
];
