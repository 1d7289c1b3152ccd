import { showNumber } from '../../shared/vietnamese.ts';
import { isEmpty, NOTHING, type Value } from './figure.ts';
import { type Form, type FormCheck, type FormField, fieldsOf, typedFields } from './form.ts';

/** Something about a figure that the sender must mend, or may keep with a reason. */
export interface Warning {
  readonly slug: string;
  readonly message: string;
  /** A missing value can only be given; a doubtful one may be kept "vì…". */
  readonly keepable: boolean;
}

/** Values by slug: this report's, and last round's for comparing. */
export type Values = ReadonlyMap<string, Value>;

/** All that is missing or doubtful in a filled form, in the form's own order. */
export function warningsOf(form: Form, values: Values, lastYear: Values): Warning[] {
  const byField = typedFields(form).flatMap((field) => fieldWarnings(field, values, lastYear));
  const slugs = new Set(fieldsOf(form).map((field) => field.slug));
  const byCheck = form.checks
    .filter((check) => slugs.has(check.result))
    .flatMap((check) => checkWarning(check, values) ?? []);
  return [...byField, ...byCheck];
}

function fieldWarnings(field: FormField, values: Values, lastYear: Values): Warning[] {
  const value = values.get(field.slug) ?? NOTHING;
  if (isEmpty(value)) return field.required ? [missing(field)] : [];
  const doubts = [outOfBounds(field, value), bigChange(field, value, lastYear.get(field.slug))];
  return doubts
    .filter((message) => message !== undefined)
    .map((message) => ({ slug: field.slug, message, keepable: true }));
}

function missing({ slug, kind }: FormField): Warning {
  const mend =
    kind === 'count' || kind === 'money' ? 'nếu không có, nhập 0' : 'nếu không có, ghi “Không”';
  return { slug, message: `Chưa điền. Hãy nhập; ${mend}.`, keepable: false };
}

function outOfBounds({ minimum, maximum }: FormField, { amount }: Value): string | undefined {
  if (amount === null) return undefined;
  if (minimum !== null && amount < minimum)
    return `Nhỏ hơn mức thường gặp (${showNumber(minimum)}). Hãy kiểm tra lại số hoặc đơn vị tính.`;
  if (maximum !== null && amount > maximum)
    return `Lớn hơn mức thường gặp (${showNumber(maximum)}). Hãy kiểm tra lại số hoặc đơn vị tính.`;
  return undefined;
}

function bigChange(field: FormField, { amount }: Value, before?: Value): string | undefined {
  const was = before?.amount;
  if (field.warnChangePercent === null || amount === null || !was) return undefined;
  const change = ((amount - was) / was) * 100;
  if (Math.abs(change) <= field.warnChangePercent) return undefined;
  const direction = change > 0 ? 'Tăng' : 'Giảm';
  return `${direction} ${showNumber(Math.round(Math.abs(change)))} % so với năm trước (${showNumber(was)}). Hãy kiểm tra lại.`;
}

function checkWarning(check: FormCheck, values: Values): Warning | undefined {
  const result = values.get(check.result)?.amount ?? null;
  const terms = check.terms.map(({ figure, sign }) => {
    const amount = values.get(figure)?.amount ?? null;
    return amount === null ? null : sign * amount;
  });
  if (result === null || terms.some((term) => term === null)) return undefined;
  const sum = terms.reduce<number>((total, term) => total + (term ?? 0), 0);
  const holds = check.relation === '=' ? sum === result : sum <= result;
  if (holds) return undefined;
  const found = `${check.message} Tính ra ${showNumber(sum)}, đang ghi ${showNumber(result)}.`;
  return { slug: check.result, message: found, keepable: true };
}
