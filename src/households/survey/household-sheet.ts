import type { SheetBook, SheetColumn, SheetValue } from '../../shared/sheet/write.ts';
import { ethnicName } from '../ethnic-groups.ts';
import { AREA_TYPES, CLASSES, changeWords, LISTINGS, type Opening } from '../household-class.ts';
import { MARKS } from '../household-marks.ts';
import type { CommuneReview, ReviewRound, Village } from '../rounds/review-round.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { CLOSINGS } from './household-filter.ts';
import type { ListedHousehold } from './household-list.ts';

interface SheetProps {
  readonly round: ReviewRound;
  readonly standard: PovertyStandard;
  readonly commune: CommuneReview;
  readonly villages: readonly Village[];
  readonly households: readonly ListedHousehold[];
  readonly heads: ReadonlyMap<string, string>;
  /** What the names in full are for; empty: they are masked. */
  readonly purpose: string;
}

/** One column of the sheet and what stands in it. */
interface SheetPart extends SheetColumn {
  readonly value: (row: ListedHousehold, props: SheetProps) => SheetValue;
}

/** The list as a workbook, one row a household; texts stay texts (`writeSheet`). */
export function householdSheet(props: SheetProps): SheetBook {
  const parts = partsOf(props.standard);
  const { round, commune, households, purpose } = props;
  const title = [
    `${commune.communeName}: danh sách hộ, rà soát năm ${round.year}`,
    purpose
      ? `${households.length} hộ; có họ tên, mục đích: ${purpose}. Không chuyển cho người không có nhiệm vụ.`
      : `${households.length} hộ; họ tên chủ hộ được che bớt.`,
  ];
  const rows = households.map((row) => parts.map(({ value }) => value(row, props)));
  return { sheets: [{ name: 'Danh sách hộ', title, columns: parts, rows }] };
}

function partsOf(standard: PovertyStandard): SheetPart[] {
  return [...WHO, ...standard.indicators.map(indicatorPart), ...OUTCOME, ...markParts()];
}

const text = (header: string, value: SheetPart['value'], width = 20): SheetPart => ({
  ...{ header, kind: 'text', width, value },
});
const count = (header: string, value: SheetPart['value']): SheetPart => ({
  ...{ header, kind: 'number', width: 12, value },
});

const WHO: readonly SheetPart[] = [
  text('Mã hộ', ({ code }) => code, 16),
  text('Thôn, bản', ({ villageId }, { villages }) => nameOf(villages, villageId), 26),
  text('Họ và tên chủ hộ', ({ householdId }, { heads }) => heads.get(householdId) ?? null, 28),
  text('Dân tộc', ({ ethnicity }) => ethnicName(ethnicity), 14),
  text('Khu vực', ({ areaType }) => AREA_TYPES[areaType], 14),
  count('Số nhân khẩu', ({ members }) => members),
  count('Số trẻ em', ({ children }) => children),
  text('Lý do rà soát', ({ listed }) => (listed ? LISTINGS[listed] : null), 30),
  count('Điểm A', ({ incomeScore }) => incomeScore),
];

/** Ticked, asked and not ticked, or not asked yet: three marks. */
function indicatorPart({ key, name }: PovertyStandard['indicators'][number]): SheetPart {
  return text(name, ({ deprived }) => (deprived ? (deprived.includes(key) ? 'x' : '0') : null), 14);
}

const OUTCOME: readonly SheetPart[] = [
  count('Điểm B', ({ deprived }, { standard }) =>
    deprived ? deprived.length * standard.pointsEach : null,
  ),
  text('Phân loại đầu năm', ({ opening }) => OPENINGS[opening]),
  text('Kết quả rà soát', ({ closing }) => CLOSINGS[closing ?? 'pending']),
  text('Biến động', (row) => (row.closing ? changeWords(row) : null), 28),
  {
    ...{ header: 'Ngày rà soát', kind: 'day', width: 14 },
    value: ({ surveyedOn }) => surveyedOn,
  },
  text('Người rà soát', ({ surveyorName }) => surveyorName, 24),
];

const OPENINGS: Readonly<Record<Opening, string>> = { ...CLASSES, absent: 'Chưa có trong sổ' };

function markParts(): SheetPart[] {
  const marks = Object.entries(MARKS).map(([mark, name]) =>
    text(name, ({ marks: borne }) => (borne.includes(mark) ? 'x' : null), 14),
  );
  return [...marks, text('Ghi chú', ({ note }) => note, 40)];
}

function nameOf(villages: readonly Village[], id: string): string | null {
  return villages.find((one) => one.id === id)?.name ?? null;
}
