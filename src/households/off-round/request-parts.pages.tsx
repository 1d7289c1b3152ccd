import type { Day } from '../../shared/day.ts';
import { Status } from '../../shared/html/status.tsx';
import { DayText, DeadlineText } from '../../shared/html/texts.tsx';
import type { Tone } from '../../shared/html/tone.tsx';
import { type ClassRequest, STANDINGS, type Standing, standingOf } from './class-request.ts';

const TONES: Readonly<Record<Standing, Tone>> = {
  received: 'idle',
  surveyed: 'info',
  granted: 'done',
  refused: 'idle',
};

/** How far a request is, in a word. */
export function StandingChip({ request }: { readonly request: ClassRequest }) {
  const standing = standingOf(request);
  return <Status tone={TONES[standing]}>{STANDINGS[standing]}</Status>;
}

/** The day of the answer: how far it is while it waits; afterwards whether it was kept. */
export function AnswerDay({ request, today }: { request: ClassRequest; today: Day }) {
  const { decidedOn, dueOn } = request;
  if (decidedOn === null) return <DeadlineText due={dueOn} today={today} warnFrom={6} />;
  return (
    <>
      <DayText on={decidedOn} /> {decidedOn > dueOn ? <Status tone="late">Quá hạn</Status> : null}
    </>
  );
}

/** `Lò Văn P.`, or the code where no name is written down. */
export function householdName(names: ReadonlyMap<string, string>, request: ClassRequest): string {
  return names.get(request.householdId) ?? request.code;
}
