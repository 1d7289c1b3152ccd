import type { FieldSeed, FormSeed, FormsSeed, SectionSeed } from './seed-shapes.ts';

type WholeForm = FormSeed & { readonly sections: readonly SectionSeed[] };

/**
 * Forms as they are filled: names of groups replaced by their roles, and a form that is another
 * one with differences written out whole. Throws where a form copies one that does not precede.
 */
export function wholeForms({ groups, forms }: FormsSeed): WholeForm[] {
  const whole: WholeForm[] = [];
  for (const form of forms) {
    const original = whole.find((one) => one.key === form.copiedFrom);
    if (form.copiedFrom && !original) throw new Error(`forms.json: no form ${form.copiedFrom}`);
    const sections = original ? changed(original, form) : (form.sections ?? []);
    whole.push({
      ...form,
      sections: sections.map((section) => withRoles(section, groups)),
      checks: [...(original?.checks ?? []), ...form.checks],
    });
  }
  return whole;
}

function withRoles(section: SectionSeed, groups: FormsSeed['groups']): SectionSeed {
  const named = (role: string) => groups[role] ?? [role];
  const fields = section.fields.map((field) => ({ ...field, roles: field.roles.flatMap(named) }));
  return { ...section, fields };
}

function changed(original: WholeForm, form: FormSeed): SectionSeed[] {
  const gone = new Set(form.withoutRoles ?? []);
  const kept = (field: FieldSeed) => ({
    ...field,
    roles: field.roles.filter((role) => !gone.has(role)),
  });
  return original.sections
    .map((section) => ({
      ...section,
      fields: [
        ...section.fields
          .map(kept)
          .filter(({ figure, roles }) => roles.length > 0 && !form.without?.includes(figure)),
        ...(form.additions ?? [])
          .filter((one) => one.section === section.title)
          .map(({ section: _, ...field }) => field),
      ],
    }))
    .filter((section) => section.fields.length > 0);
}
