import { readDay } from '../../reporting/rounds/round-draft.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import { OUTCOMES, type Outcome } from './objection.ts';

/** An objection as it is received. */
export interface ObjectionWish {
  readonly saidBy: string;
  readonly receivedOn: Day;
  /** Of the household that it is about; empty: one that is not in the review. */
  readonly code: string;
  readonly content: string;
}

/** How it is answered; an upheld one may name the household only now. */
export interface AnswerWish {
  readonly outcome: Outcome;
  readonly answer: string;
  readonly code: string;
}

type Typed = Readonly<Record<string, string | undefined>>;
type Faults = { readonly faults: readonly FieldProblem[] };

/** The typed objection, or the sentence for each field. */
export function readObjection(
  typed: Typed,
  { today, firstPostedOn }: { readonly today: Day; readonly firstPostedOn: Day },
): { readonly wish: ObjectionWish } | Faults {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const receivedOn = readDay(typed, 'receivedOn', say);
  if (receivedOn && receivedOn > today)
    say('receivedOn', `Ngày nhận không thể sau hôm nay (${showDay(today)}).`);
  if (receivedOn && receivedOn < firstPostedOn)
    say(
      'receivedOn',
      `Danh sách niêm yết từ ngày ${showDay(firstPostedOn)}; ý kiến trước đó được nêu tại cuộc họp dân.`,
    );
  const saidBy = clean(typed.saidBy ?? '').replace(/\s+/g, ' ');
  if (saidBy === '') say('saidBy', 'Hãy ghi họ và tên người phản ánh.');
  const content = clean(typed.content ?? '');
  if (content === '') say('content', 'Hãy ghi nội dung phản ánh.');
  if (faults.length > 0 || !receivedOn) return { faults };
  return { wish: { saidBy, receivedOn, content, code: codeOf(typed) } };
}

/** The typed answer, or the sentence for each field. */
export function readAnswer(typed: Typed): { readonly wish: AnswerWish } | Faults {
  const faults: FieldProblem[] = [];
  const outcome = (Object.keys(OUTCOMES) as Outcome[]).find((one) => one === typed.outcome);
  if (!outcome) faults.push({ field: 'outcome', message: 'Hãy chọn phản ánh có cơ sở hay không.' });
  const answer = clean(typed.answer ?? '');
  if (answer === '')
    faults.push({
      field: 'answer',
      message: 'Hãy ghi trả lời: đã xác minh thế nào, vì sao giữ hoặc rà soát lại.',
    });
  if (faults.length > 0 || !outcome) return { faults };
  return { wish: { outcome, answer, code: codeOf(typed) } };
}

/** A code as it is kept, `MT-001`, however it was typed. */
function codeOf(typed: Typed): string {
  return clean(typed.code ?? '').toLocaleUpperCase('vi');
}
