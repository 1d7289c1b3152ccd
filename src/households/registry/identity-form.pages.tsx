import { Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { PURPOSES, type PurposeTyped } from './purpose.ts';

export interface IdentityFormProps {
  readonly action: string;
  readonly typed: PurposeTyped;
  readonly problems: readonly FieldProblem[];
}

/** The door before a name: what it is read for, and the word that this is kept. */
export function IdentityForm({ action, typed, problems }: IdentityFormProps) {
  return (
    <Form action={action}>
      <p>
        Tên và số căn cước được che. Muốn xem, hãy nêu mục đích; hệ thống ghi lại ai xem, lúc nào,
        để làm gì.
      </p>
      <SelectField
        name="purpose"
        label="Mục đích"
        nothing="Chọn mục đích"
        value={typed.purpose}
        error={errorOf(problems, 'purpose')}
        choices={Object.entries(PURPOSES).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="words"
        label="Nói rõ thêm"
        hint="Với “Khác” phải ghi rõ."
        optional
        maxlength={200}
        value={typed.words}
        error={errorOf(problems, 'words')}
      />
      <Button>Xem tên và số căn cước</Button>
    </Form>
  );
}
