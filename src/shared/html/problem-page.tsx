import type { FieldProblem } from '../problem.ts';
import type { Frame } from '../web.ts';
import { Actions, ButtonLink } from './button.tsx';
import { Page } from './page.tsx';
import { PageHead } from './sections.tsx';

export interface ProblemPageProps {
  readonly frame: Frame;
  /** The sentence of the catalogue: what, why, what to do. */
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
}

/** A refusal or failure as a page of its own: the sentence, its details, ways on. */
export function ProblemPage({ frame, message, fields = [] }: ProblemPageProps) {
  return (
    <Page frame={frame} title="Chưa làm được việc này">
      <PageHead title="Chưa làm được việc này" lead={message} />
      {fields.length ? (
        <ul>
          {fields.map((one) => (
            <li key={one.field}>{one.message}</li>
          ))}
        </ul>
      ) : null}
      <Actions>
        {frame.person ? (
          <ButtonLink href="/work" kind="primary">
            Về Việc của tôi
          </ButtonLink>
        ) : (
          <ButtonLink href="/" kind="primary">
            Về trang đầu
          </ButtonLink>
        )}
      </Actions>
    </Page>
  );
}
