import { Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { Filters } from '../../shared/html/form.tsx';
import { HiddenField } from '../../shared/html/inputs.tsx';
import { type RankedItem, RankedList } from '../../shared/html/ranked-list.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import { showAmount } from '../forms/figure.ts';
import type { FormField } from '../forms/form.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { cellAddress, figureAddress, type MatrixAsk } from './matrix-address.ts';
import { SilenceMark } from './matrix-cell.pages.tsx';

interface MatrixOnPhoneProps {
  readonly ask: MatrixAsk;
  readonly matrix: Matrix;
}

/** One figure at a time, largest first, those without a number last. */
export function MatrixOnPhone({ ask, matrix }: MatrixOnPhoneProps) {
  const chosen = matrix.fields.findIndex((field) => field.slug === ask.figure);
  const at = Math.max(chosen, 0);
  const field = matrix.fields[at];
  if (!field) return null;
  const rows = matrix.rows.filter(({ kind }) => kind !== 'heading' && kind !== 'total');
  const largest = Math.max(...rows.map((row) => amountAt(row, at) ?? 0), 0);
  const sorted = rows.toSorted((left, right) => rank(right, at) - rank(left, at));
  return (
    <>
      <Chooser ask={ask} fields={matrix.fields} chosen={field.slug} />
      <Whole {...{ ask, matrix, field, at }} />
      <RankedList
        label={field.name}
        items={sorted.map((row) => item({ ask, row, field, at, largest }))}
      />
    </>
  );
}

function Chooser({
  ask,
  fields,
  chosen,
}: {
  ask: MatrixAsk;
  fields: readonly FormField[];
  chosen: string;
}) {
  const { roundId, sectionId, on, levelId, open } = ask;
  const kept = { section: sectionId, on, level: levelId, ...(open && { open }) };
  return (
    <Filters action={`/rounds/${roundId}/matrix`}>
      {Object.entries(kept).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SelectField
        name="figure"
        label="Số liệu"
        value={chosen}
        choices={fields.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Button>Xem</Button>
    </Filters>
  );
}

function Whole({ ask, matrix, field, at }: MatrixOnPhoneProps & { field: FormField; at: number }) {
  const total = matrix.rows[0];
  const amount = total && amountAt(total, at);
  if (!total || amount === undefined) return null;
  const href = figureAddress(ask.roundId, field.slug, { unit: total.placeId, on: 'then' });
  return (
    <p>
      {total.name}: <a href={href}>{showAmount(field.kind, field.measure, amount)}</a>
    </p>
  );
}

interface ItemWish {
  readonly ask: MatrixAsk;
  readonly row: MatrixRow;
  readonly field: FormField;
  readonly at: number;
  readonly largest: number;
}

function item({ ask, row, field, at, largest }: ItemWish): RankedItem {
  const cell = row.cells[at];
  const { key, name } = row;
  if (cell?.state !== 'value')
    return { key, name, value: <SilenceMark state={cell?.state ?? 'missing'} /> };
  const href = cellAddress(ask, row, field.slug);
  const value = showNumber(cell.amount);
  const before = cell.last === undefined ? undefined : `kỳ trước ${showNumber(cell.last)}`;
  const share = largest > 0 ? cell.amount / largest : 0;
  return { key, name, value, before, share, ...(href && { href }) };
}

function amountAt({ cells }: MatrixRow, at: number): number | undefined {
  const cell = cells[at];
  return cell?.state === 'value' ? cell.amount : undefined;
}

function rank(row: MatrixRow, at: number): number {
  return amountAt(row, at) ?? Number.MIN_SAFE_INTEGER;
}
