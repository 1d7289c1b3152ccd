import type { ComponentChildren } from 'preact';

export interface EmptyProps {
  /** One kind sentence: why there is nothing, or that all is done. */
  readonly sentence: string;
  /** The first step, usually a `ButtonLink`. */
  readonly children?: ComponentChildren;
}

/** Nothing here, said kindly, with the first step. */
export function Empty({ sentence, children }: EmptyProps) {
  return (
    <div class="empty">
      <svg class="knot" viewBox="0 0 96 24" aria-hidden="true">
        <path d="M12 12l6-6 6 6-6 6zm20 0l12-12 12 12-12 12zm6 0l6 6 6-6-6-6zm30 0l6-6 6 6-6 6z" />
      </svg>
      <p>{sentence}</p>
      {children}
    </div>
  );
}
