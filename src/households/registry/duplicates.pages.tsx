import { showInstant } from '../../shared/day.ts';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Pager, Tabs } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';
import { DUPLICATES, type DuplicatePair } from './duplicates.ts';
import { VerdictChip } from './verdict.pages.tsx';

/** A pair with both households in words: "Hộ Lò Văn P. (MT-001)". */
export interface ShownPair {
  readonly pair: DuplicatePair;
  readonly first: string;
  readonly second: string;
}

export interface DuplicatesPageProps {
  readonly frame: Frame;
  readonly decided: boolean;
  readonly pairs: readonly ShownPair[];
  readonly next: string | undefined;
}

/** The queue: pairs that wait for a verdict, or those that have one. */
export function DuplicatesPage({ frame, decided, pairs, next }: DuplicatesPageProps) {
  return (
    <Page frame={frame} title="Hộ nghi trùng">
      <PageHead
        title="Hộ nghi trùng"
        lead="Hệ thống chỉ nêu những hộ giống nhau; người kết luận và nhập hộ, máy không tự gộp."
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
      />
      <Tabs
        label="Tình trạng"
        tabs={[
          { href: DUPLICATES, label: 'Chờ đối chiếu', current: !decided },
          { href: `${DUPLICATES}?decided=yes`, label: 'Đã kết luận', current: decided },
        ]}
      />
      {pairs.length > 0 ? (
        <DataTable
          caption="Các cặp hộ, mới tìm thấy trước"
          quietCaption
          rows={pairs}
          keyOf={({ pair }) => pair.id}
          columns={decided ? [...COLUMNS, VERDICT] : COLUMNS}
        />
      ) : (
        <Empty
          sentence={
            decided ? 'Chưa có cặp hộ nào được kết luận.' : 'Không có hộ nào chờ đối chiếu.'
          }
        />
      )}
      {next ? <Pager shown="50 cặp một trang" next={next} /> : null}
    </Page>
  );
}

const COLUMNS: readonly Column<ShownPair>[] = [
  {
    key: 'pair',
    head: 'Hai hộ',
    cell: ({ pair, first, second }) => (
      <a href={`${DUPLICATES}/${pair.id}`}>
        {first} và {second}
      </a>
    ),
  },
  { key: 'likeness', head: 'Giống nhau ở', cell: ({ pair }) => pair.likeness },
  {
    key: 'found',
    head: 'Tìm thấy lúc',
    cell: ({ pair }) => <span class="number">{showInstant(pair.foundAt)}</span>,
  },
];

const VERDICT: Column<ShownPair> = {
  key: 'verdict',
  head: 'Kết luận',
  cell: ({ pair }) => <VerdictChip pair={pair} />,
};
