import { type Day, dayInVietnam } from '../../src/shared/day.ts';

/**
 * A clock that a story sets. Each look at it is a millisecond later than the one before, so
 * that what happens in order is noted in order, and always at the same instants.
 */
export class Clock {
  #instant: number;

  constructor(today: Day) {
    this.#instant = morningOf(today);
  }

  now(): Date {
    this.#instant += 1;
    return new Date(this.#instant);
  }

  today(): Day {
    return dayInVietnam(new Date(this.#instant));
  }

  /** Eight in the morning of a day, Vietnam time. */
  setToday(day: Day): void {
    this.#instant = morningOf(day);
  }

  wait(minutes: number): void {
    this.#instant += minutes * 60_000;
  }
}

function morningOf(day: Day): number {
  return Date.parse(`${day}T08:00:00+07:00`);
}
