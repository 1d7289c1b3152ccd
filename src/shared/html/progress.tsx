import { showNumber } from '../vietnamese.ts';

export interface ProgressProps {
  /** What is counted: "Đơn vị đã nộp". */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** The noun of the count: "đơn vị". */
  readonly noun: string;
}

/** How far, with the count in words: "62/114 đơn vị". */
export function Progress({ label, done, of, noun }: ProgressProps) {
  const count = `${showNumber(done)}/${showNumber(of)} ${noun}`;
  return (
    <div class="progress">
      <div class="progress-line">
        <span>{label}</span>
        <strong class="number">{count}</strong>
      </div>
      <progress value={done} max={Math.max(of, 1)} aria-label={`${label}: ${count}`} />
    </div>
  );
}
