import type { OfficePeriod } from './offices.ts';

const HEADS: Readonly<Record<string, string>> = {
  so: 'Giám đốc',
  ban: 'Trưởng ban',
  thanh_tra: 'Chánh Thanh tra',
  van_phong: 'Phó Chánh Văn phòng',
  mttq: 'Phó Chủ tịch',
  ctxh: 'Phó Chủ tịch',
  hiep_hoi: 'Phó Chủ tịch thường trực',
};

const OFFICERS: Readonly<Record<string, string>> = {
  so: 'Chuyên viên Văn phòng',
  ban: 'Chuyên viên Văn phòng',
  thanh_tra: 'Thanh tra viên',
  van_phong: 'Chuyên viên',
  mttq: 'Chuyên viên Ban Phong trào',
  ctxh: 'Chuyên viên Ban Phong trào',
  hiep_hoi: 'Chánh Văn phòng',
};

/** What people at the desks of an office are called. */
export const TITLES = {
  approveReports: (office: OfficePeriod) =>
    office.kind === 'ubnd' ? 'Phó Chủ tịch' : (HEADS[office.kind] ?? 'Thủ trưởng'),
  prepareReports: (office: OfficePeriod) =>
    office.kind === 'ubnd' ? localOfficer(office) : (OFFICERS[office.kind] ?? 'Chuyên viên'),
  reviewHouseholds: localOfficer,
  recogniseReviews: () => 'Chủ tịch',
  receiveReports: () => 'Trưởng phòng Lao động - Thương binh và Xã hội',
} as const;

/** Since 1/7/2025 a commune has divisions of its own. */
function localOfficer({ level, from }: OfficePeriod): string {
  if (level === 'district') return 'Chuyên viên phòng Lao động - Thương binh và Xã hội';
  return from >= '2025-07-01'
    ? 'Chuyên viên Phòng Kinh tế'
    : 'Công chức Lao động - Thương binh và Xã hội';
}
