import { Tabs } from '../../shared/html/ways.tsx';
import { type ReviewPlace, type Step, stepAddress } from './addresses.ts';
import type { ProcedureState } from './procedure-state.ts';

const NAMES: Readonly<Record<Step, string>> = {
  meetings: 'Họp dân',
  posting: 'Niêm yết',
  objections: 'Ý kiến phản ánh',
  recognition: 'Công nhận',
};

interface StepTabsProps {
  readonly state: ProcedureState;
  readonly current: Step;
  /** Objections name people: only who may read them is led there. */
  readonly withObjections: boolean;
}

/** The steps after the survey, each at its own address. */
export function StepTabs({ state, current, withObjections }: StepTabsProps) {
  const steps = (Object.keys(NAMES) as Step[]).filter(
    (step) => withObjections || step !== 'objections',
  );
  return (
    <Tabs
      label="Các bước sau rà soát"
      tabs={steps.map((step) => ({
        ...{ href: stepAddress(placeOf(state), step), label: NAMES[step] },
        current: step === current,
        ...(step === 'objections' && state.openObjections > 0 && { count: state.openObjections }),
      }))}
    />
  );
}

function placeOf({ roundId, communeId }: ProcedureState): ReviewPlace {
  return { roundId, communeId };
}
