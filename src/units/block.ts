import type { FieldProblem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';
import { type Decided, faults } from './correction.ts';

/** An emulation block of one year with its members (law 06/2022/QH15: blocks are set yearly). */
export interface Block {
  readonly id: string;
  readonly movementId: string;
  readonly movement: string;
  readonly year: number;
  readonly name: string;
  readonly source: string;
  readonly confirmed: boolean;
  readonly members: readonly { readonly unitId: string; readonly name: string }[];
}

export interface BlockWish {
  readonly name: string;
  readonly source: string;
  readonly confirmed: boolean;
  readonly memberIds: readonly string[];
}

type Typed = Readonly<Record<string, string | undefined>>;

/**
 * A block as typed (`name`, `source`, `confirmed`) with the units ticked. `others` are the other
 * blocks of that movement and year: a unit competes in one block of a year only.
 */
export function decideBlock(
  typed: Typed,
  memberIds: readonly string[],
  others: readonly Block[],
): Decided<BlockWish> {
  const name = clean(typed.name ?? '');
  const source = clean(typed.source ?? '');
  const problems: FieldProblem[] = faults({
    name: nameFault(name, others),
    source: source ? undefined : 'Hãy ghi văn bản chia khối: loại, số, ngày.',
    members: membersFault(memberIds, others),
  });
  if (problems.length) return { problems };
  const confirmed = typed.confirmed === 'yes';
  return { done: { name, source, confirmed, memberIds: [...new Set(memberIds)] } };
}

function nameFault(name: string, others: readonly Block[]): string | undefined {
  if (name === '') return 'Hãy ghi tên khối.';
  return others.some((one) => one.name === name)
    ? 'Năm này đã có khối tên như vậy; hãy ghi tên khác.'
    : undefined;
}

function membersFault(ids: readonly string[], others: readonly Block[]): string | undefined {
  if (ids.length === 0) return 'Hãy chọn ít nhất một đơn vị.';
  const taken = others.flatMap(({ name, members }) =>
    members.filter((one) => ids.includes(one.unitId)).map((one) => `${one.name} (${name})`),
  );
  return taken.length
    ? `Mỗi đơn vị chỉ ở một khối trong năm. Đã ở khối khác: ${taken.join(', ')}.`
    : undefined;
}
