import { MEANINGS, type Printed } from './printed.ts';
import type { PublicView, ViewRow } from './public-view.ts';
import { COLUMN_KEYS, COLUMNS, type Column } from './public-year.ts';
import { SERIES, SERIES_KEYS, unitsName } from './series.ts';

/** Everything of the page with a dictionary of its own. */
export function povertyJson(view: PublicView | undefined, years: readonly number[]): object {
  if (!view) return { years, rows: [], indicators: [], dictionary: dictionary() };
  const { about, units, withheld, missing } = view;
  return {
    ...{ years, year: about.year, units, withheld, communesMissing: missing },
    source: {
      ...{ name: `Kết quả rà soát hộ nghèo, hộ cận nghèo, ${about.provinceName}` },
      ...{ officialOn: about.officialOn, document: about.officialDocument },
      ...{ standard: about.standardName, madeUp: about.isStory },
    },
    rows: [...view.rows, view.province].map(jsonRow),
    indicators: view.indicators.map(({ poor, nearPoor, ...one }) => ({
      ...{ ...one, poor: coded(poor), nearPoor: coded(nearPoor) },
    })),
    dictionary: dictionary(),
  };
}

function jsonRow(row: ViewRow): object {
  const counts = COLUMN_KEYS.map((column) => [column, coded(row.counts[column])] as const);
  const series = SERIES_KEYS.map((key) => [key, row[key] ?? null] as const);
  return { name: row.name, ...Object.fromEntries([...counts, ...series]) };
}

const CODES = { small: 'under-5', hidden: 'not-told', none: null } as const;

function coded(printed: Printed): number | string | null {
  return typeof printed === 'number' ? printed : CODES[printed];
}

/** What each key and each word means. */
function dictionary(): object {
  const column = (key: Column) => ({ key, name: COLUMNS[key], unit: 'hộ' });
  return {
    columns: [
      ...COLUMN_KEYS.map(column),
      ...SERIES_KEYS.map((key) => ({
        ...{ key, name: SERIES[key], unit: key.endsWith('Rate') ? '%' : 'hộ' },
      })),
    ],
    values: {
      'under-5': MEANINGS['dưới 5'],
      'not-told': MEANINGS['không nêu'],
      null: MEANINGS['—'],
      '0': MEANINGS['0'],
    },
    units: (['then', 'today'] as const).map((key) => ({ key, name: unitsName(key) })),
  };
}
