import { fold } from '../../shared/vietnamese.ts';
import type { FigureKind } from './figure.ts';
import type { FormCheck, FormField } from './form.ts';

export const KIND_NAMES: Record<FigureKind, string> = {
  count: 'Số đếm',
  money: 'Tiền (đồng)',
  ratio: 'Tỷ lệ (tự tính)',
  text: 'Đoạn văn',
  list: 'Danh sách',
};

/** A field with its own id beside that of its figure. */
export interface EditedField extends FormField {
  readonly fieldId: string;
  readonly shortName: string;
  /** Only this form asks for the figure and nobody has answered yet: its words may change. */
  readonly own: boolean;
}

export interface EditedSection {
  readonly id: string;
  readonly title: string;
  readonly clausePath: string | null;
  readonly fields: readonly EditedField[];
}

export interface EditedCheck extends FormCheck {
  readonly id: string;
}

export interface EditedForm {
  readonly id: string;
  readonly name: string;
  readonly movementId: string;
  /** The rounds that ask by this form; with one of them it stays as it is for ever. */
  readonly rounds: readonly { readonly id: string; readonly name: string }[];
  readonly sections: readonly EditedSection[];
  readonly checks: readonly EditedCheck[];
}

/** A figure as it can be chosen for a form. */
export interface ChoosableFigure {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: FigureKind;
  readonly measure: string;
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
}

export interface RoleName {
  readonly key: string;
  readonly name: string;
}

export interface ClauseChoice {
  readonly path: string;
  readonly title: string;
}

/** All that may be chosen while editing a form. */
export interface FormChoices {
  readonly figures: readonly ChoosableFigure[];
  readonly roles: readonly RoleName[];
  readonly clauses: readonly ClauseChoice[];
}

export function isInUse({ rounds }: Pick<EditedForm, 'rounds'>): boolean {
  return rounds.length > 0;
}

export function editedFields({ sections }: Pick<EditedForm, 'sections'>): EditedField[] {
  return sections.flatMap((section) => section.fields);
}

/** The fields that can be added up: counts and money. */
export function summableFields(form: Pick<EditedForm, 'sections'>): EditedField[] {
  return editedFields(form).filter(({ kind }) => kind === 'count' || kind === 'money');
}

/** A slug of a name, told apart from those that are taken: `ho-ngheo`, then `ho-ngheo-2`. */
export function slugOf(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name).replace(/[^a-z0-9]+/g, '-');
  const base = words.replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '') || 'so-lieu';
  for (let turn = 1; ; turn++) {
    const slug = turn === 1 ? base : `${base}-${turn}`;
    if (!taken.has(slug)) return slug;
  }
}

/** The ids with one of them a place earlier or later; at an end it stays. */
export function moved(ids: readonly string[], id: string, way: 'up' | 'down'): string[] {
  const from = ids.indexOf(id);
  const to = way === 'up' ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** An identity as people read it: `Đầu năm − thoát nghèo + phát sinh = cuối năm`. */
export function checkSentence(
  { terms, relation, result }: Pick<FormCheck, 'terms' | 'relation' | 'result'>,
  nameOf: (slug: string) => string,
): string {
  const sum = terms.map(({ figure, sign }, at) => {
    const name = `“${nameOf(figure)}”`;
    if (at === 0) return sign > 0 ? name : `− ${name}`;
    return `${sign > 0 ? '+' : '−'} ${name}`;
  });
  const words = relation === '=' ? '=' : 'không lớn hơn';
  return `${sum.join(' ')} ${words} “${nameOf(result)}”`;
}

/** What stands in the way of taking a field out; `undefined`: nothing does. */
export function whyNeeded(form: EditedForm, field: EditedField): string | undefined {
  const check = form.checks.find(
    ({ terms, result }) =>
      result === field.slug || terms.some(({ figure }) => figure === field.slug),
  );
  if (check) return 'một điều kiện của biểu đang dùng số liệu này';
  const ratio = editedFields(form).find(
    (one) => one.numeratorSlug === field.slug || one.denominatorSlug === field.slug,
  );
  return ratio && `tỷ lệ “${ratio.name}” được tính từ số liệu này`;
}
