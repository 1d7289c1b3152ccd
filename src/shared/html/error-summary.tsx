import type { FieldProblem } from '../problem.ts';
import { fieldId } from './field.tsx';
import { ToneShape } from './tone.tsx';

export interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** What stands above the list when it is not only about fields. */
  readonly message?: string | undefined;
}

/** All faults of a form above it, each leading to its field. Nothing wrong: nothing shown. */
export function ErrorSummary({ problems, message }: ErrorSummaryProps) {
  if (problems.length === 0 && !message) return null;
  const title = message ?? `Có ${problems.length} chỗ cần sửa trước khi tiếp tục`;
  return (
    <div class="notice tone-late" role="alert" id="faults" tabIndex={-1}>
      <ToneShape tone="late" />
      <div class="notice-body">
        <h2 class="notice-title">{title}</h2>
        {problems.length ? (
          <ul>
            {problems.map((one) => (
              <li key={one.field}>
                <a href={`#${fieldId(one.field)}`}>{one.message}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

/** The sentence for one field among those found, to hand to its `error`. */
export function errorOf(problems: readonly FieldProblem[], field: string): string | undefined {
  return problems.find((one) => one.field === field)?.message;
}
