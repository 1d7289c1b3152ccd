import type { Status } from '../../reporting/reports/report.ts';
import { addDays, type Day, day } from '../../shared/day.ts';
import type { Chance } from './chance.ts';
import type { Fate } from './fate.ts';
import { addWorkingDays, momentIn, workingDay } from './office-hours.ts';

export type CourseStep = 'prepare' | 'approve' | 'receive' | 'sendReturn' | 'accept';

/** The way of a report through the offices: steps in order of time. */
export interface Course {
  readonly status: Status;
  readonly steps: readonly { readonly step: CourseStep; readonly at: Date; readonly on: Day }[];
  readonly sentOn: Day | null;
}

const WAYS: Record<Fate['to'], readonly CourseStep[]> = {
  unsent: [],
  partly: [],
  prepared: ['prepare'],
  submitted: ['prepare', 'approve'],
  received: ['prepare', 'approve', 'receive'],
  returned: ['prepare', 'approve', 'receive', 'sendReturn'],
  accepted: ['prepare', 'approve', 'receive', 'accept'],
  settled: [
    ...(['prepare', 'approve', 'receive', 'sendReturn'] as const),
    ...(['prepare', 'approve', 'receive', 'accept'] as const),
  ],
};

const ENDS: Record<Fate['to'], Status> = {
  unsent: 'open',
  partly: 'open',
  prepared: 'prepared',
  submitted: 'submitted',
  received: 'received',
  returned: 'returned',
  accepted: 'accepted',
  settled: 'accepted',
};

/** The hour in which each step is usually taken; each later in the day than the one before. */
const HOURS: Record<CourseStep, number> = {
  prepare: 8,
  approve: 10,
  receive: 13,
  sendReturn: 15,
  accept: 16,
};

/**
 * Days and hours of a report's steps. On time means by 19 November; in the open round nothing
 * is later than the Friday before the day of the story.
 */
export function courseOf(fate: Fate, year: number, open: boolean, chance: Chance): Course {
  let on = beginning(fate, year, open, chance);
  let first = true;
  const steps = WAYS[fate.to].map((step) => {
    const waits = first ? 0 : step === 'prepare' ? 1 : chance.between(0, open ? 1 : 2);
    first = false;
    // The head approves on the day that the officer prepares, so the planned day is kept.
    if (step !== 'approve') on = addWorkingDays(on, waits);
    return { step, on, at: momentIn(on, HOURS[step], chance) };
  });
  const sent = steps.find(({ step }) => step === 'approve');
  return { status: ENDS[fate.to], steps, sentOn: sent?.on ?? null };
}

function beginning(fate: Fate, year: number, open: boolean, chance: Chance): Day {
  if (fate.to === 'accepted' && fate.late)
    return workingDay(addDays(day(`${year}-11-20`), chance.between(1, 4)));
  if (!open) return spread(day(`${year}-11-05`), 9, chance);
  // What is on the way in the open round came this week; what is accepted, the week before.
  const onTheWay = fate.to !== 'accepted';
  return onTheWay
    ? spread(day(`${year}-11-10`), fate.to === 'returned' ? 2 : 3, chance)
    : spread(day(`${year}-11-03`), 4, chance);
}

/** One of some working days, more often a late one than an early one. */
function spread(first: Day, days: number, chance: Chance): Day {
  return addWorkingDays(first, Math.floor(days * Math.sqrt(chance.next())));
}
