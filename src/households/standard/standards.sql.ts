import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import type { AreaType } from '../household-class.ts';
import type { Indicator, PovertyLine, PovertyStandard } from './poverty-standard.ts';

/** All standards, the oldest first, each with its lines and indicators. */
export async function listStandards(db: Db): Promise<PovertyStandard[]> {
  const { rows } = await sql<Omit<PovertyStandard, 'lines'> & { lines: PovertyLine[] }>`
    select s.id, s.name, s.first_year as "firstYear", s.last_year as "lastYear",
           s.points_each as "pointsEach", s.deprivation_cut as "deprivationCut",
           s.source, s.confirmed,
           (select jsonb_agg(jsonb_build_object('areaType', l.area_type,
              'incomeLine', l.income_line, 'averageLine', l.average_line,
              'sureScore', l.sure_score, 'scoreLine', l.score_line,
              'source', l.source, 'confirmed', l.confirmed))
            from poverty_lines l where l.standard_id = s.id) as lines,
           (select jsonb_agg(jsonb_build_object('key', i.key, 'dimension', i.dimension,
              'name', i.name, 'deprivedWhen', i.deprived_when, 'source', i.source,
              'confirmed', i.confirmed) order by i.position)
            from deprivation_indicators i where i.standard_id = s.id) as indicators
    from poverty_standards s order by s.first_year, s.name`.execute(db);
  return rows.map((row) => ({ ...row, lines: byArea(row.lines) }));
}

export async function findStandard(db: Db, id: string): Promise<PovertyStandard | undefined> {
  return (await listStandards(db)).find((one) => one.id === id);
}

/** Keeps a standard as it is until the commit, for what will be opened or decided by it. */
export async function shareStandard(tx: Tx, id: string): Promise<void> {
  await sql`select from poverty_standards where id = ${id} for share`.execute(tx);
}

function byArea(lines: readonly PovertyLine[]): Record<AreaType, PovertyLine> {
  const line = (area: AreaType) => {
    const found = lines.find((one) => one.areaType === area);
    if (!found) throw new Error(`a poverty standard without a line for ${area}`);
    return found;
  };
  return { rural: line('rural'), urban: line('urban') };
}

/** Stores a standard with everything under it. */
export async function insertStandard(tx: Tx, standard: PovertyStandard): Promise<void> {
  const { id, indicators, lines } = standard;
  await tx
    .insertInto('poverty_standards')
    .values({
      ...{ id, name: standard.name, source: standard.source, confirmed: standard.confirmed },
      ...{ first_year: standard.firstYear, last_year: standard.lastYear },
      ...{ points_each: standard.pointsEach, deprivation_cut: standard.deprivationCut },
    })
    .execute();
  for (const line of [lines.rural, lines.urban]) await insertLine(tx, id, line);
  await tx
    .insertInto('deprivation_indicators')
    .values(indicators.map((one, place) => indicatorRow(id, one, place + 1)))
    .execute();
}

async function insertLine(tx: Tx, standard_id: string, line: PovertyLine): Promise<void> {
  await tx
    .insertInto('poverty_lines')
    .values({
      ...{ standard_id, area_type: line.areaType, source: line.source, confirmed: line.confirmed },
      ...{ income_line: line.incomeLine, average_line: line.averageLine },
      ...{ sure_score: line.sureScore, score_line: line.scoreLine },
    })
    .execute();
}

function indicatorRow(standard_id: string, one: Indicator, position: number) {
  const { key, dimension, name, deprivedWhen, source, confirmed } = one;
  return {
    standard_id,
    position,
    key,
    dimension,
    name,
    deprived_when: deprivedWhen,
    source,
    confirmed,
  };
}
