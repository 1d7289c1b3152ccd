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
  tooManyTries: {
    status: 429,
    message: 'Đã thử quá nhiều lần trong thời gian ngắn. Hãy đợi {seconds} giây rồi thử lại.',
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
  unexpected: {
    status: 500,
    message:
      'Hệ thống gặp lỗi ngoài dự kiến; chưa có gì bị thay đổi. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã {reference}.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type ProblemKey = keyof typeof PROBLEMS;
