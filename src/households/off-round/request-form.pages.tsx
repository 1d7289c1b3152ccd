import { Actions, Button } from '../../shared/html/button.tsx';
import { RadioField, SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, TextArea } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES, CLASSES, type HouseholdClass } from '../household-class.ts';
import type { Household } from '../registry/household.ts';
import { isUsable, type PovertyStandard } from '../standard/poverty-standard.ts';
import { WISHES } from './class-request.ts';
import type { Typed } from './typed-request.ts';

const BACK = { href: '/class-requests', label: 'Rà soát thường xuyên' };

export interface RequestFormProps {
  readonly frame: Frame;
  readonly household: Household;
  /** Masked. */
  readonly headName: string;
  readonly classNow: HouseholdClass;
  /** Those made for this year, the usual first. */
  readonly standards: readonly PovertyStandard[];
  readonly year: number;
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
  /** Another request of the household waits. */
  readonly message?: string | undefined;
}

/** What a household asks, from its paper. */
export function RequestFormPage(props: RequestFormProps) {
  const { frame, headName, faults, message } = props;
  return (
    <Page frame={frame} title="Nhận đề nghị">
      <PageHead title={`Nhận đề nghị của hộ ${headName}`} back={BACK} />
      <ErrorSummary problems={faults} message={message} />
      <HouseholdFacts {...props} />
      {props.standards.some(isUsable) ? (
        <RequestForm {...props} />
      ) : (
        <NoStandard year={props.year} />
      )}
    </Page>
  );
}

function RequestForm(props: RequestFormProps) {
  const { household, typed, faults } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
  return (
    <Form action="/class-requests">
      <HiddenField name="household" value={household.id} />
      <RadioField
        {...field('wish')}
        label="Hộ đề nghị"
        choices={Object.entries(WISHES).map(([value, label]) => ({ value, label }))}
      />
      <DayField {...field('receivedOn')} label="Ngày nhận giấy đề nghị" />
      <TextArea
        {...field('content')}
        label="Nội dung và lý do, như trong giấy"
        hint="Giấy đề nghị theo Mẫu số 04 của Quyết định 24/2021/QĐ-TTg."
        rows={4}
        maxlength={4000}
      />
      <StandardField {...props} />
      <Actions>
        <Button kind="primary" big>
          Nhận đề nghị
        </Button>
      </Actions>
    </Form>
  );
}

function HouseholdFacts({ household, classNow }: RequestFormProps) {
  const { code, villageName, communeName, areaType } = household;
  return (
    <Panel title="Hộ">
      <KeyValues
        facts={[
          { name: 'Mã hộ', value: code },
          { name: 'Nơi ở', value: `${villageName}, ${lowerFirst(communeName)}` },
          { name: 'Khu vực', value: AREA_TYPES[areaType] },
          { name: 'Hiện nay', value: CLASSES[classNow] },
        ]}
      />
    </Panel>
  );
}

function NoStandard({ year }: { readonly year: number }) {
  return (
    <Notice kind="warning">
      Chưa có chuẩn nghèo nào dùng được cho năm {year}: thiếu mức điểm A. Hãy báo cơ quan thường
      trực bổ sung ở trang <a href="/poverty-standards">Chuẩn nghèo</a> rồi nhận đề nghị.
    </Notice>
  );
}

/** Usually there is one standard for the year and nothing to choose. */
function StandardField({ standards, typed, faults }: RequestFormProps) {
  const usable = standards.filter(isUsable);
  const [only, ...others] = usable;
  if (only && others.length === 0) return <HiddenField name="standardId" value={only.id} />;
  return (
    <SelectField
      name="standardId"
      label="Chuẩn nghèo"
      nothing="Chọn chuẩn"
      value={typed.standardId}
      error={errorOf(faults, 'standardId')}
      choices={usable.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
