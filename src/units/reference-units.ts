import { readCsv } from '../shared/csv.ts';
import { referenceAreas } from './reference-areas.ts';
import { referenceOffices } from './reference-offices.ts';
import { LEVELS, type LevelRow, type PeriodRow, type SuccessionRow, type UnitRow } from './unit.ts';

/** The texts of the files of db/seed/units. */
export interface ReferenceTexts {
  readonly units2022: string;
  readonly units2025: string;
  readonly merger: string;
  readonly agencies: string;
}

export interface ReferenceRows {
  readonly levels: readonly LevelRow[];
  readonly units: readonly UnitRow[];
  readonly periods: readonly PeriodRow[];
  readonly successions: readonly SuccessionRow[];
}

/** The province as data: every area and office that was or is, and who follows whom. */
export function referenceUnits(texts: ReferenceTexts): ReferenceRows {
  const merger = readCsv(texts.merger);
  const areas = referenceAreas(readCsv(texts.units2022), readCsv(texts.units2025), merger);
  const offices = referenceOffices(readCsv(texts.agencies), districtsOfOffices(merger));
  return {
    levels: LEVELS,
    units: [...areas.units, ...offices.units],
    periods: [...areas.periods, ...offices.periods],
    successions: [...areas.successions, ...offices.successions],
  };
}

/** The district's code for the office of each old commune. */
function districtsOfOffices(merger: Record<string, string>[]): Map<string, string> {
  return new Map(
    merger.map((row) => [`UBND.C22.${row.old_code ?? ''}`, row.old_district_code ?? '']),
  );
}
