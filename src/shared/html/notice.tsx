import type { ComponentChildren } from 'preact';
import { type Tone, ToneShape } from './tone.tsx';

export type NoticeKind = 'success' | 'info' | 'warning' | 'error';

export interface NoticeProps {
  readonly kind: NoticeKind;
  /** One line: what happened. */
  readonly title?: ComponentChildren;
  /** What next. */
  readonly children?: ComponentChildren;
}

const TONES: Readonly<Record<NoticeKind, Tone>> = {
  success: 'done',
  info: 'info',
  warning: 'due',
  error: 'late',
};

const KIND_WORDS: Readonly<Record<NoticeKind, string>> = {
  success: 'Đã xong:',
  info: 'Cần biết:',
  warning: 'Lưu ý:',
  error: 'Có lỗi:',
};

/** What happened and what next. Faults interrupt a screen reader, the rest wait their turn. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`notice tone-${TONES[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      <ToneShape tone={TONES[kind]} />
      <div class="notice-body">
        <span class="sr-only">{KIND_WORDS[kind]}</span>
        {title ? <p class="notice-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
