import { ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import { Tabs } from '../../shared/html/ways.tsx';
import type { Frame } from '../../shared/web.ts';
import { headOf, type TableColumn } from './standard-table.ts';
import { STANDARD_TABLES } from './standard-tables.ts';
import { Amount } from './table-amount.pages.tsx';
import { TableOnPhone } from './table-phone.pages.tsx';
import { remarksOf, rowsOf, type TableRow, type TableView, tableAddress } from './table-rows.ts';
import { Standing } from './table-standing.pages.tsx';
import { tellingWords } from './table-words.ts';

export interface TablePageProps {
  readonly frame: Frame;
  readonly view: TableView;
}

/** A standard table of a unit, down to the next units; each leads to its own. */
export function TablePage({ frame, view }: TablePageProps) {
  const { round, table, ask, units, communes } = view;
  const [whole] = units;
  return (
    <Page frame={frame} title={`Biểu ${table.key}, rà soát năm ${round.year}`} wide>
      <PageHead
        title={`Biểu ${table.key}. ${table.name}`}
        lead={`${whole?.name ?? ''}, năm ${round.year}, ${tellingWords(view)}.`}
        back={backOf(view)}
        actions={
          <ButtonLink href={tableAddress(ask, {}, '.xlsx')} icon="download" download>
            Tải Excel
          </ButtonLink>
        }
      />
      <Standing {...{ round, communes }} />
      <TableTabs view={view} />
      {view.differ ? <TellingTabs view={view} /> : null}
      <Body view={view} />
    </Page>
  );
}

function backOf({ ask, above }: TableView) {
  if (!above) return { href: `/review-rounds/${ask.roundId}/tables`, label: 'Các biểu tổng hợp' };
  return { href: tableAddress(ask, { unitId: above.id }), label: above.name };
}

type ViewProps = Pick<TablePageProps, 'view'>;

function TableTabs({ view: { ask } }: ViewProps) {
  const tabs = STANDARD_TABLES.map(({ key }) => ({
    href: tableAddress(ask, { table: key }),
    // Thirteen words would not stand in one line: the numbers do, in their order.
    label: key === ask.table ? `Biểu ${key}` : key,
    current: key === ask.table,
  }));
  return <Tabs label="Các biểu" tabs={tabs} />;
}

/** Another telling has other communes: from one of them it leads to the whole province. */
function TellingTabs({ view: { ask, units } }: ViewProps) {
  const isWhole = units[0]?.level === 'province';
  const tabs = (['then', 'today'] as const).map((told) => ({
    href: tableAddress(ask, {
      units: told,
      ...(isWhole || told === ask.units ? {} : { unitId: '' }),
    }),
    label: told === 'then' ? 'Theo xã của kỳ rà soát' : 'Theo xã hôm nay',
    current: told === ask.units,
  }));
  return <Tabs label="Cách tính theo đơn vị" tabs={tabs} />;
}

function Body({ view }: ViewProps) {
  const { table, units } = view;
  return (
    <>
      <div class="table-block matrix has-ranked">
        <DataTable
          caption={table.name}
          quietCaption
          rows={rowsOf(view)}
          keyOf={({ unit, split }) => `${unit.id} ${split}`}
          rowKind={({ unit }) =>
            unit.number === '' || unit.level === 'district' ? 'sum' : undefined
          }
          columns={[
            unitColumn(view),
            ...(table.splits.length > 1 ? [SPLIT_COLUMN] : []),
            ...view.columns.map(numberColumn),
          ]}
        />
      </div>
      <div class="only-phone stack">
        <TableOnPhone view={view} />
      </div>
      {table.note ? <p class="soft">{table.note}</p> : null}
      <p class="soft">
        <Missing /> là chưa báo cáo hoặc không tính được, khác với số 0.
        {units.length === 1 ? ' Xã chưa có thôn, bản nào trong kỳ này.' : ''}
      </p>
    </>
  );
}

function unitColumn(view: TableView): Column<TableRow> {
  return {
    key: 'unit',
    head: 'Đơn vị',
    cell: (row) => <UnitName {...{ view, row }} />,
  };
}

function UnitName({ view: { ask }, row: { unit, leads } }: { view: TableView; row: TableRow }) {
  const name = `${unit.number} ${unit.name}`.trim();
  if (!leads) return <span class="sr-only">{name}</span>;
  const remarks = remarksOf(unit);
  const leadsOn = unit.number !== '' && unit.level !== 'village';
  return (
    <>
      {leadsOn ? <a href={tableAddress(ask, { unitId: unit.id })}>{name}</a> : name}
      {remarks ? <div class="soft">{remarks}</div> : null}
    </>
  );
}

const SPLIT_COLUMN: Column<TableRow> = {
  key: 'split',
  head: 'Phân tổ',
  cell: ({ splitName }) => splitName,
};

function numberColumn(column: TableColumn, at: number): Column<TableRow> {
  return {
    key: `${column.number}`,
    head: headOf(column),
    align: 'numeric',
    ...(column.group ? { group: column.group } : {}),
    cell: ({ unit, amounts }) => (
      <Amount unit={unit} column={column} amount={amounts[at] ?? null} />
    ),
  };
}
