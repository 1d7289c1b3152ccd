import { readDay } from '../../reporting/rounds/round-draft.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import { type DecisionWish, usualWords } from './decision.ts';
import { basesFor } from './legal-bases.ts';

type Typed = Readonly<Record<string, string | undefined>>;

/** The form as it is offered: next number, today, and the usual words of such a decision. */
export function usualDecision(
  { year, today, next }: { readonly year: number; readonly today: Day; readonly next: number },
  communeName: string,
): Record<string, string> {
  const { executors, recipients, proposal } = usualWords(communeName);
  return {
    number: String(next).padStart(2, '0'),
    issuedOn: showDay(today),
    legalBases: [...basesFor(year).map(({ text }) => `Căn cứ ${text}`), proposal].join('\n'),
    executors,
    recipients: recipients.join('\n'),
  };
}

export interface DecisionBounds {
  readonly today: Day;
  /** The last day of the posting: the decision comes after it. */
  readonly until: Day;
}

/** The typed decision, or the sentence for each field. */
export function readDecision(
  typed: Typed,
  bounds: DecisionBounds,
): { readonly wish: DecisionWish } | { readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const number = parseNumber(typed.number ?? '');
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > 99_999)
    say('number', 'Hãy nhập số quyết định là số nguyên từ 1 trở lên.');
  const issuedOn = readDay(typed, 'issuedOn', say);
  if (issuedOn) judgeDay(issuedOn, bounds, say);
  const legalBases = lines(typed.legalBases);
  if (legalBases.length === 0) say('legalBases', 'Hãy ghi căn cứ, mỗi dòng một văn bản.');
  const executors = clean(typed.executors ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[.;,\s]+$/, '');
  if (executors === '') say('executors', 'Hãy ghi ai thi hành quyết định.');
  const recipients = lines(typed.recipients);
  if (recipients.length === 0) say('recipients', 'Hãy ghi nơi nhận, dòng cuối là nơi lưu.');
  if (faults.length > 0 || !issuedOn || number === undefined) return { faults };
  return { wish: { number, issuedOn, legalBases, executors, recipients } };
}

function judgeDay(
  issuedOn: Day,
  { today, until }: DecisionBounds,
  say: (field: string, message: string) => void,
): void {
  if (issuedOn > today)
    say('issuedOn', `Ngày ký không thể sau hôm nay (${showDay(today)}). Hãy nhập ngày ký thật.`);
  else if (issuedOn <= until)
    say(
      'issuedOn',
      `Danh sách niêm yết đến hết ngày ${showDay(until)}; quyết định chỉ ký được sau ngày đó.`,
    );
}

/** One entry a line, without the dashes and signs that print adds. */
function lines(text: string | undefined): string[] {
  return clean(text ?? '')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*[-–]\s*/, '')
        .replace(/[;.\s]+$/, '')
        .trim(),
    )
    .filter(Boolean);
}
