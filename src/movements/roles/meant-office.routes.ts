import type { House } from '../../shared/house.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import { searchUnits } from '../../units/units.actions.ts';
import { type OfficeChoice, officesOf, onlyMeant } from './role.ts';
import type { Typed } from './role-draft.ts';

type Meant =
  | { readonly unitId: string; readonly choices: readonly OfficeChoice[] }
  | { readonly faults: readonly FieldProblem[]; readonly choices: readonly OfficeChoice[] };

/**
 * The office that a form means by a typed name (`unitName`) and, where several bear it, by the one
 * chosen of them (`unitId`). Without a name it is one of those offered.
 */
export async function meantOffice(
  house: House,
  typed: Typed,
  offered: readonly OfficeChoice[],
): Promise<Meant> {
  const name = clean(typed.unitName ?? '');
  const choices = name ? officesOf(await searchUnits(house.db, name, house.today())) : offered;
  const chosen = choices.find(({ value }) => value === typed.unitId);
  const meant = chosen ?? (name ? onlyMeant(name, choices) : undefined);
  if (meant) return { unitId: meant.value, choices };
  return { faults: [faultOf(name, choices.length)], choices };
}

function faultOf(name: string, count: number): FieldProblem {
  if (count > 0)
    return { field: 'unitId', message: `Có ${count} đơn vị; hãy chọn đúng một đơn vị.` };
  const message = name
    ? `Không có cơ quan nào tên “${name}”. Hãy gõ ít chữ hơn, hoặc thêm đơn vị ở trang Đơn vị trước.`
    : 'Hãy ghi tên đơn vị.';
  return { field: 'unitName', message };
}
