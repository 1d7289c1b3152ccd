import { Notice } from '../../shared/html/notice.tsx';
import { CommuneStatusChip } from '../rounds/commune-status.pages.tsx';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { AskedCommune } from './asked-commune.ts';
import { standingWords } from './table-words.ts';

export interface StandingProps {
  readonly round: ReviewRound;
  /** The communes behind the numbers. */
  readonly communes: readonly AskedCommune[];
}

/** Provisional, and by whom it is still open; or official, and by which document. */
export function Standing({ round, communes }: StandingProps) {
  const { official, title, because } = standingWords(round, communes);
  const open = official ? [] : communes.filter(({ status }) => status !== 'recognised');
  return (
    <Notice kind={official ? 'success' : 'info'} title={title}>
      <p>{because}</p>
      {open.length > 0 && communes.length > 1 ? <OpenCommunes communes={open} /> : null}
    </Notice>
  );
}

function OpenCommunes({ communes }: Pick<StandingProps, 'communes'>) {
  return (
    <details>
      <summary>{communes.length} xã chưa công nhận</summary>
      <ul>
        {communes.map(({ communeId, name, status }) => (
          <li key={communeId}>
            {name} <CommuneStatusChip status={status ?? undefined} />
          </li>
        ))}
      </ul>
    </details>
  );
}
