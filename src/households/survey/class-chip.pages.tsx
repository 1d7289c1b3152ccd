import { Status } from '../../shared/html/status.tsx';
import type { Tone } from '../../shared/html/tone.tsx';
import { CLOSINGS, type ListedClosing } from './household-filter.ts';

const TONES: Readonly<Record<ListedClosing, Tone>> = {
  pending: 'idle',
  poor: 'due',
  'near-poor': 'info',
  'not-poor': 'done',
  gone: 'idle',
};

/** Where a household stands at the closing; not yet reviewed is a state of its own. */
export function ClassChip({ closing }: { readonly closing: ListedClosing | null }) {
  const key = closing ?? 'pending';
  return <Status tone={TONES[key]}>{CLOSINGS[key]}</Status>;
}
