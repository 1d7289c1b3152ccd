import { CheckField } from '../../shared/html/choices.tsx';
import { NumberField, TextArea } from '../../shared/html/inputs.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import type { Typed } from './standard-draft.ts';

export interface StandardFormProps {
  readonly frame: Frame;
  readonly standard: PovertyStandard;
  readonly version: number;
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
  /** When it is not about a field: someone else was first. */
  readonly message?: string | undefined;
  /** What is stored meanwhile, when someone else was first. */
  readonly stored?: Typed | undefined;
}

/** A field with what was typed, its fault, and what is stored instead when someone was first. */
export const fieldOf = ({ typed, faults, stored }: StandardFormProps) => {
  return (name: string, hint?: string) => ({
    name,
    value: typed[name],
    hint: storedInWords(typed[name] ?? '', stored?.[name]) ?? hint,
    error: faults.find((one) => one.field === name)?.message,
  });
};

function storedInWords(mine: string, stored: string | undefined): string | undefined {
  if (stored === undefined || stored === mine) return undefined;
  return stored === '' ? 'Bản đang lưu để trống ô này.' : `Bản đang lưu: ${stored}`;
}

/** The box for "compared with the text". */
export function Confirmed(props: StandardFormProps & { readonly name: string }) {
  const { name, typed, stored } = props;
  const ticked = typed[name] === 'yes';
  const differs = stored?.[name] !== undefined && (stored[name] === 'yes') !== ticked;
  const words = `Bản đang lưu ${ticked ? 'chưa được' : 'đã được'} đánh dấu.`;
  return (
    <CheckField
      {...{ name, hint: differs ? words : undefined, checked: ticked }}
      label="Đã đối chiếu với văn bản gốc"
    />
  );
}

/** Income and scores of a kind of area, with their source. */
export function LineFields(props: StandardFormProps & { readonly area: AreaType }) {
  const { area } = props;
  const field = (name: string, hint?: string) => fieldOf(props)(`${area}.${name}`, hint);
  return (
    <Panel title={AREA_TYPES[area]}>
      <NumberField {...field('incomeLine')} label="Mức thu nhập một người một tháng" unit="đồng" />
      <NumberField
        {...field('averageLine', 'Để trống nếu văn bản không quy định.')}
        label="Mức sống trung bình, đến"
        unit="đồng"
        optional
      />
      <NumberField
        {...field(
          'scoreLine',
          'Để trống nếu chưa có; khi đó chưa mở kỳ rà soát theo chuẩn này được.',
        )}
        label="Điểm A: nghèo hoặc cận nghèo khi không quá"
        unit="điểm"
        optional
      />
      <NumberField
        {...field('sureScore', 'Chỉ có ở chuẩn 2016–2021; để trống nếu không có.')}
        label="Điểm A: chắc chắn hộ nghèo khi không quá"
        unit="điểm"
        optional
      />
      <TextArea
        {...field('source')}
        label={`Căn cứ của mức ${AREA_TYPES[area].toLocaleLowerCase('vi')}`}
        rows={2}
        maxlength={1000}
      />
      <Confirmed {...props} name={`${area}.confirmed`} />
    </Panel>
  );
}
