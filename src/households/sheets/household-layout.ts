import type { WantedColumn } from '../../shared/sheet/match.ts';
import { CAUSES, GROUPS, NEEDS } from '../household-marks.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';

/** What a sheet of a file holds. */
export const SHEET_ROLES = {
  households: 'Hộ, mỗi dòng một hộ',
  members: 'Thành viên, mỗi dòng một người',
} as const;
export type SheetRole = keyof typeof SHEET_ROLES;

export const SHEET_NAMES: Readonly<Record<SheetRole, string>> = {
  households: 'Hộ',
  members: 'Thành viên',
};

/** One column of the provincial layout: by which names it is met, and what it means. */
export interface LayoutColumn {
  readonly key: string;
  /** As the template writes it. */
  readonly heading: string;
  readonly aliases: readonly string[];
  /** How to fill it, said on the template and beside the column when it is matched. */
  readonly means: string;
  /** Without it no row can be understood. */
  readonly required: boolean;
  /** Free text, in which an old font can hide. */
  readonly typed: boolean;
  /** In characters. */
  readonly width: number;
}

type Shape = Partial<Pick<LayoutColumn, 'aliases' | 'required' | 'typed' | 'width'>>;

function column(key: string, heading: string, means: string, shape: Shape = {}): LayoutColumn {
  return { key, heading, means, aliases: [], required: false, typed: false, width: 14, ...shape };
}

const WHO: readonly LayoutColumn[] = [
  column('code', 'Mã hộ', 'Mã của hộ trong sổ; hộ mới có thể để trống.', {
    aliases: ['Mã số hộ', 'Mã hộ gia đình', 'Số hộ', 'Mã số'],
  }),
  column('commune', 'Xã', 'Tên xã, phường hiện nay, viết đủ; không dùng mã số.', {
    ...{ aliases: ['Xã, phường', 'Xã/phường', 'Tên xã', 'Xã/phường/thị trấn'], typed: true },
    width: 22,
  }),
  column('village', 'Thôn, bản', 'Tên thôn, bản, tổ dân phố.', {
    aliases: [
      'Thôn/bản',
      'Thôn',
      'Bản',
      'Thôn, bản, tổ dân phố',
      'Thôn/bản/TDP',
      'Tên thôn',
      'Địa chỉ',
    ],
    ...{ required: true, typed: true, width: 22 },
  }),
  column('areaType', 'Khu vực', 'Nông thôn hoặc Thành thị; mức điểm A khác nhau.', {
    ...{ aliases: ['Khu vực nông thôn, thành thị', 'Nông thôn/thành thị'], required: true },
    typed: true,
  }),
  column('headName', 'Họ và tên chủ hộ', 'Đủ họ, đệm và tên.', {
    aliases: ['Họ tên chủ hộ', 'Chủ hộ', 'Tên chủ hộ', 'Họ và tên'],
    ...{ required: true, typed: true, width: 26 },
  }),
  column('sex', 'Giới tính', 'Nam hoặc Nữ.', {
    ...{ aliases: ['Giới tính chủ hộ', 'Nam/nữ', 'Phái'], required: true, typed: true, width: 10 },
  }),
  column('born', 'Ngày sinh', 'Ngày/tháng/năm, hoặc chỉ năm sinh.', {
    aliases: [
      'Năm sinh',
      'Ngày, tháng, năm sinh',
      'Ngày/năm sinh',
      'Năm sinh chủ hộ',
      'Ngày sinh chủ hộ',
    ],
    required: true,
  }),
  column('ethnicity', 'Dân tộc', 'Tên dân tộc của chủ hộ.', {
    ...{ aliases: ['Dân tộc chủ hộ', 'Thành phần dân tộc'], required: true, typed: true },
  }),
  column('citizenNumber', 'Số CCCD', '12 chữ số, ô định dạng Văn bản; chứng minh cũ 9 chữ số.', {
    ...{
      aliases: ['CCCD', 'Số căn cước', 'Số căn cước công dân', 'Số định danh cá nhân'],
      width: 18,
    },
  }),
  column('members', 'Số nhân khẩu', 'Số người trong hộ hiện nay.', {
    ...{ aliases: ['Nhân khẩu', 'Số khẩu', 'Tổng số nhân khẩu', 'Số người'], required: true },
  }),
  column('openingMembers', 'Số nhân khẩu đầu năm', 'Để trống thì lấy theo kỳ trước.', {
    aliases: ['Nhân khẩu đầu năm', 'Số khẩu đầu năm'],
  }),
  column(
    'opening',
    'Phân loại đầu năm',
    'Hộ nghèo, Hộ cận nghèo, Hộ không nghèo; trống thì lấy theo kỳ trước.',
    {
      ...{ aliases: ['Đầu năm', 'Kết quả năm trước', 'Diện hộ đầu năm'], typed: true, width: 18 },
    },
  ),
  column('incomeScore', 'Điểm A', 'Tổng điểm của phiếu chấm thu nhập (điểm B1 của phần mềm cũ).', {
    aliases: ['Điểm B1', 'Tổng điểm A', 'Điểm thu nhập', 'B1'],
  }),
];

const PEOPLE: readonly LayoutColumn[] = [
  column('children', 'Số trẻ em dưới 16 tuổi', 'Không có thì ghi 0.', {
    aliases: ['Số trẻ em', 'Trẻ em dưới 16 tuổi', 'Trẻ em'],
  }),
  column('childrenHealth', 'Trẻ em thiếu hụt y tế', 'Chưa có bảo hiểm y tế hoặc suy dinh dưỡng.', {
    aliases: ['Số trẻ em thiếu hụt y tế', 'Trẻ em thiếu hụt về y tế', 'Thiếu hụt y tế'],
  }),
  column('childrenSchool', 'Trẻ em thiếu hụt giáo dục', 'Chưa đi học đúng tuổi.', {
    aliases: [
      'Trẻ em thiếu hụt đi học',
      'Số trẻ em thiếu hụt giáo dục',
      'Trẻ em không đi học',
      'Thiếu hụt đi học',
    ],
  }),
];

const OUTCOME: readonly LayoutColumn[] = [
  column('class', 'Kết quả rà soát', 'Để đối chiếu: phải đúng với điểm A và các chỉ số.', {
    aliases: ['Phân loại', 'Phân loại cuối năm', 'Kết quả', 'Cuối năm', 'Diện hộ'],
    ...{ typed: true, width: 18 },
  }),
  column(
    'change',
    'Biến động',
    'Chuyển đến, Tách hộ, Hộ mới lập; Chuyển đi, Nhập hộ, Hết thành viên.',
    {
      ...{ aliases: ['Biến động hộ', 'Lý do biến động', 'Tình trạng hộ'], typed: true, width: 18 },
    },
  ),
  column('surveyedOn', 'Ngày rà soát', 'Để trống thì là ngày nhập tệp.', {
    aliases: ['Ngày khảo sát'],
  }),
  column('surveyorName', 'Người rà soát', 'Để trống thì là người nhập tệp.', {
    ...{ aliases: ['Điều tra viên', 'Rà soát viên'], typed: true, width: 22 },
  }),
  column('note', 'Ghi chú', 'Điều cần nhớ về hộ.', { typed: true, width: 30 }),
];

const TICK = 'Đánh x, 1 hoặc có khi đúng; không đúng thì 0 hoặc để trống.';

function marks(kind: string, names: Readonly<Record<string, string>>): LayoutColumn[] {
  return Object.entries(names).map(([key, name]) =>
    column(key, `${kind}: ${name}`, TICK, { aliases: [name], width: 12 }),
  );
}

/** How sheets call an indicator besides the name in the standard. */
const INDICATOR_NAMES: Readonly<Record<string, readonly string[]>> = {
  dependents: ['Người phụ thuộc', 'Người phụ thuộc trong hộ gia đình'],
  healthInsurance: ['BHYT'],
  adultEducation: ['Trình độ giáo dục người lớn', 'Giáo dục người lớn'],
  childSchooling: ['Tình trạng đi học trẻ em', 'Đi học của trẻ em'],
  housingArea: ['Diện tích nhà ở bình quân', 'Diện tích nhà ở'],
  waterSource: ['Nguồn nước', 'Nước sinh hoạt'],
  hygienicLatrine: ['Nhà tiêu', 'Hố xí/nhà tiêu hợp vệ sinh', 'Nhà vệ sinh'],
  telecomService: ['Dịch vụ viễn thông'],
  informationMeans: ['Phương tiện tiếp cận thông tin', 'Tài sản tiếp cận thông tin'],
};

function indicatorNames(key: string, name: string): string[] {
  const names = [name, ...(INDICATOR_NAMES[key] ?? [])];
  return [...names.slice(1), ...names.flatMap((one) => [`Thiếu hụt: ${one}`, `Chỉ số: ${one}`])];
}

/** The columns of the sheet of households; the twelve indicators are those of the standard. */
function householdColumns({ indicators }: PovertyStandard): readonly LayoutColumn[] {
  return [
    ...WHO,
    ...indicators.map(({ key, name, deprivedWhen }) =>
      column(`indicator.${key}`, name, `${deprivedWhen} ${TICK}`, {
        ...{ aliases: indicatorNames(key, name), width: 12 },
      }),
    ),
    ...PEOPLE,
    ...marks('Đối tượng', GROUPS),
    ...marks('Nguyên nhân', CAUSES),
    ...marks('Nhu cầu', NEEDS),
    ...OUTCOME,
  ];
}

const YES_NO = 'Có hoặc Không; chưa rõ thì để trống.';

/** The columns of the sheet of members. */
const MEMBER_COLUMNS: readonly LayoutColumn[] = [
  column('code', 'Mã hộ', 'Như ở trang Hộ.', {
    ...{ aliases: ['Mã số hộ', 'Mã hộ gia đình', 'Số hộ'], required: true },
  }),
  column('no', 'STT', 'Số thứ tự trong hộ; chủ hộ là 1.', {
    ...{ aliases: ['Số thứ tự', 'STT trong hộ', 'TT'], width: 8 },
  }),
  column('fullName', 'Họ và tên', 'Đủ họ, đệm và tên.', {
    ...{ aliases: ['Họ tên', 'Họ và tên thành viên', 'Tên thành viên'], required: true },
    ...{ typed: true, width: 26 },
  }),
  column('relation', 'Quan hệ với chủ hộ', 'Chủ hộ, Vợ hoặc chồng, Con, Bố, mẹ, Cháu, …', {
    ...{ aliases: ['Quan hệ', 'Quan hệ chủ hộ'], required: true, typed: true, width: 20 },
  }),
  column('sex', 'Giới tính', 'Nam hoặc Nữ.', {
    ...{ aliases: ['Nam/nữ', 'Phái'], required: true, typed: true, width: 10 },
  }),
  column('born', 'Ngày sinh', 'Ngày/tháng/năm, hoặc chỉ năm sinh.', {
    ...{ aliases: ['Năm sinh', 'Ngày, tháng, năm sinh', 'Ngày/năm sinh'], required: true },
  }),
  column('ethnicity', 'Dân tộc', 'Để trống thì như chủ hộ.', { typed: true }),
  column('citizenNumber', 'Số CCCD', '12 chữ số, ô định dạng Văn bản; chứng minh cũ 9 chữ số.', {
    ...{
      aliases: ['CCCD', 'Số căn cước', 'Số căn cước công dân', 'Số định danh cá nhân'],
      width: 18,
    },
  }),
  column('insured', 'Bảo hiểm y tế', YES_NO, { aliases: ['BHYT', 'Có BHYT', 'Thẻ BHYT'] }),
  column('studying', 'Đang đi học', YES_NO, { aliases: ['Đi học', 'Đang học'] }),
  column('malnourished', 'Suy dinh dưỡng', YES_NO, { aliases: ['Trẻ em suy dinh dưỡng', 'SDD'] }),
];

export function columnsOf(role: SheetRole, standard: PovertyStandard): readonly LayoutColumn[] {
  return role === 'members' ? MEMBER_COLUMNS : householdColumns(standard);
}

/** The same as `matchColumns` asks for them. */
export function wantedColumns(columns: readonly LayoutColumn[]): WantedColumn[] {
  return columns.map(({ key, heading, aliases }) => ({ key, names: [heading, ...aliases] }));
}
