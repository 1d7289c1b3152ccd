import type { Duty } from './person.ts';

const SENTENCES: Readonly<Record<Duty, (unit: string) => string>> = {
  prepareReports: (unit) => `Soạn báo cáo của ${unit}`,
  approveReports: (unit) => `Duyệt và nộp báo cáo của ${unit}`,
  receiveReports: (unit) => `Tiếp nhận, trả lại và tổng hợp báo cáo gửi về ${unit}`,
  runMovement: (unit) =>
    `Điều hành phong trào tại ${unit} và các đơn vị bên dưới: kế hoạch, kỳ báo cáo, đôn đốc`,
  reviewHouseholds: (unit) =>
    `Rà soát hộ nghèo tại ${unit} và các đơn vị bên dưới; xem được tên hộ khi nêu mục đích`,
  recogniseReviews: (unit) => `Công nhận hộ nghèo, hộ cận nghèo của ${unit}`,
  issueDocuments: (unit) => `Ban hành văn bản của ${unit}`,
  oversee: (unit) => `Xem tình hình và báo cáo của ${unit} và các đơn vị bên dưới`,
  administerAccounts: (unit) =>
    `Quản trị tài khoản của ${unit} và các đơn vị bên dưới; không xem báo cáo`,
};

/** What a duty lets a person do and see, in one sentence: the answer to "what can they see". */
export function dutySentence(duty: Duty, unitName: string): string {
  return SENTENCES[duty](unitName);
}
