import type { ComponentChildren } from 'preact';
import { type Tone, ToneShape } from './tone.tsx';

export interface StatusProps {
  readonly tone: Tone;
  /** The word, always shown: "Đã nộp", "Quá 2 ngày". */
  readonly children: ComponentChildren;
}

/** A chip that says how something stands: shape, word, then colour. */
export function Status({ tone, children }: StatusProps) {
  return (
    <span class={`status tone-${tone}`}>
      <ToneShape tone={tone} />
      <span>{children}</span>
    </span>
  );
}
