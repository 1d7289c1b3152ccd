import { parseDay } from '../shared/day.ts';
import { clean } from '../shared/vietnamese.ts';
import { AREA_KINDS, type Decided, faults, nameParts } from './correction.ts';
import type { StandingUnit } from './standing.ts';
import { type LevelRow, OFFICE_KINDS, type PeriodRow, type Sort } from './unit.ts';

type Typed = Readonly<Record<string, string | undefined>>;

export interface NewUnit {
  readonly sort: Sort;
  readonly period: Omit<PeriodRow, 'id' | 'unit_id'>;
}

/** What the new unit must fit in: the levels, and the units of its first day. */
export interface Register {
  readonly levels: readonly LevelRow[];
  readonly standing: readonly StandingUnit[];
}

/**
 * A unit as typed (`sort`, `kind`, `name`, `level`, `parent`, `area`, `code`, `from`, `source`).
 * The unit above must stand on the first day; the same name under the same unit is refused.
 */
export function newUnit(typed: Typed, register: Register): Decided<NewUnit> {
  const sort: Sort = typed.sort === 'office' ? 'office' : 'area';
  const from = parseDay(typed.from ?? '');
  const problems = faults({
    name: nameFault(typed, register),
    kind: kindFault(sort, typed.kind ?? ''),
    level: register.levels.some((one) => one.key === typed.level) ? undefined : 'Hãy chọn một cấp.',
    parent: standsFault(typed.parent, sort, register),
    area: sort === 'office' ? standsFault(typed.area, 'area', register) : undefined,
    from: from ? undefined : 'Hãy ghi một ngày, ví dụ 01/07/2025.',
    source: clean(typed.source ?? '') ? undefined : 'Hãy ghi văn bản làm căn cứ: loại, số, ngày.',
  });
  if (problems.length || !from) return { problems };
  return {
    done: {
      sort,
      period: {
        ...nameParts(clean(typed.name ?? ''), typed.kind ?? ''),
        code: clean(typed.code ?? '') || null,
        level: typed.level ?? '',
        aliases: '',
        parent_id: typed.parent || null,
        area_id: sort === 'office' ? typed.area || null : null,
        poor_area: null,
        valid_from: from,
        valid_to: null,
        source: clean(typed.source ?? ''),
        confirmed: true,
      },
    },
  };
}

function nameFault(typed: Typed, { standing }: Register): string | undefined {
  const name = clean(typed.name ?? '');
  if (name === '') return 'Hãy ghi tên đầy đủ, ví dụ Xã Mường Than.';
  const twin = standing.some(
    (one) => one.full_name === name && (one.parent_id ?? '') === (typed.parent ?? ''),
  );
  return twin ? 'Đơn vị cùng tên, cùng nơi trực thuộc đã có vào ngày đó.' : undefined;
}

function kindFault(sort: Sort, kind: string): string | undefined {
  const known = sort === 'area' ? AREA_KINDS.includes(kind) : Object.hasOwn(OFFICE_KINDS, kind);
  const word = sort === 'area' ? 'địa bàn' : 'cơ quan';
  return known ? undefined : `Hãy chọn một loại dành cho ${word}.`;
}

function standsFault(
  id: string | undefined,
  sort: Sort,
  { standing }: Register,
): string | undefined {
  if (!id || standing.some((one) => one.unit_id === id && one.sort === sort)) return undefined;
  const word = sort === 'area' ? 'địa bàn' : 'cơ quan';
  return `Phải là một ${word} có vào ngày bắt đầu; hãy chọn lại.`;
}
