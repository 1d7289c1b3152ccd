import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { showPercent } from '../../shared/vietnamese.ts';
import { type Printed, rateOf, showChange, showPrinted } from './printed.ts';
import type { PrintedIndicator } from './printed-indicators.ts';
import type { PublicView, ViewRow } from './public-view.ts';
import type { Column as Counted } from './public-year.ts';

const DASH = '—';
const percent = (rate: number | undefined) => (rate === undefined ? DASH : showPercent(rate));

/** Numbers stand to the right; the foot says the province. */
function figureColumn(
  province: ViewRow,
  key: string,
  head: string,
  cell: (row: ViewRow) => string,
  group?: string,
): Column<ViewRow> {
  return { key, head, cell, total: cell(province), align: 'numeric', ...(group && { group }) };
}

const CLASS_WORDS = { poor: 'Hộ nghèo', nearPoor: 'Hộ cận nghèo' } as const;

interface ClassTableProps {
  readonly view: PublicView;
  readonly of: 'poor' | 'nearPoor';
}

/** Poor or near-poor households, their rate and how they changed, by unit. */
export function ClassTable({ view, of }: ClassTableProps) {
  const { province, about, years } = view;
  const name = CLASS_WORDS[of];
  const change = figureColumn(province, 'change', `So với ${about.year - 1}`, (row) =>
    showChange(row[`${of}Change`]),
  );
  return (
    <UnitTable
      view={view}
      caption={`${name} năm ${about.year} theo xã`}
      columns={[
        figureColumn(province, of, name, ({ counts }) => showPrinted(counts[of])),
        figureColumn(province, 'rate', 'Tỷ lệ', (row) => percent(row[`${of}Rate`])),
        ...(years.includes(about.year - 1) ? [change] : []),
        figureColumn(province, 'total', 'Tổng số hộ', ({ counts }) => showPrinted(counts.total)),
      ]}
    />
  );
}

/** The same households by whether their head is of an ethnic minority. */
export function EthnicityTable({ view }: { readonly view: PublicView }) {
  const count = (key: Counted, head: string, group: string) =>
    figureColumn(view.province, key, head, ({ counts }) => showPrinted(counts[key]), group);
  const [minority, other] = ['Thiểu số', 'Kinh, khác'];
  return (
    <UnitTable
      view={view}
      caption={`Hộ nghèo, hộ cận nghèo năm ${view.about.year} theo dân tộc của chủ hộ`}
      columns={[
        count('poorMinority', minority, CLASS_WORDS.poor),
        count('poorKinh', other, CLASS_WORDS.poor),
        count('nearPoorMinority', minority, CLASS_WORDS.nearPoor),
        count('nearPoorKinh', other, CLASS_WORDS.nearPoor),
      ]}
    />
  );
}

interface UnitTableProps {
  readonly view: PublicView;
  readonly caption: string;
  readonly columns: readonly Column<ViewRow>[];
}

function UnitTable({ view, caption, columns }: UnitTableProps) {
  const unit: Column<ViewRow> = {
    ...{ key: 'unit', head: 'Xã, phường', cell: (row: ViewRow) => row.name },
    total: view.province.name,
  };
  return (
    <DataTable
      caption={caption}
      columns={[unit, ...columns]}
      rows={view.rows}
      keyOf={({ key }) => key}
      none="Không có xã nào trong kỳ rà soát này."
    />
  );
}

/** Deprived households of the province by indicator. */
export function IndicatorTable({ view }: { readonly view: PublicView }) {
  const { poor, nearPoor } = view.province.counts;
  const count = (
    key: 'poor' | 'nearPoor',
    group: string,
    whole: Printed,
  ): Column<PrintedIndicator>[] => [
    { key, head: 'Số hộ', align: 'numeric', group, cell: (one) => showPrinted(one[key]) },
    {
      ...{ key: `${key}Rate`, head: 'Tỷ lệ', align: 'numeric', group },
      cell: (one) => percent(rateOf(one[key], whole)),
    },
  ];
  return (
    <DataTable
      caption={`Hộ thiếu hụt từng chỉ số năm ${view.about.year}, toàn tỉnh`}
      columns={[
        { key: 'name', head: 'Chỉ số', cell: ({ name }) => name },
        { key: 'dimension', head: 'Chiều', cell: ({ dimension }) => dimension },
        ...count('poor', 'Hộ nghèo', poor),
        ...count('nearPoor', 'Hộ cận nghèo', nearPoor),
      ]}
      rows={view.indicators}
      keyOf={({ key }) => key}
      none="Chuẩn nghèo của năm này không có chỉ số nào."
    />
  );
}
