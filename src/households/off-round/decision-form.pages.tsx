import { Actions, Button } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, NumberField, TextArea } from '../../shared/html/inputs.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { CLASSES } from '../household-class.ts';
import { type ClassRequest, PAPERS, paperOf } from './class-request.ts';
import type { Typed } from './typed-request.ts';

export interface DecisionFormProps {
  readonly request: ClassRequest;
  /** The survey allows to grant what is asked. */
  readonly borneOut: boolean;
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
}

/** The chairman's choice: grant what the survey bears out, or refuse and say why. */
export function DecisionForm(props: DecisionFormProps) {
  const { request, borneOut, typed, faults } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
  return (
    <Panel title={borneOut ? 'Quyết định' : 'Từ chối đề nghị'}>
      {borneOut ? null : <p>{whyNot(request)}</p>}
      <Form action={`/class-requests/${request.id}/decision`}>
        <HiddenField name="version" value={String(request.version)} />
        <Verdict {...props} />
        <TextArea
          {...field('reason')}
          label="Lý do từ chối"
          hint="Câu này in vào văn bản gửi hộ."
          rows={3}
          maxlength={1000}
          optional={borneOut}
        />
        <NumberField
          {...field('number')}
          label="Số văn bản"
          hint="Số kế tiếp của loại văn bản này trong năm; đổi nếu sổ của văn thư khác."
        />
        <DayField {...field('decidedOn')} label="Ngày ký" />
        <Actions>
          <Button kind="primary" big>
            Ký và trả lời hộ
          </Button>
        </Actions>
      </Form>
    </Panel>
  );
}

/** Where the survey does not bear out the wish there is nothing to choose. */
function Verdict({ request, borneOut, typed, faults }: DecisionFormProps) {
  if (!borneOut) return <HiddenField name="verdict" value="refuse" />;
  const given = PAPERS[paperOf(true, request.result)].toLocaleLowerCase('vi');
  return (
    <RadioField
      name="verdict"
      value={typed.verdict}
      error={errorOf(faults, 'verdict')}
      label="Trả lời hộ"
      choices={[
        { value: 'grant', label: grantWords(request), hint: `Ký ${given}.` },
        { value: 'refuse', label: 'Từ chối', hint: 'Ký văn bản từ chối có nêu lý do.' },
      ]}
    />
  );
}

function grantWords({ result, classBefore }: ClassRequest): string {
  if (result === 'not-poor')
    return `Công nhận ${CLASSES[classBefore].toLocaleLowerCase('vi').replace('hộ ', 'hộ thoát ')}`;
  return `Công nhận là ${CLASSES[result ?? 'poor'].toLocaleLowerCase('vi')}`;
}

function whyNot({ result, classBefore }: ClassRequest): string {
  if (result === null) return 'Chưa có phiếu khảo sát nên chưa công nhận được.';
  const [now, before] = [result, classBefore].map((one) => CLASSES[one].toLocaleLowerCase('vi'));
  return `Kết quả khảo sát là ${now}, hộ đang là ${before}: không đúng với điều hộ đề nghị nên không công nhận được.`;
}
