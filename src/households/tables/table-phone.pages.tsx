import { Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Filters } from '../../shared/html/form.tsx';
import { HiddenField } from '../../shared/html/inputs.tsx';
import { type RankedItem, RankedList } from '../../shared/html/ranked-list.tsx';
import { Section } from '../../shared/html/sections.tsx';
import { amountOf, headOf, type TableColumn } from './standard-table.ts';
import { Amount } from './table-amount.pages.tsx';
import {
  phoneColumn,
  remarksOf,
  type TableUnit,
  type TableView,
  tableAddress,
} from './table-rows.ts';

interface ViewProps {
  readonly view: TableView;
}

/** A phone reads the line of one unit downwards, then one column of all the units below it. */
export function TableOnPhone({ view }: ViewProps) {
  const [whole, ...rest] = view.units;
  const column = phoneColumn(view);
  const below = nextBelow(rest);
  return (
    <>
      {whole ? <UnitLine {...{ view, whole }} /> : null}
      {column && below.length > 0 ? (
        <Section title={below[0]?.level === 'village' ? 'Từng thôn, bản' : 'Từng đơn vị'}>
          <Chooser {...{ view, column }} />
          <RankedList label={headOf(column)} items={ranked(view, column, below)} />
        </Section>
      ) : null}
    </>
  );
}

/** Districts lead on to their communes. */
function nextBelow(units: readonly TableUnit[]): readonly TableUnit[] {
  const districts = units.filter(({ level }) => level === 'district');
  return districts.length > 0 ? districts : units;
}

function UnitLine({ view, whole }: ViewProps & { readonly whole: TableUnit }) {
  const remarks = remarksOf(whole);
  const facts = view.columns.map((column) => ({
    name: column.group ? `${column.group}: ${headOf(column)}` : headOf(column),
    value: <Line {...{ view, whole, column }} />,
  }));
  return (
    <Section title={whole.name}>
      {remarks ? <p class="soft">{remarks}</p> : null}
      <KeyValues facts={facts} />
    </Section>
  );
}

/** `2.454 hộ, 10.954 nhân khẩu`; a fixed column has one number. */
function Line({
  view: { table },
  whole,
  column,
}: ViewProps & { readonly whole: TableUnit; readonly column: TableColumn }) {
  const splits = column.split ? table.splits.slice(0, 1) : table.splits;
  return splits.map(({ split, name }, place) => (
    <span key={split}>
      {place > 0 ? ', ' : ''}
      <Amount
        {...{ unit: whole, column }}
        amount={whole.cells && amountOf(column, whole.cells, split)}
      />
      {splits.length > 1 ? ` ${name.toLocaleLowerCase('vi')}` : ''}
    </span>
  ));
}

function Chooser({ view, column }: ViewProps & { readonly column: TableColumn }) {
  const { ask, columns } = view;
  return (
    <Filters action={tableAddress({ ...ask, unitId: '', units: 'then' })}>
      {ask.unitId ? <HiddenField name="unit" value={ask.unitId} /> : null}
      {ask.units === 'today' ? <HiddenField name="units" value="today" /> : null}
      <SelectField
        name="column"
        label="Cột"
        value={`${column.number}`}
        choices={columns.map((one) => ({
          value: `${one.number}`,
          label: one.group ? `${one.group}: ${headOf(one)}` : headOf(one),
        }))}
      />
      <Button>Xem</Button>
    </Filters>
  );
}

function ranked(view: TableView, column: TableColumn, units: readonly TableUnit[]): RankedItem[] {
  const { ask, table } = view;
  const [first, second] = table.splits;
  const amount = (unit: TableUnit) =>
    unit.cells && first ? amountOf(column, unit.cells, first.split) : null;
  const largest = Math.max(...units.map((unit) => amount(unit) ?? 0), 0);
  return units
    .toSorted((a, b) => (amount(b) ?? -1) - (amount(a) ?? -1))
    .map((unit) => {
      const own = amount(unit);
      const more = second && unit.cells && !column.split;
      const people = more ? amountOf(column, unit.cells, second.split) : null;
      return {
        ...{ key: unit.id, name: unit.name },
        value: <Amount {...{ unit, column }} amount={own} />,
        before: remarkOf(unit, column, people, second?.name),
        ...(own !== null && largest > 0 && { share: own / largest }),
        ...(unit.level !== 'village' && { href: tableAddress(ask, { unitId: unit.id }) }),
      };
    });
}

function remarkOf(unit: TableUnit, column: TableColumn, people: number | null, noun = '') {
  const remarks = remarksOf(unit);
  if (people === null) return remarks || undefined;
  return (
    <>
      <Amount {...{ unit, column }} amount={people} /> {noun.toLocaleLowerCase('vi')}
      {remarks ? `; ${remarks}` : ''}
    </>
  );
}
