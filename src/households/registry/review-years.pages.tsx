import { AREA_TYPES, changeWords } from '../household-class.ts';
import { ClassChip } from '../survey/class-chip.pages.tsx';
import type { ReviewYear } from './household.ts';

export interface YearsLineProps {
  readonly years: readonly ReviewYear[];
  readonly chosen: ReviewYear | undefined;
}

/** The years as a line of states; each leads to what was found in it. */
export function YearsLine({ years, chosen }: YearsLineProps) {
  return (
    <ol class="years">
      {years.map((one) => (
        <li key={`${one.year} ${one.communeId}`} aria-current={one === chosen ? 'true' : undefined}>
          <a href={`?year=${one.year}`} aria-label={`Năm ${one.year}, ${one.communeName}`}>
            <strong class="number">{one.year}</strong>
          </a>{' '}
          <ClassChip closing={one.closing} />
          {one.closing === null ? null : <p>{changeWords(one)}</p>}
          <p class="faint">
            {AREA_TYPES[one.areaType]} · {one.villageName}, {one.communeName}
          </p>
        </li>
      ))}
    </ol>
  );
}
