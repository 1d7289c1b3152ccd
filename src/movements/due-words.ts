import { asDay, type Day, parseDay, showDay } from '../shared/day.ts';
import type { FieldProblem } from '../shared/problem.ts';
import type { DueRule } from './due-rule.ts';
import { readYear } from './movement.ts';

/** `Trước ngày 20/11 hằng năm`, `Hết ngày 18/11 hằng năm`, `Năm 2023`, `Từ 02/06/2022 đến 31/12/2025` */
export function dueInWords(rule: DueRule): string {
  if (rule.kind === 'year') return `Năm ${rule.year}`;
  if (rule.kind === 'period') return `Từ ${showDay(rule.from)} đến ${showDay(rule.to)}`;
  const date = `${String(rule.day).padStart(2, '0')}/${String(rule.month).padStart(2, '0')}`;
  return rule.inclusive ? `Hết ngày ${date} hằng năm` : `Trước ngày ${date} hằng năm`;
}

type Typed = Readonly<Record<string, string | undefined>>;

/**
 * The due rule of a form (`due`, `dueDay`, `dueYear`, `dueFrom`, `dueTo`), or `undefined` with
 * sentences in `faults`. 29/2 is refused as a yearly day: it is missing in three years of four.
 */
export function readDueRule(typed: Typed, faults: FieldProblem[]): DueRule | undefined {
  if (typed.due === 'before' || typed.due === 'until') return readYearly(typed, faults);
  if (typed.due === 'year') {
    const year = readYear(typed, 'dueYear', faults);
    return year ? { kind: 'year', year } : undefined;
  }
  if (typed.due === 'period') return readPeriod(typed, faults);
  faults.push({ field: 'due', message: 'Hãy chọn cách tính hạn.' });
  return undefined;
}

function readYearly(typed: Typed, faults: FieldProblem[]): DueRule | undefined {
  const written = (typed.dueDay ?? '').trim();
  const [, date = '', month = ''] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(written) ?? [];
  const ofAnyYear = asDay(`2025-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (ofAnyYear === undefined) {
    const message = written
      ? `“${written}” không phải là ngày có trong mọi năm. Hãy ghi ngày/tháng, ví dụ 20/11.`
      : 'Hãy ghi ngày/tháng của hạn hằng năm, ví dụ 20/11.';
    faults.push({ field: 'dueDay', message });
    return undefined;
  }
  return {
    ...{ kind: 'yearly', day: Number(date), month: Number(month) },
    inclusive: typed.due === 'until',
  };
}

function readPeriod(typed: Typed, faults: FieldProblem[]): DueRule | undefined {
  const from = dayIn(typed, 'dueFrom', faults);
  const to = dayIn(typed, 'dueTo', faults);
  if (!from || !to) return undefined;
  if (from <= to) return { kind: 'period', from, to };
  faults.push({ field: 'dueTo', message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' });
  return undefined;
}

/** A day that must be written; a wrong one gets a sentence. */
export function dayIn(typed: Typed, field: string, faults: FieldProblem[]): Day | undefined {
  const written = (typed[field] ?? '').trim();
  const found = parseDay(written);
  if (!found) {
    const message = written
      ? `“${written}” không phải là một ngày có trong lịch.`
      : 'Hãy ghi ngày, ví dụ 19/11/2025.';
    faults.push({ field, message });
  }
  return found;
}

/** A rule as the fields of the form hold it. */
export function dueAsTyped(rule: DueRule): Record<string, string> {
  if (rule.kind === 'year') return { due: 'year', dueYear: String(rule.year) };
  if (rule.kind === 'period')
    return { due: 'period', dueFrom: showDay(rule.from), dueTo: showDay(rule.to) };
  return { due: rule.inclusive ? 'until' : 'before', dueDay: `${rule.day}/${rule.month}` };
}
