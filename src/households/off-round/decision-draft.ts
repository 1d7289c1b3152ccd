import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import type { Verdict } from './class-request.ts';
import { type Faults, NO_DAY, readWhole, type Say, type Typed } from './typed-request.ts';

/** What the chairman decides. */
export interface Decision {
  readonly verdict: Verdict;
  readonly number: number;
  readonly decidedOn: Day;
  /** Of a refusal. */
  readonly reason: string | null;
}

/** Reads the decision on a request; `borneOut`: the survey allows to grant it. */
export function readDecision(
  typed: Typed,
  request: { readonly notBefore: Day; readonly today: Day; readonly borneOut: boolean },
): Decision | Faults {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const verdict = readVerdict(typed.verdict, request.borneOut, say);
  const reason = clean(typed.reason ?? '');
  if (verdict === 'refuse' && reason.length < 10)
    say('reason', 'Từ chối thì phải nêu lý do để trả lời hộ bằng văn bản (từ 10 chữ cái).');
  const decision = {
    verdict,
    number: readWhole(typed.number, 'number', [1, 99_999], say),
    decidedOn: readDecided(typed.decidedOn, request, say),
    reason: verdict === 'refuse' ? reason : null,
  };
  return faults.length > 0 ? { faults } : decision;
}

/** Where nothing can be granted there is no choice, and the fault stands at the reason. */
function readVerdict(typed: string | undefined, borneOut: boolean, say: Say): Verdict {
  if (typed !== 'grant' && typed !== 'refuse') {
    if (borneOut) say('verdict', 'Hãy chọn công nhận hay từ chối.');
    return 'refuse';
  }
  if (typed === 'grant' && !borneOut)
    say(
      'reason',
      'Kết quả khảo sát không đúng với điều hộ đề nghị nên không công nhận được. Hãy khảo sát lại, hoặc từ chối và nêu lý do.',
    );
  return typed;
}

function readDecided(
  typed: string | undefined,
  { notBefore, today }: { readonly notBefore: Day; readonly today: Day },
  say: Say,
): Day {
  const on = parseDay(typed ?? '');
  if (!on) say('decidedOn', 'Hãy nhập ngày ký, ví dụ 20/11/2025.');
  else if (on > today)
    say('decidedOn', `Ngày ký không thể sau hôm nay (${showDay(today)}). Hãy nhập ngày ký thật.`);
  else if (on < notBefore)
    say(
      'decidedOn',
      `Ngày ký không thể trước ngày ${showDay(notBefore)}, khi nhận giấy hoặc khảo sát.`,
    );
  return on ?? NO_DAY;
}
