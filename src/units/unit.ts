import type { Day } from '../shared/day.ts';

/** An area is land that is governed; an office is an organisation. Never one and the same. */
export type Sort = 'area' | 'office';

/** Rows as they stand in the tables of the same names (db/migrations, create-units). */
export interface LevelRow {
  readonly key: string;
  readonly name: string;
  readonly rank: number;
}

export interface UnitRow {
  readonly id: string;
  readonly sort: Sort;
  readonly note: string | null;
}

export interface PeriodRow {
  readonly id: string;
  readonly unit_id: string;
  readonly code: string | null;
  readonly level: string;
  readonly kind: string;
  readonly name: string;
  readonly full_name: string;
  readonly aliases: string;
  readonly parent_id: string | null;
  readonly area_id: string | null;
  readonly poor_area: boolean | null;
  readonly valid_from: Day;
  /** The last day, included; null while it lasts. */
  readonly valid_to: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
}

export type SuccessionKind = 'whole' | 'part' | 'unchanged' | 'duties';

export interface SuccessionRow {
  readonly id: string;
  readonly from_id: string;
  readonly to_id: string;
  /** The first day of the successor. */
  readonly on_day: Day;
  readonly kind: SuccessionKind;
  /** How much of the former went there, above 0, at most 1; says nothing where duties move. */
  readonly share: number;
  readonly scope: string | null;
  readonly source: string;
  readonly confirmed: boolean;
}

/** The levels as data; a smaller rank stands higher. */
export const LEVELS: readonly LevelRow[] = [
  { key: 'province', name: 'Cấp tỉnh', rank: 1 },
  { key: 'district', name: 'Cấp huyện', rank: 2 },
  { key: 'commune', name: 'Cấp xã', rank: 3 },
  { key: 'village', name: 'Thôn, bản, tổ dân phố', rank: 4 },
];

/** The kinds of offices, in the order of a list, with the words that head each. */
export const OFFICE_KINDS: Readonly<Record<string, string>> = {
  dang: 'Cơ quan của Đảng',
  hdnd: 'Hội đồng nhân dân',
  ubnd: 'Ủy ban nhân dân',
  hoi_dong: 'Hội đồng',
  ban_chi_dao: 'Ban chỉ đạo',
  so: 'Sở',
  ban: 'Ban',
  thanh_tra: 'Thanh tra',
  van_phong: 'Văn phòng',
  phong: 'Phòng chuyên môn cấp huyện',
  mttq: 'Mặt trận Tổ quốc',
  ctxh: 'Tổ chức chính trị - xã hội',
  quy: 'Quỹ',
  bao_chi: 'Báo chí, truyền thông',
  hiep_hoi: 'Hiệp hội',
  luc_luong_vu_trang: 'Lực lượng vũ trang',
};
