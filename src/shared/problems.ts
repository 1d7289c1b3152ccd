import { HOUSEHOLD_PROBLEMS } from './household-problems.ts';

/**
 * The one catalogue of problems: each says what happened, why, and what to do.
 * `{gaps}` are filled where the problem is raised. Keys are English, sentences Vietnamese.
 */
export const PROBLEMS = {
  notSignedIn: {
    status: 401,
    message: 'Bạn chưa đăng nhập hoặc phiên đã kết thúc. Hãy đăng nhập lại để làm tiếp.',
  },
  notAllowed: {
    status: 403,
    message:
      'Bạn không có nhiệm vụ làm việc này với {what}. Hãy hỏi quản trị tài khoản của đơn vị để được phân công.',
  },
  notFound: {
    status: 404,
    message: 'Không tìm thấy {what}. Có thể đường dẫn đã cũ; hãy tìm lại từ trang trước.',
  },
  invalidForm: {
    status: 422,
    message: 'Có chỗ chưa điền đúng. Hãy xem dòng chữ đỏ dưới từng ô và sửa lại.',
  },
  changedMeanwhile: {
    status: 409,
    message:
      '{what} vừa được người khác thay đổi nên thao tác này chưa được thực hiện. Hãy xem trạng thái mới rồi làm lại.',
  },
  alreadyExists: {
    status: 409,
    message: '{what} đã có rồi nên không ghi thêm lần nữa. Hãy mở bản đã có để xem hoặc sửa.',
  },
  foreignRequest: {
    status: 403,
    message:
      'Yêu cầu này không đến từ một trang của hệ thống nên đã bị chặn. Hãy mở lại trang và bấm nút ở đó.',
  },
  unreadableRequest: {
    status: 400,
    message:
      'Không đọc được yêu cầu gửi lên; chưa có gì bị thay đổi. Hãy tải lại trang rồi gửi lại.',
  },
  periodsOverlap: {
    status: 409,
    message:
      'Khoảng thời gian này chồng lên một khoảng đã có. Hãy kết thúc khoảng cũ trước ngày bắt đầu mới.',
  },
  valueRefused: {
    status: 422,
    message: 'Có giá trị nằm ngoài phạm vi cho phép nên chưa ghi gì. Hãy xem lại các ô vừa nhập.',
  },
  reportClosed: {
    status: 409,
    message:
      'Kỳ báo cáo này đã khóa sau ngày {day} nên không ghi thêm được. Nếu còn phải nộp, hãy đề nghị cơ quan thường trực gia hạn.',
  },
  reportNotEditable: {
    status: 409,
    message:
      'Báo cáo đang ở bước “{status}” nên không sửa được. Nếu cần sửa, hãy rút lại hoặc đề nghị nơi nhận trả lại.',
  },
  stepNotPossible: {
    status: 409,
    message:
      'Báo cáo đang ở bước “{status}” nên không thể {step}. Có thể người khác vừa xử lý; hãy xem trạng thái mới.',
  },
  reportIncomplete: {
    status: 422,
    message:
      'Chưa gửi được vì còn {count} chỗ chưa điền hoặc cần xem lại. Các số đã nhập đều đã được lưu; hãy xem từng chỗ bên dưới.',
  },
  returnNeedsReason: {
    status: 422,
    message: 'Hãy chọn ít nhất một số liệu hoặc đoạn văn và ghi lý do trả lại cho từng chỗ.',
  },
  ownReport: {
    status: 403,
    message:
      'Bạn đã lập hoặc duyệt chính báo cáo này nên không thể tiếp nhận hay chấp nhận nó. Hãy để một đồng chí khác của cơ quan làm việc này.',
  },
  nilHasFigures: {
    status: 422,
    message:
      'Báo cáo đã có số liệu khác 0 nên không thể báo “không có phát sinh”. Hãy xóa các số đó hoặc gửi báo cáo như thường.',
  },
  roundWithoutAgency: {
    status: 422,
    message:
      'Vào ngày {day} phong trào chưa có {role} nên chưa mở kỳ được. Hãy giao vai trò này ở trang Vai trò trong phong trào rồi mở lại, hoặc chọn ngày khác.',
  },
  roundWithoutUnits: {
    status: 422,
    message:
      'Vào ngày {day} không có đơn vị nào phải báo cáo theo biểu này. Hãy chọn ngày khác hoặc ghi vai trò cho các đơn vị.',
  },
  roleUnitAbsent: {
    status: 422,
    message:
      'Vào ngày {day} đơn vị được chọn chưa có hoặc không còn nên chưa giao vai được. Hãy chọn ngày khác, hoặc chọn đơn vị tiếp nối.',
  },
  roleTaken: {
    status: 409,
    message:
      'Vai “{role}” mỗi lúc chỉ một đơn vị giữ, và trong thời gian này {unit} đang giữ. Hãy bấm “Bàn giao” ở dòng của đơn vị đó.',
  },
  roundStillOpen: {
    status: 409,
    message:
      'Kỳ báo cáo còn nhận báo cáo đến hết ngày {day} nên chưa đóng được. Hãy đóng sau ngày đó.',
  },
  extensionTooEarly: {
    status: 422,
    message: 'Ngày gia hạn phải sau hạn đang có ({day}). Hãy chọn ngày muộn hơn.',
  },
  tooManyTries: {
    status: 429,
    message: 'Đã thử quá nhiều lần trong thời gian ngắn. Hãy đợi {seconds} giây rồi thử lại.',
  },
  wrongPassword: {
    status: 401,
    message:
      'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ và phím Caps Lock rồi nhập lại; nếu quên, hãy nhờ quản trị tài khoản của đơn vị cấp lại.',
  },
  accountDisabled: {
    status: 403,
    message:
      'Tài khoản này đang tạm khóa nên chưa đăng nhập được. Hãy hỏi quản trị tài khoản của đơn vị.',
  },
  notYourself: {
    status: 403,
    message:
      'Không ai tự thay đổi phân công hay tài khoản của chính mình. Hãy nhờ quản trị tài khoản khác của đơn vị hoặc của cấp trên.',
  },
  loginTaken: {
    status: 409,
    message:
      'Tên đăng nhập {login} đã có người dùng nên chưa tạo tài khoản nào. Hãy chọn tên khác hoặc để trống để hệ thống tự đặt.',
  },
  overloaded: {
    status: 503,
    message: 'Máy chủ đang bận. Dữ liệu của bạn chưa bị mất; hãy thử lại sau ít giây.',
  },
  fileNotWhatItSays: {
    status: 422,
    message:
      'Tệp này không phải là tệp {kind} như tên của nó. Hãy mở tệp bằng phần mềm văn phòng, lưu lại đúng định dạng {kind} rồi tải lên.',
  },
  fileTooLarge: {
    status: 413,
    message:
      'Tệp lớn quá mức cho phép ({limit}) hoặc giải nén ra quá lớn nên đã dừng đọc. Hãy tách nhỏ hoặc bỏ bớt hình ảnh rồi tải lại.',
  },
  fileEmpty: {
    status: 422,
    message: 'Tệp không có nội dung nào đọc được. Hãy kiểm tra lại tệp trước khi tải lên.',
  },
  fileNotChosen: {
    status: 422,
    message: 'Chưa chọn tệp nào. Hãy bấm chọn tệp Excel đã điền rồi gửi lại.',
  },
  sheetOfAnother: {
    status: 422,
    message:
      'Tệp này là biểu của {unit}, {round}, không phải của báo cáo đang mở; chưa ghi số nào. Hãy chọn lại tệp, hoặc mở đúng báo cáo đó rồi gửi.',
  },
  sheetUnknown: {
    status: 422,
    message:
      'Không nhận ra tệp này là biểu của báo cáo nào nên chưa ghi số nào. Hãy tải biểu Excel ở trang này, chép số vào cột “Năm nay” rồi gửi lại.',
  },
  formInUse: {
    status: 409,
    message:
      'Biểu đã dùng cho {rounds} nên không sửa được: số liệu cũ phải giữ nguyên cách hỏi. Hãy bấm “Chép thành biểu mới để sửa cho kỳ sau”.',
  },
  formPartNeeded: {
    status: 409,
    message: 'Chưa bỏ được {what} vì {why}. Hãy sửa hoặc bỏ chỗ đó trước; chưa có gì thay đổi.',
  },
  planFileUnreadable: {
    status: 415,
    message:
      'Chưa đọc được kế hoạch từ tệp {name}. Hãy lưu thành DOCX (Word), Markdown hoặc văn bản thuần rồi tải lên, hoặc dán nội dung vào ô bên dưới.',
  },
  planAlreadyThere: {
    status: 409,
    message:
      'Tệp này đã được nhập thành kế hoạch “{title}” nên không nhập thêm lần nữa. Hãy mở bản đã có ở trang Các phong trào; nếu đó là bản nháp sai, hãy bỏ bản nháp rồi nhập lại.',
  },
  planNotDraft: {
    status: 409,
    message:
      'Kế hoạch này đã được đưa vào thực hiện nên không bỏ được: nhiệm vụ và báo cáo đang dựa vào nó. Nếu có chỗ đọc sai, hãy sửa từng khoản mục.',
  },
  clauseStays: {
    status: 422,
    message:
      'Chưa {step} được mục này vì {why}. Chưa có gì thay đổi; hãy chọn mục khác hoặc thao tác khác.',
  },
  documentIssued: {
    status: 409,
    message:
      'Báo cáo này đã ban hành nên không sửa được nữa. Nếu số liệu nguồn đã thay đổi, hãy lập đính chính.',
  },
  documentIncomplete: {
    status: 422,
    message: 'Chưa ban hành được báo cáo. {why}',
  },
  ownDocument: {
    status: 403,
    message:
      'Bạn đã soạn báo cáo này nên không tự ban hành được. Hãy trình một lãnh đạo khác của cơ quan ban hành.',
  },
  nothingToCorrect: {
    status: 409,
    message:
      'Số liệu nguồn vẫn khớp với văn bản và các đính chính đã lập nên không có gì để đính chính. Hãy tải lại trang để xem trạng thái mới.',
  },
  unexpected: {
    status: 500,
    message:
      'Hệ thống gặp lỗi ngoài dự kiến; chưa có gì bị thay đổi. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã {reference}.',
  },
  ...HOUSEHOLD_PROBLEMS,
} as const satisfies Record<string, { status: number; message: string }>;

export type ProblemKey = keyof typeof PROBLEMS;
