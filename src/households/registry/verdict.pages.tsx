import { Status } from '../../shared/html/status.tsx';
import { type DuplicatePair, VERDICTS } from './duplicates.ts';

/** What was said of a pair, or that nobody has. */
export function VerdictChip({ pair }: { readonly pair: DuplicatePair }) {
  if (!pair.verdict) return <Status tone="due">Chờ đối chiếu</Status>;
  return <Status tone={pair.verdict === 'same' ? 'info' : 'done'}>{VERDICTS[pair.verdict]}</Status>;
}
