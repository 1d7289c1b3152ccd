import type { ComponentChildren } from 'preact';
import type { Tone } from './tone.tsx';

/** A plan as one sheet with its margin; holds `ClauseRow`s in the document's order. */
export function PlanSheet({ children }: { readonly children: ComponentChildren }) {
  return <div class="plan">{children}</div>;
}

export interface ClauseRowProps {
  /** The anchor of the clause; `ClauseBar` links here. */
  readonly id: string;
  /** 1 section, 2 item, 3 sub-item, 4 dash. */
  readonly level: 1 | 2 | 3 | 4;
  /** The number as printed: "II.", "1.", "a)", "-". */
  readonly mark?: string;
  /** A heading clause; shown bold as printed. */
  readonly title?: string;
  /** Its text, one entry a paragraph. */
  readonly paragraphs?: readonly string[];
  /** The edge of the sheet takes its colour. None: nothing is asked of the clause. */
  readonly tone?: Tone | undefined;
  /** Margin notes; without them the margin stays free. */
  readonly notes?: ComponentChildren;
  /** What the notes are about, for the ear: unlike the number as printed, said of no other clause. */
  readonly about?: string;
}

/** One clause: the sentence as signed, and beside it what the system knows. */
export function ClauseRow(props: ClauseRowProps) {
  const { id, level, mark, title, paragraphs = [], tone, notes, about } = props;
  const state = tone ? ` tone-${tone}` : '';
  return (
    <section class={`clause clause-level-${level}${state}`} id={id}>
      <div class="clause-text">
        {title ? <ClauseTitle {...{ level, mark, title }} /> : null}
        {paragraphs.map((text, place) => (
          <p key={text}>
            {mark && !title && place === 0 ? <span class="clause-mark">{mark} </span> : null}
            {text}
          </p>
        ))}
      </div>
      {notes ? (
        <aside
          class="clause-notes"
          aria-label={`Ghi chú bên lề ${about ?? ([mark, title].filter(Boolean).join(' ') || id)}`}
        >
          {notes}
        </aside>
      ) : null}
    </section>
  );
}

function ClauseTitle({ level, mark, title }: Pick<ClauseRowProps, 'level' | 'mark' | 'title'>) {
  const Heading = level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4';
  return (
    <Heading class="clause-title">
      {mark ? `${mark} ` : ''}
      {title}
    </Heading>
  );
}

export interface MarginNoteProps {
  /** The note in one line: a `Status`, a `Spark`, a few words. */
  readonly note: ComponentChildren;
  /** What opens under it, beside the text and never over it. */
  readonly children?: ComponentChildren;
}

/** One small note in the margin. */
export function MarginNote({ note, children }: MarginNoteProps) {
  if (!children) return <div class="margin-note-line">{note}</div>;
  return (
    <details class="margin-note">
      <summary>
        <span class="margin-note-line">{note}</span>
      </summary>
      <div class="margin-note-body">{children}</div>
    </details>
  );
}
