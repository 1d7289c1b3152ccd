import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { listRounds } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { listStandards } from '../standard/standards.sql.ts';
import { MINORITIES } from '../tables/minorities.ts';
import type { IndicatorCounts, PublicCommune, PublicYear, UnitCounts } from './public-year.ts';
import { type Succession, todayUnits } from './today-units.ts';

/** Which reviews are official since when, in a text: as long as it is the same, nothing was added. */
export async function officialStanding(db: Db): Promise<string> {
  const { rows } = await sql<{ standing: string | null }>`
    select string_agg(id || ' ' || official_on, ',' order by id) as standing
    from review_rounds where official_on is not null`.execute(db);
  return rows[0]?.standing ?? '';
}

/** Every official yearly review, from the kept totals; no row of a household is read. */
export async function loadPublicYears(db: Db, today: Day): Promise<PublicYear[]> {
  const official = (await listRounds(db)).filter(({ officialOn }) => officialOn !== null);
  if (official.length === 0) return [];
  const standards = await listStandards(db);
  const years: PublicYear[] = [];
  for (const round of official) {
    const standard = standards.find(({ id }) => id === round.standardId);
    if (standard) years.push(await loadYear(db, round, standard, today));
  }
  return years;
}

async function loadYear(
  db: Db,
  round: ReviewRound,
  standard: PovertyStandard,
  today: Day,
): Promise<PublicYear> {
  const { rows } = await sql<{ name: string | null }>`
    select unit_name_on(${round.provinceId}, ${round.unitsOn}::date) as name`.execute(db);
  return {
    ...{ year: round.year, provinceId: round.provinceId, provinceName: rows[0]?.name ?? 'Tỉnh' },
    officialOn: round.officialOn ?? round.endsOn,
    officialDocument: round.officialDocument ?? '',
    ...{ isStory: round.isStory, standardName: standard.name, rule: ruleOf(standard) },
    communes: await loadCommunes(db, round, today),
    indicators: await loadIndicators(db, round, standard),
  };
}

function ruleOf({ lines, deprivationCut, pointsEach }: PovertyStandard) {
  const cut = Math.ceil(deprivationCut / pointsEach);
  const byScoreAlone = lines.rural.sureScore !== null || lines.urban.sureScore !== null;
  return { leastOfPoor: byScoreAlone ? 0 : cut, mostOfNearPoor: cut - 1 };
}

type CommuneRow = UnitCounts & {
  readonly id: string;
  readonly name: string;
  readonly recognised: boolean;
};

/** All communes of the round's day; those whose review is not recognised have no counts. */
async function loadCommunes(db: Db, round: ReviewRound, today: Day): Promise<PublicCommune[]> {
  const { rows } = await sql<CommuneRow>`
    with counted as (
      select commune_id,
        sum(households) filter (where mark = '' and closing <> 'gone') as total,
        sum(households) filter (where mark = '' and closing = 'poor') as poor,
        sum(households) filter (where mark = '' and closing = 'near-poor') as near_poor,
        sum(households) filter (where mark <> '' and closing = 'poor') as poor_minority,
        sum(households) filter (where mark <> '' and closing = 'near-poor') as near_minority
      from review_totals
      where round_id = ${round.id} and unit_id = commune_id
        and mark = any(${['', ...MINORITIES]}::text[])
      group by commune_id
    ), asked as (
      select p.unit_id as id, coalesce(r.commune_name, p.full_name) as name,
             coalesce(r.status = 'recognised', false) as recognised,
             coalesce(c.total, 0)::integer as total, coalesce(c.poor, 0)::integer as poor,
             coalesce(c.near_poor, 0)::integer as near_poor,
             coalesce(c.poor_minority, 0)::integer as poor_minority,
             coalesce(c.near_minority, 0)::integer as near_minority
      from unit_periods p
      join units u on u.id = p.unit_id and u.sort = 'area'
      left join commune_reviews r on r.commune_id = p.unit_id and r.round_id = ${round.id}
      left join counted c on c.commune_id = p.unit_id
      where p.level = 'commune' and holds_on(p.valid_from, p.valid_to, ${round.unitsOn}::date)
    )
    select id, name, recognised, total, poor, near_poor as "nearPoor",
           poor_minority as "poorMinority", poor - poor_minority as "poorKinh",
           near_minority as "nearPoorMinority", near_poor - near_minority as "nearPoorKinh"
    from asked order by name collate "vi-x-icu", id`.execute(db);
  const units = todayUnits(await loadSuccessions(db, round, today));
  return rows.map(({ id, name, recognised, ...counts }) => {
    const unit = units.get(id) ?? { id, name };
    return {
      ...{ id, name, counts: recognised ? counts : undefined },
      ...{ todayId: unit.id, todayName: unit.name },
    };
  });
}

async function loadSuccessions(db: Db, round: ReviewRound, today: Day): Promise<Succession[]> {
  const { rows } = await sql<Succession>`
    select a.area_id as "communeId", a.in_area_id as "todayId",
           unit_name_on(a.in_area_id, ${today}::date) as "todayName"
    from area_in_units_of(${today}::date) a
    join unit_periods p on p.unit_id = a.area_id and p.level = 'commune'
      and holds_on(p.valid_from, p.valid_to, ${round.unitsOn}::date)
    order by 1, 2`.execute(db);
  return rows;
}

async function loadIndicators(
  db: Db,
  round: ReviewRound,
  standard: PovertyStandard,
): Promise<IndicatorCounts[]> {
  const marks = standard.indicators.map(({ key }) => `deprived.${key}`);
  const { rows } = await sql<{ mark: string; poor: number; nearPoor: number }>`
    select t.mark,
           coalesce(sum(t.households) filter (where t.closing = 'poor'), 0)::integer as poor,
           coalesce(sum(t.households) filter (where t.closing = 'near-poor'), 0)::integer
             as "nearPoor"
    from review_totals t
    join commune_reviews r on r.commune_id = t.commune_id and r.round_id = t.round_id
      and r.status = 'recognised'
    where t.round_id = ${round.id} and t.unit_id = t.commune_id
      and t.mark = any(${marks}::text[])
    group by t.mark`.execute(db);
  const found = new Map(rows.map((row) => [row.mark, row]));
  return standard.indicators.map(({ key, name, dimension }) => {
    const { poor = 0, nearPoor = 0 } = found.get(`deprived.${key}`) ?? {};
    return { key, name, dimension, poor, nearPoor };
  });
}
