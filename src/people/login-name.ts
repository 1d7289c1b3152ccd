import { clean, fold } from '../shared/vietnamese.ts';

const SHAPE = /^[a-z][a-z0-9._-]{2,39}$/;

/**
 * The login that an office would give: the given name and the initials of the names before it,
 * without accents. `Nguyễn Thị Lan` → `lannt`.
 */
export function loginOf(fullName: string): string {
  const words = fold(fullName)
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean);
  const given = words.pop() ?? '';
  const login = given + words.map((word) => word[0]).join('');
  return login.length >= 3 ? login.slice(0, 36) : `${login}canbo`.slice(0, 8);
}

/** The login itself, or with the first number from 2 that nobody has: `lannt2`. */
export function freeLogin(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`)) number += 1;
  return `${wanted}${number}`;
}

/** A login as it is kept and compared: small letters, no blanks around. */
export function asLogin(typed: string): string {
  return clean(typed).toLowerCase();
}

/** What is wrong with a login that an administrator typed; `undefined` when it may be used. */
export function loginFault(login: string): string | undefined {
  if (SHAPE.test(login)) return undefined;
  return 'Tên đăng nhập gồm 3 đến 40 chữ cái không dấu hoặc chữ số, bắt đầu bằng chữ cái. Ví dụ: lannt.';
}
