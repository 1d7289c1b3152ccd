/** The part of the catalogue that speaks of households and their review. */
export const HOUSEHOLD_PROBLEMS = {
  standardWithoutScores: {
    status: 409,
    message:
      '“{standard}” chưa có mức điểm A nên chưa phân loại được hộ nào. Hãy ghi mức điểm ở trang chuẩn nghèo, hoặc chọn chuẩn khác.',
  },
  lastReviewOpen: {
    status: 409,
    message:
      '{commune} chưa công nhận kết quả rà soát năm {year} nên chưa có số đầu năm. Hãy công nhận năm trước rồi bắt đầu năm nay.',
  },
  surveyPosted: {
    status: 409,
    message:
      '{commune} đang niêm yết kết quả nên chưa sửa được phiếu và danh sách rà soát. Nếu phải sửa theo phản ánh, hãy rút niêm yết trước.',
  },
  householdNotListed: {
    status: 409,
    message:
      'Hộ {code} chưa có trong danh sách rà soát nên chưa ghi phiếu được. Hãy đưa hộ vào danh sách trước.',
  },
  householdGone: {
    status: 409,
    message:
      'Hộ {code} không còn trong danh sách hộ của xã ({why}) nên không rà soát được. Hãy xem lại ở sổ hộ.',
  },
  listingStays: {
    status: 409,
    message:
      'Hộ {code} đã có phiếu rà soát, hoặc có trong danh sách năm trước nên phải rà soát; chưa đưa ra khỏi danh sách. Hãy tải lại trang để xem trạng thái mới.',
  },
  reviewRecognised: {
    status: 409,
    message:
      'Kết quả rà soát của xã này đã được công nhận nên giữ nguyên, không sửa được nữa. Hộ có thay đổi thì làm theo rà soát thường xuyên, ngoài kỳ.',
  },
  reviewStepNotPossible: {
    status: 409,
    message:
      '{commune} đang ở bước “{status}” nên chưa thể {step}. Có thể người khác vừa làm; hãy xem trạng thái mới.',
  },
  reviewNotReady: {
    status: 422,
    message: 'Chưa {step} được. {why}',
  },
  objectionAnswered: {
    status: 409,
    message:
      'Ý kiến phản ánh này đã có trả lời nên không trả lời lần nữa. Nếu có ý kiến mới, hãy ghi thành một phản ánh khác.',
  },
  communesNotRecognised: {
    status: 409,
    message:
      'Còn {count} xã chưa công nhận kết quả rà soát nên chưa công bố được số chính thức: {names}. Hãy đôn đốc các xã này rồi công bố.',
  },
  alreadyOfficial: {
    status: 409,
    message:
      'Số liệu năm {year} đã là số chính thức từ {day}, theo {document}. Nếu văn bản có đính chính, hãy ghi số mới ở trang Số chính thức của kỳ báo cáo.',
  },
  householdEnded: {
    status: 409,
    message:
      'Hộ {code} đã kết thúc trong sổ nên không ghi thêm được. Nếu hộ trở lại, hãy ghi thành hộ mới.',
  },
  reviewPosted: {
    status: 409,
    message:
      '{commune} đang niêm yết kết quả rà soát năm {year} nên chưa ghi biến động này. Hãy đợi công nhận xong, khi đó ghi vào kỳ sau hoặc làm theo rà soát thường xuyên; nếu phải sửa ngay thì rút niêm yết trước.',
  },
  standardUsed: {
    status: 409,
    message: '“{standard}”: {why}',
  },
  requestOpen: {
    status: 409,
    message:
      'Hộ {code} đang có một đề nghị chưa trả lời nên chưa nhận thêm. Hãy mở đề nghị đó ở trang Rà soát thường xuyên.',
  },
  requestStepNotPossible: {
    status: 409,
    message:
      'Đề nghị này đang ở bước “{standing}” nên chưa làm được việc vừa chọn. Có thể người khác vừa làm; hãy xem trạng thái mới.',
  },
  ownClassRequest: {
    status: 403,
    message:
      'Bạn đã nhận hoặc khảo sát đề nghị này nên không tự quyết định được. Hãy trình một lãnh đạo khác của xã.',
  },
  notASigner: {
    status: 422,
    message:
      'Văn bản do Chủ tịch hoặc Phó Chủ tịch ký, mà chức vụ của bạn đang ghi là “{title}”. Hãy nhờ quản trị tài khoản ghi đúng chức vụ.',
  },
  importStale: {
    status: 409,
    message:
      'Có hộ của {commune} vừa được người khác sửa sau khi đọc tệp nên chưa ghi gì của xã này. Hãy đọc lại tệp để đối chiếu rồi ghi.',
  },
  importStandardChanged: {
    status: 409,
    message:
      '“{standard}” vừa được sửa sau khi đọc tệp nên kết quả có thể khác và chưa ghi gì. Hãy đọc lại tệp rồi ghi.',
  },
  importStepNotPossible: {
    status: 409,
    message:
      'Đợt nhập này đang ở bước “{status}” nên chưa thể {step}. Hãy tải lại trang để xem trạng thái mới.',
  },
} as const satisfies Record<string, { status: number; message: string }>;
