import { Status } from '../../shared/html/status.tsx';
import { type CommuneStatus, STATUS_NAMES } from './review-round.ts';

const TONES = { open: 'due', posted: 'info', recognised: 'done' } as const;

/** How far a commune's review is; not begun is a state of its own. */
export function CommuneStatusChip({ status }: { readonly status: CommuneStatus | undefined }) {
  if (!status) return <Status tone="idle">Chưa bắt đầu</Status>;
  return <Status tone={TONES[status]}>{STATUS_NAMES[status]}</Status>;
}
