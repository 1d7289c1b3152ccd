import type { Closing } from '../household-class.ts';

/** How a household stands in a review, as far as a preview shows it. */
export interface Standing {
  readonly closing: Closing | null;
  readonly members: number;
  readonly incomeScore: number | null;
  /** How many indicators; null: not surveyed. */
  readonly deprived: number | null;
}

/** What else of a household changes, beside its class, scores and number of people. */
export const ALSO_CHANGED = {
  people: 'họ tên, thành viên',
  leaving: 'có người rời hộ',
  village: 'thôn, bản',
  areaType: 'khu vực',
  children: 'trẻ em',
  ethnicity: 'dân tộc',
  marks: 'đối tượng, nguyên nhân, nhu cầu',
  deprived: 'chỉ số thiếu hụt nào',
  survey: 'ngày, người rà soát',
  note: 'ghi chú',
} as const;

/** One household that an import would add or change. */
export interface PreviewedHousehold {
  readonly place: number;
  readonly change: 'new' | 'changed';
  /** Null: it gets one when it is written. */
  readonly code: string | null;
  readonly headName: string | null;
  /** As the register has it, where that is another name. */
  readonly headBefore: string | null;
  readonly villageName: string | null;
  /** Null: the review does not have it yet. */
  readonly before: Standing | null;
  readonly after: Standing;
  /** Of one that is in the review already. */
  readonly also: readonly (keyof typeof ALSO_CHANGED)[];
}

/** How many households are, and would be, of each class in a commune. */
export interface ClassChange {
  readonly closing: Closing | null;
  readonly before: number;
  readonly after: number;
}
