/**
 * The duties that a person can carry at a unit. A duty at a unit reaches that unit and,
 * where `REACHES_BELOW` says so, every unit under it on the day asked.
 */
export const DUTIES = {
  prepareReports: 'Đầu mối báo cáo',
  approveReports: 'Lãnh đạo duyệt',
  receiveReports: 'Tiếp nhận, tổng hợp báo cáo',
  runMovement: 'Điều hành phong trào',
  reviewHouseholds: 'Rà soát hộ nghèo',
  recogniseReviews: 'Công nhận kết quả rà soát',
  issueDocuments: 'Ban hành văn bản',
  oversee: 'Lãnh đạo theo dõi',
  administerAccounts: 'Quản trị tài khoản',
} as const;

export type Duty = keyof typeof DUTIES;

export const DUTY_NAMES = Object.keys(DUTIES) as Duty[];

const REACHES_BELOW: ReadonlySet<Duty> = new Set([
  'receiveReports',
  'runMovement',
  'reviewHouseholds',
  'issueDocuments',
  'oversee',
  'administerAccounts',
]);

const APART_FROM_REPORTS: ReadonlySet<Duty> = new Set([
  'administerAccounts',
  'reviewHouseholds',
  'recogniseReviews',
]);

/** Has the duty to do with the rounds of reports? Who only keeps accounts or reviews has not. */
export function isReportDuty(duty: Duty): boolean {
  return !APART_FROM_REPORTS.has(duty);
}

export interface HeldDuty {
  readonly duty: Duty;
  readonly unitId: string;
}

/** The unit of a person who holds no position today: an id that no unit has. */
export const NO_UNIT = '00000000-0000-0000-0000-000000000000';

/** A signed-in person as of today: the position shown, and every duty that holds. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly duties: readonly HeldDuty[];
  readonly mustChangePassword: boolean;
}

/**
 * Does the person carry a duty over a unit? `line` is the unit and all above it, nearest
 * first. Closed by default: no duty, no right.
 */
export function carries(person: Person, duty: Duty, line: readonly string[]): boolean {
  const covered = REACHES_BELOW.has(duty) ? line : line.slice(0, 1);
  return person.duties.some((held) => held.duty === duty && covered.includes(held.unitId));
}

/** The units at which a person carries a duty. */
export function unitsWithDuty(person: Person, duty: Duty): string[] {
  return person.duties.filter((held) => held.duty === duty).map((held) => held.unitId);
}
