import { showInstant } from '../shared/day.ts';
import { Status } from '../shared/html/status.tsx';

interface Account {
  readonly login: string | null;
  readonly must_change_password: boolean | null;
  readonly disabled_at: Date | null;
}

/** How an account stands, in a word. */
export function AccountState({ account }: { account: Account }) {
  if (!account.login) return <Status tone="idle">Chưa có</Status>;
  if (account.disabled_at) return <Status tone="late">Đã khóa</Status>;
  if (account.must_change_password) return <Status tone="due">Chờ đăng nhập lần đầu</Status>;
  return <Status tone="done">Đang dùng</Status>;
}

/** `Đã khóa từ 14:32 ngày 19/11/2025` for the page of one person. */
export function disabledSince(account: Account): string | undefined {
  return account.disabled_at ? `từ ${showInstant(account.disabled_at)}` : undefined;
}
