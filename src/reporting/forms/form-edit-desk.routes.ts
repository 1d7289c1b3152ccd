import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  type Reply,
  type Request,
} from '../../shared/web.ts';
import { loadHolder } from '../rounds/rounds.sql.ts';
import type { PartOf } from './form-edit.actions.ts';
import { mayEditForm } from './form-edit.policy.ts';
import { loadEditedForm, loadFormChoices } from './form-edit.sql.ts';
import { type EditedForm, type FormChoices, isInUse } from './form-edit.ts';

export const POLICY = { config: { door: 'policy' } } as const;
const IN_USE = 'Biểu này đã dùng cho một kỳ nên không sửa được; hãy chép thành biểu mới.';

/** What to mend, by field of a page. */
export type Faults = readonly { readonly field: string; readonly message: string }[];

/** A form in hand of someone who may edit forms. */
export interface Desk {
  readonly request: Request;
  readonly reply: Reply;
  readonly house: House;
  readonly form: EditedForm;
  readonly choices: FormChoices;
}

/** Opens a page or takes a change; a form in use leads back to itself, with the reason. */
export function atDesk(house: House, next: (desk: Desk) => Reply | Promise<Reply>) {
  return async (request: Request, reply: Reply): Promise<Reply> => {
    const id = param(request, 'id');
    const form = found(
      isId(id) ? await loadEditedForm(house.db, id) : undefined,
      'biểu báo cáo này',
    );
    const agency = await loadHolder(house.db, form.movementId, 'standing', house.today());
    must(mayEditForm(personOf(request), agency), 'các biểu báo cáo');
    if (isInUse(form)) return reply.done(`/forms/${form.id}`, IN_USE);
    const choices = await loadFormChoices(house.db, form.movementId);
    return next({ request, reply, house, form, choices });
  };
}

/** The section, field or check that the address names. */
export function partOf({ request, form }: Pick<Desk, 'request' | 'form'>): PartOf {
  return { formId: form.id, partId: param(request, 'part') };
}

/** Which way a part is to move. */
export function wayOf({ request }: Pick<Desk, 'request'>): 'up' | 'down' {
  return formFields(request).way === 'up' ? 'up' : 'down';
}

/** Back to the form, with what was done. */
export function back({ reply, form }: Desk, said: string): Reply {
  return reply.done(`/forms/${form.id}`, said);
}
