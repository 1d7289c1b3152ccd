import { type Day, showDay } from '../../shared/day.ts';
import { fold } from '../../shared/vietnamese.ts';
import type { UnitHit } from '../../units/search.ts';

/** A unit that holds a role for a time; `to` is the last day, included. */
export interface RoleHolder {
  readonly id: string;
  readonly role: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
  /** The unit itself is there on the day asked; one that is not is asked for nothing. */
  readonly stands: boolean;
}

/** A role and who holds it on the day asked. */
export interface RoleOnDay {
  readonly key: string;
  readonly name: string;
  readonly holders: readonly RoleHolder[];
}

/** An office that may be meant by a typed name; the hint says which one it is. */
export interface OfficeChoice {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly living: boolean;
}

/** An office of a kind and level, and whether it has the role already from the day on. */
export interface GroupOffice {
  readonly unitId: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly holds: boolean;
}

/** Roles that one unit holds at a time: reports are sent to it, documents carry its name. */
const SOLE_ROLES: ReadonlySet<string> = new Set(['standing', 'issuer']);

export function isSole(role: string): boolean {
  return SOLE_ROLES.has(role);
}

/** What cannot happen while nobody holds a role. */
export function needOf(role: string): string {
  return NEEDS[role] ?? 'Chưa có đơn vị nào giữ vai này. Biểu báo cáo hỏi vai này sẽ không hỏi ai.';
}

const NEEDS: Readonly<Record<string, string>> = {
  standing:
    'Chưa có cơ quan thường trực nên chưa mở được kỳ báo cáo: không nơi nào tiếp nhận báo cáo.',
  issuer:
    'Chưa có cơ quan ban hành nên chưa mở được kỳ báo cáo: không cấp nào để cộng số liệu lên.',
};

/** "từ 01/07/2025", "từ 01/07/2025 đến hết 31/12/2025". */
export function periodInWords(from: Day, to: Day | null): string {
  return `từ ${showDay(from)}${to ? ` đến hết ${showDay(to)}` : ''}`;
}

/** The offices among hits; a people's committee comes with the area that was met. */
export function officesOf(hits: readonly UnitHit[]): OfficeChoice[] {
  return hits.flatMap((hit) => {
    const office = hit.sort === 'office' ? hit : hit.office;
    if (!office) return [];
    const { living } = hit;
    return [{ value: office.unitId, label: office.fullName, hint: whichOne(hit), living }];
  });
}

function whichOne(hit: UnitHit): string {
  const became = [...new Set(hit.becameNames.map(({ name }) => name))].join(', ');
  const parts = [hit.when, hit.parentName, became && `nay là ${became}`];
  return parts.filter(Boolean).join(' · ');
}

/** The one office that a typed name can only mean: the only hit, or the only living namesake. */
export function onlyMeant(name: string, choices: readonly OfficeChoice[]) {
  const [first] = choices;
  if (choices.length === 1) return first;
  const same = choices.filter((one) => one.living && fold(one.label) === fold(name));
  return same.length === 1 ? same[0] : undefined;
}
