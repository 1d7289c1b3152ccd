import { Problem } from '../../shared/problem.ts';

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
}

/** What is meant by a refusal of the database: a constraint speaks through the same catalogue. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  const { code, constraint } = error as DatabaseError;
  switch (code) {
    case '23505':
      return new Problem('alreadyExists', { what: THINGS[constraint ?? ''] ?? 'Mục này' });
    case '23503':
      return new Problem('notFound', { what: 'mục được nhắc tới' });
    case '23P01':
      return new Problem('periodsOverlap');
    case '23514':
    case '22001':
    case '22003':
    case '22007':
    case '22008':
      return new Problem('valueRefused');
    case '22P02': // a text where an id or a number belongs: no page of ours sends that
      return new Problem('notFound', { what: 'mục được nhắc tới' });
    case 'CT002': // a row of a review that its commune has recognised
      return new Problem('reviewRecognised');
    case '22021': // a NUL sign in a text
    case '22P05':
      return new Problem('unreadableRequest');
    case '40001':
    case '40P01':
    case '55P03':
      return new Problem('changedMeanwhile', { what: 'Mục này' });
    case '57014':
    case '25P03':
    case '53300':
    case '57P01':
    case '57P02':
    case '57P03':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
      return new Problem('overloaded');
    default:
      return isLostConnection(error) ? new Problem('overloaded') : undefined;
  }
}

const THINGS: Record<string, string> = {
  accounts_login_key: 'Tên đăng nhập này',
  rounds_one_of_a_kind: 'Kỳ báo cáo loại này của năm',
  plans_movement_id_file_sha256_key: 'Kế hoạch từ đúng tệp này',
  report_returns_open: 'Yêu cầu trả lại số liệu này',
  issued_documents_number: 'Số văn bản này',
  review_recognitions_number: 'Quyết định mang số này của xã trong năm',
  review_recognitions_pkey: 'Quyết định công nhận của xã trong kỳ này',
  class_requests_number: 'Văn bản mang số này của xã trong năm',
  class_requests_one: 'Một đề nghị chưa trả lời của hộ này',
  review_postings_one: 'Danh sách đang niêm yết của xã',
};

const LOST =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

/** No connection was free in time, or the one in use broke: the driver tells these by words only. */
function isLostConnection(error: unknown): boolean {
  const { code, syscall } = error as { code?: string; syscall?: string };
  const noSocket = code === 'ENOENT' && syscall === 'connect';
  return noSocket || (error instanceof Error && LOST.test(error.message));
}
