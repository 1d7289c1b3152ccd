import { type Day, parseDay } from '../shared/day.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';
import { asLogin, loginFault } from './login-name.ts';
import { DUTY_NAMES, type Duty } from './person.ts';

/** Someone to be created with an account, checked. No login: one is made from the name. */
export interface PersonDraft {
  readonly id: string;
  readonly fullName: string;
  readonly email: string | undefined;
  readonly login: string | undefined;
  readonly unitId: string;
  readonly title: string;
  readonly duties: readonly Duty[];
  readonly from: Day;
}

export interface TypedPerson {
  readonly fullName: string;
  readonly email: string;
  readonly login: string;
  readonly unitId: string;
  readonly title: string;
  readonly duties: readonly string[];
  readonly from: string;
}

/** What was typed, as a draft or as faults with the field that each belongs to. */
export function checkPerson(
  id: string,
  typed: TypedPerson,
): { draft: PersonDraft } | { faults: FieldProblem[] } {
  const from = parseDay(typed.from);
  const email = clean(typed.email);
  const login = asLogin(typed.login);
  const faults = [
    fault('fullName', nameFault(clean(typed.fullName))),
    fault('title', titleFault(clean(typed.title))),
    fault(
      'unitId',
      typed.unitId ? undefined : 'Chưa chọn đơn vị. Hãy chọn nơi người này làm việc.',
    ),
    fault('from', from ? undefined : 'Chưa hiểu ngày này. Hãy nhập như 01/07/2025.'),
    fault('email', emailFault(email)),
    fault('login', login ? loginFault(login) : undefined),
  ].flat();
  if (faults.length > 0 || !from) return { faults };
  return {
    draft: {
      id,
      fullName: oneSpaced(typed.fullName),
      email: email || undefined,
      login: login || undefined,
      unitId: typed.unitId,
      title: oneSpaced(typed.title),
      duties: DUTY_NAMES.filter((duty) => typed.duties.includes(duty)),
      from,
    },
  };
}

function fault(field: string, message: string | undefined): FieldProblem[] {
  return message ? [{ field, message }] : [];
}

/** A name of at least two words of letters; Vietnamese names never carry digits. */
export function nameFault(name: string): string | undefined {
  if (!name) return 'Chưa có họ tên. Hãy ghi đủ họ, đệm và tên.';
  if (name.length > 100) return 'Họ tên dài quá 100 chữ. Hãy kiểm tra lại.';
  if (!/^[\p{L}\p{M}'.\- ]+$/u.test(name) || !/\p{L}/u.test(name))
    return `Họ tên “${name}” có ký tự không phải chữ. Hãy kiểm tra lại.`;
  if (!name.includes(' ')) return `Họ tên “${name}” mới có một chữ. Hãy ghi đủ họ và tên.`;
  return undefined;
}

/** The title of a position, as it will stand under a signature. */
export function titleFault(title: string): string | undefined {
  if (!title) return 'Chưa có chức vụ. Ví dụ: Chuyên viên, Chủ tịch.';
  return title.length > 150 ? 'Chức vụ dài quá 150 chữ. Hãy rút gọn.' : undefined;
}

function emailFault(email: string): string | undefined {
  if (!email || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return undefined;
  return 'Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@donvi.gov.vn; có thể để trống.';
}

function oneSpaced(text: string): string {
  return clean(text).replace(/\s+/g, ' ');
}
