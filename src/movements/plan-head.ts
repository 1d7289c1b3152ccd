import { type Day, parseDay } from '../shared/day.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';

/** The head of a plan as a person corrects it; `version` is that of the page seen. */
export interface PlanHead {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly title: string;
  readonly place: string | null;
  readonly issuedOn: Day | null;
  readonly issuerName: string | null;
  readonly version: number;
}

/** The form of the head, or what is wrong with it. Blank stays blank: nothing is invented. */
export function readHead(
  typed: Readonly<Record<string, string | undefined>>,
): PlanHead | { readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const words = (field: string) => clean(typed[field] ?? '') || null;
  const title = words('title');
  if (title === null) faults.push({ field: 'title', message: 'Hãy ghi trích yếu của kế hoạch.' });
  const written = words('issuedOn');
  const issuedOn = written === null ? null : (parseDay(written) ?? null);
  if (written !== null && issuedOn === null)
    faults.push({
      field: 'issuedOn',
      message: `“${written}” không phải là một ngày có trong lịch.`,
    });
  if (faults.length > 0 || title === null) return { faults };
  const { number, symbol, place, issuerName } = {
    ...{ number: words('number'), symbol: words('symbol') },
    ...{ place: words('place'), issuerName: words('issuerName') },
  };
  return { number, symbol, title, place, issuedOn, issuerName, version: readVersion(typed) };
}

/** The version of the tree that the person saw; -1, which none has, when the form says none. */
export function readVersion(typed: Readonly<Record<string, string | undefined>>): number {
  return /^\d{1,9}$/.test(typed.version ?? '') ? Number(typed.version) : -1;
}
