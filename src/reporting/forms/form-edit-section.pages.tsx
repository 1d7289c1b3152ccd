import { Actions, Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FormChoices } from './form-edit.ts';
import { binder, clauseChoices, type PartPageProps } from './form-edit-part.ts';

/** A part of a form: its title, and the clause of the plan that it asks about. */
export function SectionPage(props: PartPageProps & { readonly choices: FormChoices }) {
  const { frame, form, action, faults, choices, typed } = props;
  const bind = binder(props);
  return (
    <Page frame={frame} title="Phần của biểu">
      <PageHead
        title="Phần của biểu"
        lead={form.name}
        back={{ href: `/forms/${form.id}`, label: form.name }}
      />
      <ErrorSummary problems={faults} />
      <Form action={action}>
        <TextField {...bind('title')} label="Tên phần" />
        <SelectField
          {...bind('clausePath')}
          label="Khoản mục của kế hoạch"
          optional
          nothing="Không gắn khoản mục nào"
          choices={clauseChoices(choices, typed.clausePath)}
        />
        <Actions>
          <Button kind="primary">Lưu phần này</Button>
        </Actions>
      </Form>
    </Page>
  );
}
