import { Missing, NumberText, PercentText } from '../../shared/html/texts.tsx';
import type { TableColumn } from './standard-table.ts';
import { type TableUnit, whyMissing } from './table-rows.ts';

export interface AmountProps {
  readonly unit: TableUnit;
  readonly column: TableColumn;
  readonly amount: number | null;
}

/**
 * One number of a table. Where there is none the reason opens on demand; a unit that has not
 * reported says so beside its name.
 */
export function Amount({ unit, column, amount }: AmountProps) {
  if (amount !== null)
    return column.kind === 'rate' ? <PercentText value={amount} /> : <NumberText value={amount} />;
  const why = unit.cells && whyMissing(unit, column);
  return why ? <Missing reason={why} /> : <Missing />;
}
