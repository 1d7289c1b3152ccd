import { PROBLEMS, type ProblemKey } from './problems.ts';

/** A fault at one field of a form: what the person reads beside it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * Something that went wrong and that a person can read: what, why, what to do.
 * `key` names an entry of the catalogue; `words` fill its `{gaps}`.
 */
export class Problem extends Error {
  readonly key: ProblemKey;
  readonly status: number;
  readonly fields: readonly FieldProblem[];

  constructor(
    key: ProblemKey,
    words: Record<string, string | number> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(fillGaps(PROBLEMS[key].message, words));
    this.name = 'Problem';
    this.key = key;
    this.status = PROBLEMS[key].status;
    this.fields = fields;
  }
}

function fillGaps(message: string, words: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? `{${word}}`));
}
