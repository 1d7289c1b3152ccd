import type { ComponentChildren } from 'preact';
import { type Day, showDay, showInstant } from '../../shared/day.ts';
import { type Fact, KeyValues, Timeline } from '../../shared/html/facts.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import type { Tone } from '../../shared/html/tone.tsx';
import {
  lastDayFor,
  PUNCTUALITY_NAMES,
  type Punctuality,
  punctuality,
} from '../rounds/deadline.ts';
import { STATUS_NAMES, STEP_NAMES } from './report.ts';
import { STATUS_TONES } from './report-marks.ts';
import type { ReportView } from './report-view.ts';

export const PUNCTUALITY_TONES: Record<Punctuality, Tone> = {
  'on-time': 'done',
  extended: 'done',
  late: 'due',
  due: 'idle',
  overdue: 'late',
  missed: 'late',
};

interface ReportHeadProps {
  readonly view: ReportView;
  readonly today: Day;
  readonly actions?: ComponentChildren;
}

/** Whose report, for what, until when, and where it stands. */
export function ReportHead({ view, today, actions }: ReportHeadProps) {
  const { report, round } = view;
  return (
    <>
      <PageHead
        title={report.unitName}
        lead={`${round.name}, kỳ từ ${showDay(round.periodFrom)} đến ${showDay(round.periodTo)}`}
        back={{ href: `/rounds/${round.id}`, label: round.name }}
        actions={actions}
      />
      <KeyValues facts={factsOf(view, today)} />
    </>
  );
}

function factsOf({ report, round, extendedUntil }: ReportView, today: Day): Fact[] {
  const due = lastDayFor(round, extendedUntil);
  const standing = punctuality(round, extendedUntil, report.sentOn, today);
  const facts: Fact[] = [
    {
      name: 'Trạng thái',
      value: <Status tone={STATUS_TONES[report.status]}>{STATUS_NAMES[report.status]}</Status>,
    },
  ];
  if (report.nil) facts.push({ name: 'Nội dung', value: 'Không có phát sinh để báo cáo' });
  if (report.sentOn)
    facts.push({
      name: 'Ngày nộp',
      value: (
        <>
          {showDay(report.sentOn)}{' '}
          <Status tone={PUNCTUALITY_TONES[standing]}>{PUNCTUALITY_NAMES[standing]}</Status>
        </>
      ),
    });
  else facts.push({ name: 'Hạn nộp', value: <DeadlineText due={due} today={today} /> });
  if (extendedUntil) facts.push({ name: 'Được gia hạn đến', value: showDay(extendedUntil) });
  return facts;
}

/** Every step that the report took, with who took it as they were called then. */
export function ReportHistory({ view }: { readonly view: ReportView }) {
  if (view.steps.length === 0) return null;
  return (
    <Panel title="Quá trình xử lý">
      <Timeline
        steps={view.steps.map(({ step, at, personName, positionTitle, note }, place) => ({
          key: String(place),
          what: STEP_NAMES[step as keyof typeof STEP_NAMES] ?? step,
          who: `${personName}, ${positionTitle}`,
          when: showInstant(at),
          said: note,
          tone: stepTone(step),
        }))}
      />
    </Panel>
  );
}

function stepTone(step: string): Tone {
  if (step === 'accept') return 'done';
  return step === 'sendReturn' || step === 'sendBack' ? 'late' : 'info';
}
