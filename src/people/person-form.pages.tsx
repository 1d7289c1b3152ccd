import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { CheckList, SelectField } from '../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { DayField, HiddenField, TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { DUTIES, DUTY_NAMES } from './person.ts';
import type { TypedPerson } from './person-draft.ts';

export const DUTY_CHOICES = DUTY_NAMES.map((duty) => ({ value: duty, label: DUTIES[duty] }));

export interface PersonFormProps {
  readonly frame: Frame;
  /** Made when the form was shown: the same form sent twice creates one person. */
  readonly formId: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly typed: TypedPerson;
  readonly problems?: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** One new person with account, position and duties. */
export function PersonFormPage(props: PersonFormProps) {
  const { frame, formId, problems = [], message } = props;
  return (
    <Page frame={frame} title="Tạo tài khoản">
      <PageHead
        title="Tạo tài khoản"
        lead="Tạo xong sẽ có phiếu đăng nhập lần đầu để in và trao tận tay."
        back={{ href: '/people', label: 'Tài khoản' }}
      />
      <ErrorSummary problems={problems} message={message} />
      <Form action="/people">
        <HiddenField name="formId" value={formId} />
        <WhoFields {...props} />
        <PlaceFields {...props} />
        <AccountFields {...props} />
        <Actions>
          <Button kind="primary" big>
            Tạo tài khoản
          </Button>
          <ButtonLink href="/people" kind="quiet">
            Thôi
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}

function WhoFields({ typed, problems = [] }: PersonFormProps) {
  return (
    <>
      <TextField
        name="fullName"
        label="Họ và tên"
        value={typed.fullName}
        error={errorOf(problems, 'fullName')}
        autocomplete="off"
      />
      <TextField
        name="title"
        label="Chức vụ"
        hint="Như sẽ in dưới chữ ký, ví dụ: Chuyên viên, Phó Chủ tịch."
        value={typed.title}
        error={errorOf(problems, 'title')}
        autocomplete="off"
      />
    </>
  );
}

function PlaceFields({ typed, units, problems = [] }: PersonFormProps) {
  const from = errorOf(problems, 'from');
  return (
    <>
      <SelectField
        name="unitId"
        label="Đơn vị"
        value={typed.unitId}
        nothing={units.length === 1 ? undefined : 'Chọn đơn vị'}
        choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        error={errorOf(problems, 'unitId')}
      />
      <CheckList
        name="duties"
        label="Nhiệm vụ tại đơn vị này"
        hint="Chưa rõ thì để trống, giao sau cũng được."
        choices={DUTY_CHOICES}
        values={typed.duties}
        optional
      />
      <DayField name="from" label="Từ ngày" value={typed.from} error={from} />
    </>
  );
}

function AccountFields({ typed, problems = [] }: PersonFormProps) {
  return (
    <>
      <TextField
        name="email"
        label="Thư điện tử"
        type="email"
        value={typed.email}
        error={errorOf(problems, 'email')}
        autocomplete="off"
        optional
      />
      <TextField
        name="login"
        label="Tên đăng nhập"
        hint="Để trống thì đặt theo tên: Nguyễn Thị Lan → lannt."
        value={typed.login}
        error={errorOf(problems, 'login')}
        autocomplete="off"
        optional
      />
    </>
  );
}
