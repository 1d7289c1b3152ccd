import { officialDay } from '../shared/day.ts';
import { ClauseRow } from '../shared/html/plan-layout.tsx';
import type { BoardClause } from './board.ts';
import type { MarginView } from './margin-view.ts';
import { pathInWords } from './path-words.ts';
import { ClauseNotes, hasNotes } from './plan-margin.pages.tsx';
import { printedMarker } from './reading/plan-marker.ts';
import { partOf, type StoredClause, type StoredPlan } from './stored-plan.ts';
import { STATE_TONES } from './task-note.pages.tsx';

/** The anchor of a clause on the plan's page. */
export function anchorOf(path: string): string {
  return `muc-${path}`;
}

/** One clause on the sheet: the words as signed, and beside them what the system knows. */
export function PaperClause({ clause, view }: { clause: BoardClause; view: MarginView }) {
  const { row, path, level, state } = clause;
  const mark = printedMarker(row.kind, row.marker);
  return (
    <ClauseRow
      id={anchorOf(path)}
      level={level}
      {...(mark !== '' && { mark })}
      {...(row.heading !== '' && { title: row.heading })}
      paragraphs={row.text === '' ? [] : [row.text]}
      tone={state && STATE_TONES[state]}
      about={`mục ${pathInWords(path)}`}
      notes={hasNotes(clause) ? <ClauseNotes clause={clause} view={view} /> : undefined}
    />
  );
}

interface PaperProps {
  readonly plan: StoredPlan;
  readonly clauses: readonly StoredClause[];
}

/** What stands above the outline: issuer, number, day, title, legal bases. */
export function PaperFront({ plan, clauses }: PaperProps) {
  return (
    <section class="clause plan-front" aria-label="Phần đầu của kế hoạch">
      <div class="clause-text">
        <div class="plan-letterhead">
          <p>
            <strong>{plan.issuerName ?? 'Cơ quan ban hành: chưa ghi'}</strong>
            <span>{numberOf(plan)}</span>
          </p>
          <p>
            <em>{dayOf(plan)}</em>
          </p>
        </div>
        <p class="plan-kind">{plan.kind}</p>
        <p class="plan-title">{plan.title}</p>
        {partOf(clauses, 'basis').map((one) => (
          <p class="plan-basis" key={one.id}>
            {one.text}
          </p>
        ))}
        {partOf(clauses, 'opening').map((one) => (
          <p key={one.id}>{one.text}</p>
        ))}
      </div>
    </section>
  );
}

/** `Số: 12/KH-UBND`; a blank number stays a blank as on the paper. */
export function numberOf({ number, symbol }: Pick<StoredPlan, 'number' | 'symbol'>): string {
  if (!number && !symbol) return 'Số: …';
  return `Số: ${[number ?? '…', symbol].filter(Boolean).join('/')}`;
}

function dayOf({ place, issuedOn, issuedYear }: StoredPlan): string {
  const when = issuedOn ? officialDay(issuedOn) : `ngày … tháng … năm ${issuedYear ?? '…'}`;
  return place ? `${place}, ${when}` : when;
}

/** What stands below the outline: the last paragraphs, recipients and signature, annexes. */
export function PaperEnd({ plan, clauses }: PaperProps) {
  const recipients = partOf(clauses, 'recipient');
  const annexes = partOf(clauses, 'annex');
  return (
    <section class="clause plan-end" aria-label="Phần cuối của kế hoạch">
      <div class="clause-text">
        {partOf(clauses, 'closing').map((one) => (
          <p key={one.id}>{one.text}</p>
        ))}
        <div class="plan-signing">
          <div class="plan-recipients">
            {recipients.length > 0 ? <p class="plan-recipients-head">Nơi nhận:</p> : null}
            <ul>
              {recipients.map((one) => (
                <li key={one.id}>{one.text}</li>
              ))}
            </ul>
          </div>
          <div class="plan-signature">
            {(plan.signature.lines ?? []).map((line, place) => (
              <p key={place}>{line}</p>
            ))}
          </div>
        </div>
        {annexes.map((one) => (
          <p key={one.id}>{one.text}</p>
        ))}
      </div>
    </section>
  );
}
