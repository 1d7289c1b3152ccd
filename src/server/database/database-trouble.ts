const SENTENCES: Readonly<Record<string, string>> = {
  unreachable:
    'Không kết nối được máy chủ PostgreSQL. Hãy kiểm tra máy chủ đã chạy chưa và địa chỉ, cổng trong DATABASE_URL có đúng không.',
  refused:
    'Máy chủ PostgreSQL không nhận tên hoặc mật khẩu trong DATABASE_URL. Hãy kiểm tra lại hai chỗ đó.',
  noDatabase:
    'Máy chủ PostgreSQL không có cơ sở dữ liệu ghi trong DATABASE_URL. Hãy tạo cơ sở dữ liệu đó (bảng mã UTF8) rồi chạy lại.',
  noPrivilege:
    'Người dùng trong DATABASE_URL chưa đủ quyền tạo bảng hoặc phần mở rộng btree_gist. Hãy nhờ quản trị PostgreSQL giao cơ sở dữ liệu này cho người dùng đó (ALTER DATABASE … OWNER TO …), hoặc chạy sẵn CREATE EXTENSION btree_gist trong đó.',
  noExtension:
    'Máy chủ PostgreSQL chưa cài phần mở rộng btree_gist. Hãy cài gói postgresql-contrib cùng phiên bản trên máy chủ đó rồi chạy lại.',
  noCollation:
    'Máy chủ PostgreSQL không có thứ tự chữ tiếng Việt (vi-x-icu). Hãy dùng bản PostgreSQL có kèm ICU.',
  tooOld: 'Máy chủ PostgreSQL quá cũ. Cần PostgreSQL 15 trở lên.',
  newerSchema:
    'Cơ sở dữ liệu này đã được một bản Chung Tay khác, mới hơn, sử dụng. Hãy chạy đúng bản đó; chưa có gì bị thay đổi.',
};

const CODES: Readonly<Record<string, string>> = {
  ...{ ECONNREFUSED: 'unreachable', ENOTFOUND: 'unreachable', EAI_AGAIN: 'unreachable' },
  ...{ ENOENT: 'unreachable', ETIMEDOUT: 'unreachable', EHOSTUNREACH: 'unreachable' },
  ...{ ECONNRESET: 'unreachable', '57P03': 'unreachable' },
  ...{ '28P01': 'refused', '28000': 'refused', '3D000': 'noDatabase', '42501': 'noPrivilege' },
  ...{ '0A000': 'noExtension', '58P01': 'noExtension', '42704': 'noCollation' },
};

/**
 * What the person at the terminal can do about a database that could not be opened or brought up
 * to date: an `Error` with a Vietnamese sentence, the fault itself as its cause. `undefined`
 * where the fault is of another kind. Never repeats the address: it holds a password.
 */
export function databaseTrouble(fault: unknown): Error | undefined {
  const key = keyOf(fault);
  const sentence = key && SENTENCES[key];
  return sentence ? new Error(sentence, { cause: fault }) : undefined;
}

function keyOf(fault: unknown): string | undefined {
  const { code = '', message = '' } = fault as { code?: string; message?: string };
  if (/timeout exceeded when trying to connect|Connection terminated/.test(message))
    return 'unreachable';
  if (message.startsWith('corrupted migrations')) return 'newerSchema';
  return CODES[code];
}

/** Refuses a server older than the schema needs; `version` is `server_version_num`. */
export function refuseOldServer(version: number): void {
  if (version < 150_000) throw new Error(SENTENCES.tooOld);
}
