import { chanceOf } from './chance.ts';
import type { Seed } from './seed.ts';
import { shareOut } from './share-out.ts';
import type { AdjustmentSeed, PovertySeed } from './story-shapes.ts';

/** Amounts by the slug of their figure. */
export type Amounts = Readonly<Record<string, number>>;

interface Commune {
  readonly code: string;
  readonly households2019: number;
  readonly district: PovertySeed['districts'][number];
}

/** What was told of one old commune: where it stood at the end of 2021, and each year after. */
export interface CommunePoverty {
  readonly code: string;
  readonly first: Closing;
  readonly years: ReadonlyMap<number, Amounts>;
}

/** The years 2022 to 2025 of every old commune; `adjustments` tell what an office counted twice. */
export function communesThroughYears(
  seed: Seed,
  adjustments: readonly AdjustmentSeed[],
): CommunePoverty[] {
  const communes = communesOf(seed);
  const [first, ...totals] = seed.poverty.province;
  if (!first) throw new Error('poverty-story.json: no year to begin with');
  const start = closings(communes, first, []);
  const told = communes.map(({ code }, place) => ({
    ...{ code, first: at(start, place), years: new Map<number, Amounts>() },
  }));
  let before = start;
  for (const total of totals) {
    const after = closings(communes, total, adjustments);
    const houses = temporaryHouses(communes, after, seed.poverty.temporaryHouses);
    for (const [place, { code, years }] of told.entries()) {
      const relapsable = relapsableAfter(years);
      const year = yearOf(
        { code, year: total.year },
        at(before, place),
        at(after, place),
        relapsable,
      );
      years.set(total.year, { ...year, ...at(houses, place) });
    }
    before = after;
  }
  return told;
}

/** Of the households that left poverty since the story began, those that may come back. */
function relapsableAfter(years: ReadonlyMap<number, Amounts>): number {
  const sum = (slug: string) => [...years.values()].reduce((all, one) => all + (one[slug] ?? 0), 0);
  return Math.floor(0.4 * sum('poor_escaped')) - sum('poor_relapsed');
}

function communesOf({ census, merger, poverty }: Seed): Commune[] {
  const counted = Map.groupBy(census, (row) => row.code_2022);
  const districts = new Map(poverty.districts.map((one) => [one.code, one]));
  return merger.map(({ old_code = '', old_district_code = '' }) => {
    const district = districts.get(old_district_code);
    const rows = counted.get(old_code);
    if (!district || !rows) throw new Error(`no census or district for commune ${old_code}`);
    const households2019 = rows.reduce((sum, row) => sum + Number(row.households), 0);
    return { code: old_code, households2019, district };
  });
}

/** Households at the end of a year. */
export interface Closing {
  readonly households: number;
  readonly ethnic: number;
  readonly poor: number;
  readonly nearPoor: number;
}

/** Where the communes stand at the end of a year. */
function closings(
  communes: readonly Commune[],
  total: PovertySeed['province'][number],
  adjustments: readonly AdjustmentSeed[],
): Closing[] {
  const households = shareOut(
    total.households,
    communes.map((one) => one.households2019),
  );
  const poor = shareOut(
    total.poor,
    communes.map((one) => weight(one, 'poorRate', total.year)),
  );
  const nearPoor = shareOut(
    total.nearPoor,
    communes.map((one) => weight(one, 'nearPoorRate', total.year)),
  );
  return communes.map((commune, place) => ({
    households: at(households, place),
    ethnic: Math.round(at(households, place) * ethnicShare(commune)),
    poor: at(poor, place) + surplus(commune, total.year, adjustments),
    nearPoor: at(nearPoor, place),
  }));
}

function weight(commune: Commune, rate: 'poorRate' | 'nearPoorRate', year: number): number {
  const own = 0.75 + 0.5 * chanceOf(`${commune.code}:${rate}`).next();
  const thisYear = 0.98 + 0.04 * chanceOf(`${commune.code}:${rate}:${year}`).next();
  return commune.households2019 * commune.district[rate] * own * thisYear;
}

function ethnicShare({ code, district }: Commune): number {
  const own = 0.94 + 0.12 * chanceOf(`${code}:ethnic`).next();
  return Math.min(0.995, (district.ethnicShare / 100) * own);
}

function surplus({ code }: Commune, year: number, adjustments: readonly AdjustmentSeed[]): number {
  const found = adjustments.find(
    (one) => one.year === year && one.unit === `UBND.C22.${code}` && one.surplus,
  );
  return found?.surplus ?? 0;
}

/**
 * What moved between two ends of year. Only a household that was poor and left poverty can
 * relapse: no more than `relapsable` of those are taken.
 */
function yearOf(
  { code, year }: { readonly code: string; readonly year: number },
  before: Closing,
  after: Closing,
  relapsable: number,
): Amounts {
  const { between, next } = chanceOf(`${code}:${year}:moves`);
  const small = Math.ceil(after.households / 900);
  const relapsed = Math.min(between(0, small), relapsable);
  const poor = { relapsed, otherIn: between(0, small), otherOut: 0, new: 0 };
  poor.otherOut = Math.min(before.poor, between(0, small + 1));
  poor.new = between(1, 2 + Math.round(after.households / 120));
  const gained = before.poor - poor.otherOut + poor.relapsed + poor.otherIn + poor.new;
  // Where more became poor than left poverty, the difference is new poverty.
  poor.new += Math.max(0, after.poor - gained);
  const escaped = Math.max(0, gained - after.poor);
  const nearIn =
    Math.round(after.nearPoor * (0.2 + 0.15 * next())) +
    Math.max(0, after.nearPoor - before.nearPoor);
  return {
    households_total: after.households,
    households_ethnic: after.ethnic,
    poor_opening: before.poor,
    poor_escaped: escaped,
    poor_other_out: poor.otherOut,
    poor_relapsed: poor.relapsed,
    poor_new: poor.new,
    poor_other_in: poor.otherIn,
    poor_closing: after.poor,
    poor_ethnic: Math.min(after.ethnic, Math.round(after.poor * (0.965 + 0.035 * next()))),
    near_poor_opening: before.nearPoor,
    near_poor_out: before.nearPoor + nearIn - after.nearPoor,
    near_poor_in: nearIn,
    near_poor_closing: after.nearPoor,
    houses_new: Math.round(after.poor * (0.02 + 0.04 * next())),
    houses_repaired: Math.round(after.poor * (0.005 + 0.02 * next())),
  };
}

/** Temporary houses by the published need of each district, then by its poor households. */
function temporaryHouses(
  communes: readonly Commune[],
  after: readonly Closing[],
  total: number,
): Amounts[] {
  const poorOf = new Map<string, number>();
  for (const [place, { district }] of communes.entries())
    poorOf.set(district.code, (poorOf.get(district.code) ?? 0) + at(after, place).poor);
  const weights = communes.map(
    ({ district }, place) =>
      (district.temporaryHouses * at(after, place).poor) / (poorOf.get(district.code) ?? 1),
  );
  return shareOut(total, weights).map((count) => ({
    temporary_houses_need: count,
    temporary_houses_done: count,
  }));
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`nothing at ${place}`);
  return found;
}
