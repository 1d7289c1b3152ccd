import { Actions, Button } from '../shared/html/button.tsx';
import { CheckList, RadioField } from '../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { DayField, NumberField, TextArea, TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { pathInWords } from './path-words.ts';
import { EVIDENCES, type RoleToday } from './task.ts';

interface FormPageProps {
  readonly frame: Frame;
  /** What the form writes: "Giao nhiệm vụ". */
  readonly title: string;
  readonly action: string;
  /** The clause that it hangs on. */
  readonly clause: { readonly id: string; readonly path: string; readonly words: string };
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FieldProblem[];
}

function Shell(props: FormPageProps & { children: preact.ComponentChildren }) {
  const { frame, title, action, clause, faults, children } = props;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={clause.words}
        back={{ href: `/clauses/${clause.id}`, label: `Mục ${pathInWords(clause.path)}` }}
      />
      <ErrorSummary problems={faults} />
      <Form action={action}>
        {children}
        <Actions>
          <Button kind="primary" big>
            {title}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

function fieldsOf({ typed, faults }: FormPageProps) {
  return (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
}

export interface TaskFormPageProps extends FormPageProps {
  readonly roles: readonly RoleToday[];
  readonly lead: readonly string[];
  readonly beside: readonly string[];
}

/** A task: what, who leads, who co-ordinates, until when, shown by what. */
export function TaskFormPage(props: TaskFormPageProps) {
  const { roles, lead, beside } = props;
  const field = fieldsOf(props);
  const choices = roles.map(({ key, name, holders }) => ({
    value: key,
    label: name,
    hint: heldBy(holders),
  }));
  return (
    <Shell {...props}>
      <TextField {...field('name')} label="Việc phải làm" />
      <CheckList {...field('lead')} label="Vai chủ trì" choices={choices} values={lead} />
      <CheckList
        {...field('with')}
        label="Vai phối hợp"
        choices={choices}
        values={beside}
        optional
      />
      <RadioField
        {...field('due')}
        label="Hạn"
        choices={[
          {
            value: 'before',
            label: 'Hằng năm, trước ngày',
            hint: 'Ngày ghi ở dưới không còn tính.',
          },
          { value: 'until', label: 'Hằng năm, đến hết ngày' },
          { value: 'year', label: 'Trong một năm' },
          { value: 'period', label: 'Suốt một thời gian' },
        ]}
      />
      <TextField
        {...field('dueDay')}
        label="Ngày/tháng của hạn hằng năm"
        hint="Ví dụ 20/11. “Trước ngày 20/11” nghĩa là 19/11 là ngày cuối đúng hạn."
        optional
      />
      <TextField {...field('dueYear')} label="Năm phải xong" inputmode="numeric" optional />
      <DayField {...field('dueFrom')} label="Từ ngày" optional />
      <DayField {...field('dueTo')} label="Đến ngày" optional />
      <RadioField
        {...field('evidence')}
        label="Minh chứng"
        choices={Object.entries(EVIDENCES).map(([value, label]) => ({ value, label }))}
      />
    </Shell>
  );
}

function heldBy(holders: RoleToday['holders']): string {
  const [first, ...others] = holders;
  if (!first) return 'Hiện không có đơn vị nào giữ vai này';
  return others.length === 0 ? first.unitName : `${others.length + 1} đơn vị`;
}

/** That a task was done, and what shows it. */
export function ResultFormPage(props: FormPageProps) {
  const field = fieldsOf(props);
  return (
    <Shell {...props}>
      <TextField {...field('year')} label="Cho năm" inputmode="numeric" />
      <DayField {...field('doneOn')} label="Ngày hoàn thành" />
      <TextArea
        {...field('proof')}
        label="Minh chứng"
        hint="Số và ngày văn bản, biên bản hội nghị, nơi lưu. Ghi một lần, không sửa được về sau."
      />
    </Shell>
  );
}

/** A target of a clause. */
export function TargetFormPage(props: FormPageProps) {
  const field = fieldsOf(props);
  return (
    <Shell {...props}>
      <TextField {...field('name')} label="Tên chỉ tiêu" />
      <TextField {...field('measure')} label="Đơn vị tính" hint="%, hộ, nhà, triệu đồng" />
      <RadioField
        {...field('better')}
        label="Thế nào là tốt"
        choices={[
          { value: 'lower', label: 'Giảm là tốt' },
          { value: 'higher', label: 'Tăng là tốt' },
        ]}
      />
      <TextField {...field('source')} label="Nguồn của chỉ tiêu" />
    </Shell>
  );
}

/** A year of a target: what was planned, what was reached. */
export function TargetValuePage(props: FormPageProps & { readonly measure: string }) {
  const field = fieldsOf(props);
  const unit = props.measure;
  return (
    <Shell {...props}>
      <TextField {...field('year')} label="Năm" inputmode="numeric" />
      <NumberField {...field('planned')} label="Mục tiêu" unit={unit} optional />
      <NumberField {...field('reached')} label="Đạt được" unit={unit} optional />
      <TextField {...field('source')} label="Nguồn" />
    </Shell>
  );
}
