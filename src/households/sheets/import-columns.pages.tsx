import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { NumberField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { columnName, convertField, headerField, meaningField, roleField } from './columns-draft.ts';
import { FONT_NAMES } from './font-watch.ts';
import { type HouseholdImport, IMPORTS } from './household-import.ts';
import { columnsOf, SHEET_ROLES, type SheetRole } from './household-layout.ts';
import { convertedText, type PlannedColumn, type SheetPlan } from './sheet-plan.ts';

interface ImportColumnsPageProps {
  readonly frame: Frame;
  readonly import: HouseholdImport;
  readonly standard: PovertyStandard;
  /** As the person has set them right so far. */
  readonly plans: readonly SheetPlan[];
  readonly faults: readonly FieldProblem[];
}

/** What each column of a file holds, as far as we understood, for the person to set right. */
export function ImportColumnsPage(props: ImportColumnsPageProps) {
  const { frame, import: one, plans, faults } = props;
  return (
    <Page frame={frame} title={`Các cột của ${one.fileName}`}>
      <PageHead
        title="Cột nào là gì?"
        lead={`${one.fileName}. Chúng tôi đã đoán theo tiêu đề và theo lần trước của đơn vị; hãy xem lại rồi đọc tệp.`}
        back={{ href: IMPORTS, label: 'Các đợt nhập' }}
      />
      <ErrorSummary problems={faults} />
      <div class="import-columns">
        <Form action={`${IMPORTS}/${one.id}/columns`}>
          {plans.map((plan, at) => (
            <OneSheet key={plan.name} {...{ ...props, plan, at }} />
          ))}
          <Actions>
            <Button kind="primary" big>
              Đọc và kiểm tra tệp
            </Button>
            <ButtonLink href={`${IMPORTS}/new`}>Chọn tệp khác</ButtonLink>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}

interface OneSheetProps extends ImportColumnsPageProps {
  readonly plan: SheetPlan;
  readonly at: number;
}

const ROLE_CHOICES = Object.entries(SHEET_ROLES).map(([value, label]) => ({ value, label }));

function OneSheet(props: OneSheetProps) {
  const { plan, at, faults } = props;
  const row = headerField(at);
  return (
    <Panel title={`Trang “${plan.name}”`}>
      <div class="import-sheet">
        <SelectField
          name={roleField(at)}
          label="Nội dung"
          nothing="Không đọc trang này"
          value={plan.role ?? ''}
          choices={ROLE_CHOICES}
          error={errorOf(faults, roleField(at))}
          optional
        />
        <NumberField
          name={row}
          label="Tiêu đề cột ở dòng"
          value={String(plan.headerRow)}
          error={errorOf(faults, row)}
        />
      </div>
      {plan.columns.length > 0 ? (
        <Columns {...props} />
      ) : (
        <p class="soft">Không thấy tiêu đề nào ở dòng này. Hãy ghi số của dòng có tiêu đề.</p>
      )}
    </Panel>
  );
}

/** First those that ask for a look; what was recognised is folded away, and is sent all the same. */
function Columns(props: OneSheetProps) {
  const { plan } = props;
  const sure = plan.columns.filter(({ meaning, font }) => plan.role && meaning && !font);
  const unsure = plan.columns.filter((column) => !sure.includes(column));
  const table = (caption: string, rows: readonly PlannedColumn[]) => (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ position }) => String(position)}
      columns={sheetColumns(props, plan.role)}
    />
  );
  return (
    <>
      {unsure.length > 0 ? table('Cột cần bạn xem', unsure) : null}
      {sure.length > 0 ? (
        <details>
          <summary>{`Đã nhận ra ${sure.length} cột`}</summary>
          {table('Cột đã nhận ra', sure)}
        </details>
      ) : null}
    </>
  );
}

function sheetColumns(props: OneSheetProps, role: SheetRole | null): Column<PlannedColumn>[] {
  const fonts = props.plan.columns.some(({ font }) => font !== null);
  return [
    { key: 'name', head: 'Cột trong tệp', cell: (column) => columnName(column) },
    {
      key: 'samples',
      head: 'Ví dụ',
      cell: (column) => <span class="soft">{samplesOf(column)}</span>,
    },
    ...(role
      ? [
          {
            key: 'meaning',
            head: 'Là cột',
            cell: (column: PlannedColumn) => <Meaning {...props} {...{ column, role }} />,
          },
        ]
      : []),
    ...(role && fonts
      ? [
          {
            key: 'font',
            head: 'Phông cũ',
            cell: (column: PlannedColumn) => <Convert at={props.at} column={column} />,
          },
        ]
      : []),
  ];
}

function samplesOf(column: PlannedColumn): string {
  return column.samples.map((text) => convertedText(column, text)).join(' · ') || 'trống';
}

function Meaning(props: OneSheetProps & { column: PlannedColumn; role: SheetRole }) {
  const { at, column, role, standard } = props;
  return (
    <select
      class="input"
      name={meaningField(at, column.position)}
      aria-label={`Cột ${columnName(column)} là`}
    >
      <option value="">Không dùng</option>
      {columnsOf(role, standard).map(({ key, heading }) => (
        <option key={key} value={key} selected={key === column.meaning}>
          {heading}
        </option>
      ))}
    </select>
  );
}

/** Beside the text as it stands in the file, so that the person sees which of the two is Vietnamese. */
function Convert({ at, column }: { readonly at: number; readonly column: PlannedColumn }) {
  const { font, convert, samples } = column;
  if (!font) return null;
  const name = convertField(at, column.position);
  return (
    <label class="import-convert">
      <input type="checkbox" name={name} value="yes" checked={convert} />
      <span>
        {`Chuyển từ ${FONT_NAMES[font]}: `}
        <span class="soft">{samples[0]}</span>
        {` thành ${convertedText({ ...column, convert: true }, samples[0] ?? '')}`}
      </span>
    </label>
  );
}
