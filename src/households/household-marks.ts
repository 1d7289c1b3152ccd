/**
 * What a household may bear besides its class: subject groups, causes of poverty and needs
 * (report forms of TT 07/2021 as used in another province, domain source C14; ours, to confirm).
 */
export const GROUPS = {
  'group.no-labour': 'Không có khả năng lao động',
  'group.merit': 'Có người có công với cách mạng',
  'group.policy': 'Thuộc chính sách giảm nghèo khác',
  'group.female-head': 'Chủ hộ là nữ',
  'group.average': 'Có mức sống trung bình',
} as const;

export const CAUSES = {
  'cause.land': 'Không có đất sản xuất',
  'cause.capital': 'Không có vốn sản xuất, kinh doanh',
  'cause.labour': 'Không có lao động',
  'cause.tools': 'Không có công cụ, phương tiện sản xuất',
  'cause.knowledge': 'Không có kiến thức về sản xuất',
  'cause.skill': 'Không có kỹ năng lao động, sản xuất',
  'cause.illness': 'Có người ốm đau, bệnh nặng, tai nạn',
  'cause.other': 'Nguyên nhân khác',
} as const;

export const NEEDS = {
  'need.health': 'Y tế',
  'need.education': 'Giáo dục',
  'need.production': 'Sản xuất',
  'need.credit': 'Tín dụng',
  'need.housing': 'Nhà ở',
  'need.other': 'Nhu cầu khác',
} as const;

export const MARKS: Readonly<Record<string, string>> = { ...GROUPS, ...CAUSES, ...NEEDS };
export type Mark = keyof typeof GROUPS | keyof typeof CAUSES | keyof typeof NEEDS;

/** Those of the texts that are marks, each once, in the order of the form. */
export function marksAmong(texts: readonly string[]): Mark[] {
  return Object.keys(MARKS).filter((mark) => texts.includes(mark)) as Mark[];
}
