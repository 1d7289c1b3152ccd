import { type Day, showDay } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { Status } from '../shared/html/status.tsx';

/** A position or duty at a unit for a time; an empty end is open. */
export interface Period {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

interface PeriodLineProps {
  readonly title: string;
  readonly held: Period;
  readonly today: Day;
  readonly end: { readonly href: string; readonly label: string } | undefined;
}

/** Something held for a time, with the way to end it. */
export function PeriodLine({ title, held, today, end }: PeriodLineProps) {
  return (
    <li class="duty">
      <div>
        <p class="duty-title">{title}</p>
        <div class="duty-facts">
          <span>{periodInWords(held)}</span>
          {held.valid_from > today ? <Status tone="due">Chưa đến ngày</Status> : null}
        </div>
      </div>
      {end ? <ButtonLink href={end.href}>{end.label}</ButtonLink> : null}
    </li>
  );
}

/** What is over, folded away. */
export function Past({ title, children }: { title: string; children: readonly string[] }) {
  if (children.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({children.length})
      </summary>
      <ul>
        {children.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** Does it hold on this day? */
export function holds(held: Period, today: Day): boolean {
  return held.valid_from <= today && !isOver(held, today);
}

export function isOver(held: Period, today: Day): boolean {
  return held.valid_to !== null && held.valid_to < today;
}

/** `từ 01/07/2025 đến hết 31/12/2025` */
export function periodInWords({ valid_from, valid_to }: Period): string {
  const end = valid_to ? ` đến hết ${showDay(valid_to)}` : '';
  return `từ ${showDay(valid_from)}${end}`;
}
