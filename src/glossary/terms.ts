/** One concept: the office's word, its English, its one name in code, and what it means here. */
export interface Term {
  readonly vi: string;
  readonly en: string;
  /** The singular as an identifier; tables and types are made of these. */
  readonly code: string;
  /** Said only where the word alone could be taken for something else. */
  readonly note?: string;
}

function term(vi: string, en: string, code: string, note?: string): Term {
  return { vi, en, code, ...(note && { note }) };
}

/** The folders of `src` that are rooms of the house, each with the work done there. */
export const ROOMS: readonly Term[] = [
  term('đơn vị, địa bàn', 'units', 'units'),
  term('con người, tài khoản, phân công', 'people', 'people'),
  term('phong trào, kế hoạch', 'movements', 'movements'),
  term('báo cáo, tổng hợp', 'reporting', 'reporting'),
  term('hộ nghèo, hộ cận nghèo', 'households', 'households'),
  term('văn bản', 'documents', 'documents'),
];

/** Every noun that tables, types and policies are made of, by where it belongs. */
export const TERMS: Readonly<Record<string, readonly Term[]>> = {
  'Phong trào và kế hoạch': [
    term('phong trào thi đua', 'emulation movement', 'movement'),
    term('kế hoạch', 'implementation plan', 'plan', 'Văn bản đã ký, nhập vào nguyên lời.'),
    term(
      'điều cần xem lại của kế hoạch',
      'plan notice',
      'planNotice',
      'Chỗ hệ thống đọc chưa chắc.',
    ),
    term('khoản mục', 'clause', 'clause', 'Phần, mục, điểm hoặc ý của kế hoạch.'),
    term('nhiệm vụ', 'task', 'task', 'Việc phải làm, gắn với một khoản mục.'),
    term('kết quả nhiệm vụ', 'task result', 'taskResult', 'Đã xong ngày nào, minh chứng gì.'),
    term('chỉ tiêu', 'numeric target', 'target'),
    term('vai trong phong trào', 'role in the movement', 'role', 'Cơ quan thường trực, sở, xã, …'),
    term('đơn vị giữ vai', 'role holder', 'roleHolder'),
    term('khối thi đua', 'emulation block', 'emulationBlock'),
    term('thành viên khối', 'block member', 'blockMember'),
  ],
  'Đơn vị và địa bàn': [
    term('đơn vị', 'unit', 'unit', 'Địa bàn hoặc cơ quan; mã số không phải là tên gọi của nó.'),
    term('địa bàn', 'area', 'area'),
    term('cơ quan', 'office', 'office'),
    term('cấp', 'level', 'level'),
    term('thời gian hiệu lực', 'period of validity', 'period', 'Có cả ngày đầu và ngày cuối.'),
    term('danh bạ đơn vị', 'register of units', 'register'),
    term('kế thừa', 'succession', 'succession', 'Đơn vị nào tiếp nối đơn vị nào, từ ngày nào.'),
  ],
  'Con người': [
    term('người', 'person', 'person'),
    term('tài khoản', 'account', 'account'),
    term('chức vụ', 'position', 'position'),
    term('nhiệm vụ được giao', 'duty', 'duty', 'Quyền làm một loại việc ở một đơn vị.'),
    term('phiên đăng nhập', 'session', 'session'),
    term('lần đăng nhập', 'sign-in attempt', 'signInAttempt'),
    term('lịch nhắc hạn', 'calendar feed', 'calendarFeed'),
    term('thư báo', 'mail', 'mail'),
  ],
  'Báo cáo': [
    term('kỳ báo cáo', 'reporting round', 'round'),
    term('biểu', 'form', 'form'),
    term('phần của biểu', 'section', 'section'),
    term('ô nhập', 'field', 'field'),
    term('điều kiện của biểu', 'check', 'check', 'Đẳng thức giữa các số liệu.'),
    term('số liệu', 'figure', 'figure'),
    term('giá trị', 'value', 'value', 'Một số liệu trong một báo cáo hoặc một năm.'),
    term('số liệu chính thức', 'official figure', 'officialFigure'),
    term('báo cáo', 'report', 'report'),
    term('bước', 'step', 'step', 'Nộp, duyệt, tiếp nhận, …: ai, khi nào.'),
    term('trả lại', 'return', 'return', 'Một số liệu trả về đơn vị, có lý do.'),
    term('gia hạn', 'extension', 'extension'),
    term(
      'tệp biểu có ghi lỗi',
      'marked sheet',
      'markedSheet',
      'Tệp Excel trả lại, lý do cạnh từng dòng.',
    ),
    term('điều chỉnh', 'adjustment', 'adjustment', 'Cộng, trừ vào tổng; có người ký, có lý do.'),
    term('tổng', 'total', 'total'),
  ],
  'Hộ nghèo, hộ cận nghèo': [
    term('hộ', 'household', 'household'),
    term('thành viên hộ', 'household member', 'member'),
    term('nơi ở của hộ', 'household residence', 'residence', 'Thôn, bản nào, từ ngày nào.'),
    term('danh tính', 'identity', 'identity', 'Họ tên, ngày sinh, số căn cước; để riêng.'),
    term('lượt xem danh tính', 'reading of an identity', 'identityReading', 'Ai xem, để làm gì.'),
    term(
      'nghi trùng hộ',
      'suspected duplicate',
      'duplicate',
      'Người quyết định, máy không tự gộp.',
    ),
    term('chuẩn nghèo đa chiều', 'multidimensional poverty standard', 'povertyStandard'),
    term('mức của chuẩn nghèo', 'line of the standard', 'povertyLine', 'Nông thôn, thành thị.'),
    term('chỉ số thiếu hụt', 'deprivation indicator', 'deprivationIndicator'),
    term('rà soát', 'poverty review', 'review'),
    term('kỳ rà soát', 'review round', 'reviewRound'),
    term('xã', 'commune', 'commune'),
    term('thôn, bản', 'village', 'village'),
    term('họp dân', 'village meeting', 'meeting'),
    term('niêm yết công khai', 'public posting', 'posting'),
    term('ý kiến phản ánh', 'objection', 'objection', 'Phải giải quyết xong mới công nhận.'),
    term('công nhận', 'recognition', 'recognition', 'Quyết định của Chủ tịch UBND xã.'),
    term('giải trình chênh lệch', 'explanation of a difference', 'explanation'),
    term(
      'đề nghị rà soát thường xuyên',
      'off-round request',
      'classRequest',
      'Trả lời trong 15 ngày.',
    ),
    term('đợt nhập hộ từ Excel', 'household import', 'import'),
    term('dòng nhập', 'row of an import', 'row'),
    term('lỗi của tệp', 'fault of a file', 'fault'),
    term('mảnh của tệp', 'piece of a file', 'piece', 'Tệp lớn được giữ thành từng mảnh.'),
    term('khớp cột', 'column match', 'columnMatch', 'Tiêu đề nào chứa nội dung gì.'),
  ],
  'Văn bản': [
    term('báo cáo tổng hợp', 'consolidated report', 'consolidatedReport'),
    term('khối nội dung', 'block', 'reportBlock', 'Một đoạn của báo cáo tổng hợp.'),
    term('văn bản', 'document', 'document'),
    term('văn bản đã ban hành', 'issued document', 'issuedDocument', 'Giữ nguyên như lúc ký.'),
    term('số văn bản', 'document number', 'documentNumber'),
    term('đính chính', 'erratum', 'erratum'),
  ],
  'Hệ thống': [
    term('nhật ký', 'event', 'event', 'Ai đã làm gì với việc nào; chỉ ghi thêm.'),
    term('thiết lập', 'setting', 'setting'),
  ],
};
