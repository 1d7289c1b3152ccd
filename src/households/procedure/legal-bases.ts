/** A legal base of the decision, with the years of review that it holds for. */
export interface LegalBase {
  /** As printed after "Căn cứ"; laws without their number (Decree 30/2020, annex I). */
  readonly text: string;
  /** Years of review, both included. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly source: string;
  /** Read in the text itself; what is not is shown to the chairman to be checked. */
  readonly confirmed: boolean;
}

/**
 * What recognitions are based on, in the order of print: laws, decrees, decisions, circulars. The
 * extension of the standard and of the procedure beyond 2025 is known from summaries only.
 */
const LEGAL_BASES: readonly LegalBase[] = [
  {
    text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
    ...{ firstYear: 2016, lastYear: 2024, confirmed: true },
    source: 'Phần căn cứ của Quyết định 24/2021/QĐ-TTg',
  },
  {
    text: 'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
    ...{ firstYear: 2025, lastYear: 2030, confirmed: false },
    source: 'Luật về chính quyền địa phương hai cấp; cần đối chiếu ngày thông qua',
  },
  {
    text: 'Quyết định số 59/2015/QĐ-TTg ngày 19 tháng 11 năm 2015 của Thủ tướng Chính phủ về việc ban hành chuẩn nghèo tiếp cận đa chiều áp dụng cho giai đoạn 2016 - 2020',
    ...{ firstYear: 2016, lastYear: 2021, confirmed: false },
    source: 'Chuẩn nghèo 2016–2021; cần đối chiếu tên đầy đủ',
  },
  {
    text: 'Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025',
    ...{ firstYear: 2022, lastYear: 2026, confirmed: true },
    source: 'Chuẩn nghèo 2022–2025; kéo dài sang năm 2026 theo Nghị định 351/2025/NĐ-CP',
  },
  {
    text: 'Nghị định số 131/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ quy định phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Nông nghiệp và Môi trường',
    ...{ firstYear: 2025, lastYear: 2030, confirmed: false },
    source: 'Thẩm quyền về giảm nghèo từ 01/7/2025; cần đối chiếu tên đầy đủ',
  },
  {
    text: 'Nghị định số 351/2025/NĐ-CP ngày 30 tháng 12 năm 2025 của Chính phủ quy định chuẩn nghèo đa chiều quốc gia giai đoạn 2026 - 2030',
    ...{ firstYear: 2026, lastYear: 2030, confirmed: false },
    source: 'Chuẩn nghèo từ 2027, kéo dài chuẩn cũ năm 2026; cần đối chiếu tên đầy đủ',
  },
  {
    text: 'Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ quy định quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm và quy trình xác định hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình giai đoạn 2022 - 2025',
    ...{ firstYear: 2021, lastYear: 2025, confirmed: true },
    source: 'Quy trình rà soát và thẩm quyền công nhận',
  },
  {
    text: 'Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ quy định quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm và quy trình xác định hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình giai đoạn 2022 - 2025',
    ...{ firstYear: 2026, lastYear: 2030, confirmed: false },
    source: 'Quy trình ban hành cho 2022–2025; cần đối chiếu văn bản kéo dài hoặc thay thế',
  },
  {
    text: 'Thông tư số 07/2021/TT-BLĐTBXH ngày 18 tháng 7 năm 2021 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội hướng dẫn phương pháp rà soát, phân loại hộ nghèo, hộ cận nghèo; xác định thu nhập của hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp, diêm nghiệp có mức sống trung bình giai đoạn 2022 - 2025 và mẫu biểu báo cáo',
    ...{ firstYear: 2021, lastYear: 2026, confirmed: true },
    source: 'Cách chấm điểm và biểu mẫu',
  },
];

/** The bases of a year of review, in the order of print. */
export function basesFor(year: number): LegalBase[] {
  return LEGAL_BASES.filter(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear);
}
