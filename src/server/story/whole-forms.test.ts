import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSeed } from './seed.ts';
import { wholeForms } from './whole-forms.ts';

const seed = readSeed(join(import.meta.dirname, '../../..'));
const forms = new Map(wholeForms(seed.forms).map((form) => [form.key, form]));
const kinds = new Map(seed.figures.map((figure) => [figure.slug, figure.kind]));

function fieldsFor(key: string, role: string): string[] {
  const fields = forms.get(key)?.sections.flatMap((section) => section.fields) ?? [];
  return fields.filter((field) => field.roles.includes(role)).map((field) => field.figure);
}

test('the form of 2025 is the one of 2022 with differences', () => {
  expect(fieldsFor('2022', 'district')).toContain('resources_people');
  expect(fieldsFor('2025', 'district')).toEqual([]);
  expect(fieldsFor('2025', 'commune')).toContain('resources_people');
  expect(fieldsFor('2022', 'commune')).not.toContain('temporary_houses_done');
  expect(fieldsFor('2025', 'commune')).toContain('temporary_houses_done');
  expect(forms.get('2025')?.checks.length).toBeGreaterThan(forms.get('2022')?.checks.length ?? 0);
});

test('districts do not type the poverty of their communes', () => {
  expect(fieldsFor('2022', 'district').filter((slug) => slug.startsWith('poor'))).toEqual([]);
});

test('no role types so much that it takes more than minutes', () => {
  for (const key of forms.keys())
    for (const { key: role } of seed.movement.roles) {
      const typed = fieldsFor(key, role).filter((slug) => kinds.get(slug) !== 'ratio');
      expect(typed.length, `${role}, ${key}`).toBeLessThanOrEqual(20);
    }
});

test('each field asks a figure that there is, for roles that there are', () => {
  const roles = new Set(seed.movement.roles.map((role) => role.key));
  for (const { sections } of forms.values())
    for (const field of sections.flatMap((section) => section.fields)) {
      expect(kinds.has(field.figure), field.figure).toBe(true);
      expect(field.roles.filter((role) => !roles.has(role))).toEqual([]);
    }
});

test('a form cannot copy one that does not come before it', () => {
  const orphan = { key: 'b', name: 'B', copiedFrom: 'a', checks: [] };
  expect(() => wholeForms({ groups: {}, forms: [orphan] })).toThrow('forms.json');
});
