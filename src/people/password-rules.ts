import { fold } from '../shared/vietnamese.ts';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** The openings and whole words that guessers try first, folded and without digits at the ends. */
const COMMON = new Set([
  'password', 'matkhau', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'iloveyou', 'anhyeuem', 'admin',
  'administrator', 'vietnam', 'laichau', 'congchuc', 'abcdefghij', 'letmein', 'welcome', 'xinchao',
  'hanhphuc', 'giadinh', 'saigon', 'hanoi', 'bacho', 'hochiminh', 'test', 'user', 'canbo', 'uyban',
]); // biome-ignore format: a list to read across

/**
 * What is wrong with a password that someone chooses, in a sentence; `undefined` when it may
 * be used. No forced mix of signs: length and not being guessable count (NIST SP 800-63B, 5.1.1).
 */
export function passwordFault(
  password: string,
  owner: { readonly login: string; readonly name: string },
): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD)
    return `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự; mật khẩu vừa nhập có ${length}. Hãy ghép vài từ dễ nhớ với bạn.`;
  if (length > LONGEST_PASSWORD)
    return `Mật khẩu dài quá ${LONGEST_PASSWORD} ký tự. Hãy rút ngắn lại.`;
  if (isOwnersName(password, owner))
    return 'Mật khẩu trùng với tên đăng nhập hoặc họ tên nên dễ đoán. Hãy chọn mật khẩu khác.';
  if (isCommon(password))
    return 'Mật khẩu này nhiều người dùng hoặc chỉ lặp lại vài ký tự nên dễ đoán. Hãy chọn mật khẩu khác.';
  return undefined;
}

function isOwnersName(password: string, owner: { login: string; name: string }): boolean {
  const core = bare(password);
  const names = [owner.login, owner.name].map(bare);
  return core !== '' && names.includes(core);
}

function isCommon(password: string): boolean {
  const signs = fold(password).replace(/\s/g, '');
  return new Set(signs).size < 4 || isRun(signs) || COMMON.has(bare(password));
}

/** Keys in a row: `0123456789`, `9876543210`, `abcdefghijk`. */
function isRun(signs: string): boolean {
  const steps = [...signs].slice(1).map((sign, at) => sign.charCodeAt(0) - signs.charCodeAt(at));
  const even = steps.filter((step) => step === steps[0] && Math.abs(step) === 1).length;
  return even >= steps.length - 1;
}

/** Letters only: `MậtKhẩu@123` and `matkhau` are one. */
function bare(text: string): string {
  return fold(text).replace(/[^a-z]/g, '');
}
