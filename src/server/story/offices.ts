import { type Day, day } from '../../shared/day.ts';
import { officeId } from '../../units/reference-ids.ts';
import type { Cells, Seed } from './seed.ts';
import type { HolderSeed } from './seed-shapes.ts';

/** The story begins here; nothing in it is older. */
export const STORY_BEGINS: Day = day('2022-01-01');

/** A row of the list of agencies while the movement ran. */
export interface OfficePeriod {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  /** The code of the district, or of the commune by the codes of its time. */
  readonly areaCode: string;
  readonly from: Day;
  readonly to: Day | null;
}

export function officePeriods(agencies: readonly Cells[]): OfficePeriod[] {
  return agencies.map(({ code = '', name = '', kind = '', level = '', ...row }) => ({
    id: officeId(code),
    code,
    name,
    kind,
    level,
    areaCode: row.unit_code ?? '',
    from: row.valid_from ? day(row.valid_from) : STORY_BEGINS,
    to: row.valid_to ? day(row.valid_to) : null,
  }));
}

/** An office in a role for as long as this row of it stands. */
export interface Holding extends OfficePeriod {
  readonly role: string;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Who holds which role from when to when, as movement.json says it. */
export function holdingsOf(seed: Seed): Holding[] {
  const offices = officePeriods(seed.agencies);
  return seed.movement.holders.flatMap((rule) =>
    offices
      .filter((office) => holds(rule, office))
      .map((office) => ({
        ...office,
        role: rule.role,
        source: rule.source,
        confirmed: rule.confirmed ?? true,
      })),
  );
}

function holds({ codes, kinds, level = 'province' }: HolderSeed, office: OfficePeriod): boolean {
  if (codes) return codes.includes(office.code);
  return office.level === level && (kinds ?? []).includes(office.kind);
}
