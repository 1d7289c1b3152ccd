import type { ComponentChildren } from 'preact';
import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { RadioField, SelectField } from '../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { DayField, TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { DUTY_CHOICES } from './person-form.pages.tsx';

export interface AssignmentProps {
  readonly frame: Frame;
  readonly person: { readonly id: string; readonly name: string };
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message: string | undefined;
}

type Units = readonly { readonly id: string; readonly name: string }[];

/** A new duty at a unit for a time. */
export function DutyFormPage(props: AssignmentProps & { units: Units }) {
  const { typed, problems, person, units } = props;
  return (
    <AssignmentPage
      {...props}
      title={`Giao nhiệm vụ cho ${person.name}`}
      action={`/people/${person.id}/duties`}
      button="Giao nhiệm vụ"
    >
      <RadioField
        name="duty"
        label="Nhiệm vụ"
        choices={DUTY_CHOICES}
        value={typed.duty}
        error={errorOf(problems, 'duty')}
      />
      <UnitField units={units} value={typed.unitId} problems={problems} />
      <DayField name="from" label="Từ ngày" value={typed.from} error={errorOf(problems, 'from')} />
      <DayField
        name="to"
        label="Đến hết ngày"
        hint="Để trống nếu chưa định ngày kết thúc."
        value={typed.to}
        error={errorOf(problems, 'to')}
        optional
      />
    </AssignmentPage>
  );
}

/** One more position of a person. */
export function PositionFormPage(props: AssignmentProps & { units: Units }) {
  const { typed, problems, person, units } = props;
  return (
    <AssignmentPage
      {...props}
      title={`Thêm chức vụ cho ${person.name}`}
      action={`/people/${person.id}/positions`}
      button="Thêm chức vụ"
    >
      <TextField
        name="title"
        label="Chức vụ"
        value={typed.title}
        error={errorOf(problems, 'title')}
        autocomplete="off"
      />
      <UnitField units={units} value={typed.unitId} problems={problems} />
      <DayField name="from" label="Từ ngày" value={typed.from} error={errorOf(problems, 'from')} />
    </AssignmentPage>
  );
}

interface EndProps extends AssignmentProps {
  /** The sentence of the duty, or the position. */
  readonly what: string;
  readonly action: string;
}

/** The last day of a duty. */
export function EndDutyPage(props: EndProps) {
  return (
    <AssignmentPage {...props} title="Kết thúc nhiệm vụ" button="Kết thúc nhiệm vụ">
      <p>{props.what}</p>
      <LastDay {...props} />
    </AssignmentPage>
  );
}

type Colleagues = readonly { readonly id: string; readonly name: string; readonly title: string }[];

/** The last day of a position, and who takes over the duties. */
export function HandOverPage(props: EndProps & { colleagues: Colleagues }) {
  const { typed, problems, colleagues } = props;
  return (
    <AssignmentPage {...props} title={`Bàn giao: ${props.person.name}`} button="Bàn giao">
      <p>
        {props.what}. Mọi nhiệm vụ tại đơn vị này kết thúc cùng ngày; người kế nhiệm đảm nhận từ hôm
        sau.
      </p>
      <LastDay {...props} />
      <SelectField
        name="successorId"
        label="Người kế nhiệm"
        nothing="Chưa có người kế nhiệm"
        value={typed.successorId}
        choices={colleagues.map((one) => ({ value: one.id, label: `${one.name}, ${one.title}` }))}
        error={errorOf(problems, 'successorId')}
        optional
      />
    </AssignmentPage>
  );
}

function LastDay({ typed, problems }: AssignmentProps) {
  return (
    <DayField
      name="lastDay"
      label="Ngày cuối cùng"
      value={typed.lastDay}
      error={errorOf(problems, 'lastDay')}
    />
  );
}

interface UnitFieldProps {
  readonly units: Units;
  readonly value: string | undefined;
  readonly problems: readonly FieldProblem[];
}

function UnitField({ units, value, problems }: UnitFieldProps) {
  return (
    <SelectField
      name="unitId"
      label="Tại đơn vị"
      value={value}
      nothing={units.length === 1 ? undefined : 'Chọn đơn vị'}
      choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      error={errorOf(problems, 'unitId')}
    />
  );
}

interface AssignmentPageProps extends AssignmentProps {
  readonly title: string;
  readonly action: string;
  readonly button: string;
  readonly children: ComponentChildren;
}

function AssignmentPage(props: AssignmentPageProps) {
  const { frame, person, title, action, button, problems, message, children } = props;
  const back = `/people/${person.id}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead title={title} back={{ href: back, label: person.name }} />
      <ErrorSummary problems={problems} message={message} />
      <Form action={action}>
        {children}
        <Actions>
          <Button kind="primary" big>
            {button}
          </Button>
          <ButtonLink href={back} kind="quiet">
            Thôi
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
