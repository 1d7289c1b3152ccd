import type { ComponentChildren } from 'preact';
import { type Day, daysBetween, distance, showDay } from '../day.ts';
import { showMoney, showNumber, showPercent } from '../vietnamese.ts';
import { Status } from './status.tsx';

/** `1.234,5`, with its unit behind it when given. */
export function NumberText({ value, unit }: { readonly value: number; readonly unit?: string }) {
  return (
    <span class="number">
      {showNumber(value)}
      {unit ? (
        <>
          {' '}
          <span class="unit">{unit}</span>
        </>
      ) : null}
    </span>
  );
}

/** `19,46 %`; the value is already in percent. */
export function PercentText({ value }: { readonly value: number }) {
  return <span class="number">{showPercent(value)}</span>;
}

/** `1.250.000 đồng` */
export function MoneyText({ dong }: { readonly dong: number }) {
  return <span class="number">{showMoney(dong)}</span>;
}

/** `19/11/2025` */
export function DayText({ on }: { readonly on: Day }) {
  return (
    <time class="number" dateTime={on}>
      {showDay(on)}
    </time>
  );
}

export interface DeadlineTextProps {
  readonly due: Day;
  readonly today: Day;
  /** From how many days before it warns; 14 unless told. */
  readonly warnFrom?: number;
}

/** `19/11/2025 (còn 3 ngày)`: red when over, amber when near. */
export function DeadlineText({ due, today, warnFrom = 14 }: DeadlineTextProps) {
  const left = daysBetween(today, due);
  const words = distance(today, due);
  if (left >= warnFrom)
    return (
      <span>
        <DayText on={due} /> ({words})
      </span>
    );
  return (
    <span>
      <DayText on={due} /> <Status tone={left < 0 ? 'late' : 'due'}>{words}</Status>
    </span>
  );
}

/** A figure we do not have: "—", never 0; the reason opens on demand. */
export function Missing({ reason }: { readonly reason?: ComponentChildren }) {
  const dash = (
    <>
      <span class="mark-missing" aria-hidden="true">
        —
      </span>
      <span class="sr-only">chưa có số liệu</span>
    </>
  );
  if (!reason) return dash;
  return (
    <details class="why">
      <summary>{dash}</summary>
      <span class="why-text">{reason}</span>
    </details>
  );
}

/** "Nothing to report" is an answer: a ring, told apart from 0 and from "—". */
export function Nil() {
  return (
    <>
      <span class="mark-nil" aria-hidden="true">
        ○
      </span>
      <span class="sr-only">không phát sinh</span>
    </>
  );
}

/** The three marks explained; stands under a matrix. */
export function MarksLegend() {
  return (
    <ul class="legend">
      <li>
        <Missing /> <span aria-hidden="true">chưa báo cáo</span>
      </li>
      <li>
        <Nil /> <span aria-hidden="true">báo cáo “không phát sinh”</span>
      </li>
      <li>
        <span class="number">0</span> số liệu bằng không
      </li>
    </ul>
  );
}
