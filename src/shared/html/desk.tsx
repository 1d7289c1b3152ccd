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

/** A plain A4 sheet for a text that has no document style of its own. */
export function Sheet({ children }: { readonly children: ComponentChildren }) {
  return <article class="sheet">{children}</article>;
}
