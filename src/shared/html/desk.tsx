import type { ComponentChildren } from 'preact';

export interface DeskProps {
  /** How the document stands (draft, issued, changed since) and its buttons. */
  readonly bar?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A desk with a bar; a document lies on it. */
export function Desk({ bar, children }: DeskProps) {
  return (
    <div class="desk">
      {bar ? <div class="desk-bar">{bar}</div> : null}
      {children}
    </div>
  );
}
