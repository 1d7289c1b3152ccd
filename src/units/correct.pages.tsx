import { Button } from '../shared/html/button.tsx';
import { type Choice, RadioField, SelectField } from '../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { DayField, NumberField, TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel } from '../shared/html/sections.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { AREA_KINDS } from './correction.ts';
import type { StandingUnit, UnitWithPeriods } from './standing.ts';
import { type LevelRow, OFFICE_KINDS } from './unit.ts';

export interface TypedForm {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
}

export interface CorrectPageProps extends TypedForm {
  readonly frame: Frame;
  readonly unit: UnitWithPeriods;
  /** Who could follow this unit: those of its sort that stand today. */
  readonly others: readonly StandingUnit[];
}

/** Two corrections of a unit: another name from a day, and its end. Both keep the past. */
export function CorrectPage({ frame, unit, others, typed, problems }: CorrectPageProps) {
  const name = unit.periods.at(-1)?.full_name ?? '';
  const address = `/units/${unit.id}`;
  return (
    <Page frame={frame} title={`Sửa ${name}`}>
      <PageHead
        title={`Đổi tên hoặc kết thúc ${name}`}
        lead="Tên và thời gian cũ được giữ nguyên; thay đổi chỉ có hiệu lực từ ngày ghi dưới đây."
        back={{ href: address, label: name }}
      />
      <ErrorSummary problems={problems} />
      <Panel title="Đổi tên">
        <RenameForm address={address} {...{ typed, problems }} />
      </Panel>
      <Panel title="Kết thúc">
        <EndForm address={address} {...{ typed, problems }} others={others} unitId={unit.id} />
      </Panel>
    </Page>
  );
}

function RenameForm({ address, typed, problems }: TypedForm & { readonly address: string }) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Form action={`${address}/rename`}>
      <TextField {...field('name')} label="Tên đầy đủ mới" />
      <DayField {...field('from')} label="Từ ngày" />
      <TextField {...field('source')} label="Căn cứ" hint="Loại, số, ngày của văn bản" />
      <Button kind="primary">Đổi tên</Button>
    </Form>
  );
}

interface EndFormProps extends TypedForm {
  readonly address: string;
  readonly unitId: string;
  readonly others: readonly StandingUnit[];
}

function EndForm({ address, typed, problems, others, unitId }: EndFormProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Form action={`${address}/end`}>
      <DayField {...field('lastDay')} label="Ngày hoạt động cuối cùng" />
      <SelectField
        {...field('successor')}
        label="Đơn vị tiếp nối"
        optional
        nothing="Không có đơn vị tiếp nối"
        choices={choicesOf(others.filter((one) => one.unit_id !== unitId))}
      />
      <NumberField {...field('share')} label="Phần nhập vào đơn vị đó" unit="%" optional />
      <TextField {...field('endSource')} label="Căn cứ" hint="Loại, số, ngày của văn bản" />
      <Button kind="danger">Kết thúc đơn vị</Button>
    </Form>
  );
}

function choicesOf(units: readonly StandingUnit[]): Choice[] {
  return units.map((one) => ({ value: one.unit_id, label: one.full_name }));
}

export interface NewUnitPageProps extends TypedForm {
  readonly frame: Frame;
  readonly levels: readonly LevelRow[];
  readonly areas: readonly StandingUnit[];
  readonly offices: readonly StandingUnit[];
}

/** A unit that no list brought. */
export function NewUnitPage(props: NewUnitPageProps) {
  const { frame, typed, problems } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Page frame={frame} title="Thêm đơn vị">
      <PageHead title="Thêm đơn vị" back={{ href: '/units', label: 'Đơn vị' }} />
      <ErrorSummary problems={problems} />
      <Form action="/units/new">
        <RadioField {...field('sort')} value={typed.sort ?? 'area'} label="Là" choices={SORTS} />
        <TextField {...field('name')} label="Tên đầy đủ" />
        <SelectField {...field('kind')} label="Loại" nothing="Chọn loại" choices={KINDS} />
        <Placing {...props} />
        <TextField {...field('code')} label="Mã chính thức" optional />
        <DayField {...field('from')} label="Từ ngày" />
        <TextField {...field('source')} label="Căn cứ" hint="Loại, số, ngày của văn bản" />
        <Button kind="primary">Thêm đơn vị</Button>
      </Form>
    </Page>
  );
}

function Placing({ typed, problems, levels, areas, offices }: NewUnitPageProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <>
      <SelectField
        {...field('level')}
        label="Cấp"
        nothing="Chọn cấp"
        choices={levels.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <SelectField
        {...field('parent')}
        label="Trực thuộc"
        hint="Địa bàn trực thuộc địa bàn, cơ quan trực thuộc cơ quan."
        optional
        nothing="Không trực thuộc đơn vị nào"
        choices={choicesOf([...areas, ...offices])}
      />
      <SelectField
        {...field('area')}
        label="Địa bàn phục vụ (với cơ quan)"
        optional
        nothing="Không gắn địa bàn"
        choices={choicesOf(areas)}
      />
    </>
  );
}

const SORTS: Choice[] = [
  { value: 'area', label: 'Địa bàn' },
  { value: 'office', label: 'Cơ quan' },
];

const KINDS: Choice[] = [
  ...AREA_KINDS.map((kind) => ({ value: kind, label: `Địa bàn: ${kind}` })),
  ...Object.entries(OFFICE_KINDS).map(([value, name]) => ({ value, label: `Cơ quan: ${name}` })),
];
