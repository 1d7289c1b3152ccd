import type { Day } from '../shared/day.ts';
import { MarginNote } from '../shared/html/plan-layout.tsx';
import { Spark } from '../shared/html/spark.tsx';
import { Status } from '../shared/html/status.tsx';
import { Missing, NumberText } from '../shared/html/texts.tsx';
import { isMet, type Target, type TargetValue, valueFor } from './target.ts';

/** A target in the margin: this year's plan and what was reached; its years open. */
export function TargetNote({ target, today }: { target: Target; today: Day }) {
  const value = valueFor(target, Number(today.slice(0, 4)));
  const note = (
    <>
      <span class="margin-what">{target.name}</span>
      {value ? <ValueInWords target={target} value={value} /> : <Missing />}
    </>
  );
  const years = target.values.map(({ year, reached }) => ({ year, value: reached ?? undefined }));
  return (
    <MarginNote note={note}>
      {years.filter(({ value: known }) => known !== undefined).length > 1 ? (
        <Spark label={target.name} values={years} />
      ) : null}
      <ul class="held">
        {target.values.map((one) => (
          <li key={one.year}>
            {one.year}: <ValueInWords target={target} value={one} plain />
          </li>
        ))}
      </ul>
      <p class="soft">
        Nguồn: {target.source}
        {target.confirmed ? '' : ' (chưa xác nhận)'}
      </p>
    </MarginNote>
  );
}

interface ValueInWordsProps {
  readonly target: Target;
  readonly value: TargetValue;
  /** Without the year and the mark. */
  readonly plain?: boolean;
}

/** "2025: mục tiêu 15,78 %, đạt 15,2 %", with its mark once both are known. */
function ValueInWords({ target, value, plain }: ValueInWordsProps) {
  const { year, planned, reached } = value;
  const said = (number: number) => <NumberText value={number} unit={target.measure} />;
  const met = isMet(target, value);
  return (
    <span class="target-value">
      {plain ? null : `${year}: `}
      {planned === null ? null : <>mục tiêu {said(planned)}</>}
      {planned !== null && reached !== null ? ', ' : null}
      {reached === null ? null : <>đạt {said(reached)}</>}
      {met === undefined || plain ? null : (
        <Status tone={met ? 'done' : 'due'}>{met ? 'Đạt mục tiêu' : 'Chưa đạt'}</Status>
      )}
    </span>
  );
}
