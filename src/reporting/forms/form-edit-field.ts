import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import type { FigureKind } from './figure.ts';
import {
  type ChoosableFigure,
  type EditedField,
  type EditedForm,
  editedFields,
  type FormChoices,
  KIND_NAMES,
  summableFields,
} from './form-edit.ts';

/** A figure that is made together with its first field. */
export interface NewFigure {
  readonly name: string;
  readonly shortName: string;
  readonly kind: FigureKind;
  readonly measure: string;
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
  readonly better: 'lower' | 'higher' | null;
  readonly followsReview: boolean;
  readonly clausePath: string | null;
}

/** How a form asks for a figure. */
export interface FieldRules {
  readonly sectionId: string;
  readonly roles: readonly string[];
  readonly required: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly warnChangePercent: number | null;
  readonly prefill: string | null;
  readonly hint: string | null;
}

/** The words of a figure that nobody else uses yet. */
export interface FigureWords {
  readonly name: string;
  readonly shortName: string;
  readonly measure: string;
}

export type Typed = Readonly<Record<string, string | undefined>>;
export type Faulty = { readonly faults: readonly FieldProblem[] };
type Say = (field: string, message: string) => void;

/** Reads the rules of a field as typed; `roles` are the boxes ticked. */
export function readFieldRules(
  typed: Typed,
  ticked: readonly string[],
  form: EditedForm,
  choices: FormChoices,
): FieldRules | Faulty {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const roles = choices.roles.map(({ key }) => key).filter((key) => ticked.includes(key));
  if (roles.length === 0) say('roles', 'Hãy chọn ít nhất một vai điền số liệu này.');
  const sectionId = typed.sectionId ?? '';
  if (!form.sections.some(({ id }) => id === sectionId)) say('sectionId', 'Hãy chọn một phần.');
  const [minimum, maximum, warnChangePercent] = (['minimum', 'maximum', 'warn'] as const).map(
    (name) => readBound(typed, name, say),
  );
  if (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum)
    say('maximum', 'Mức cao nhất đang nhỏ hơn mức thấp nhất. Hãy sửa một trong hai.');
  const prefill = typed.prefill || null;
  if (prefill && !choices.figures.some(({ slug }) => slug === prefill))
    say('prefill', 'Hãy chọn một số liệu trong danh sách.');
  if (faults.length > 0) return { faults };
  return {
    ...{ sectionId, roles, required: typed.required === 'yes', prefill },
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    warnChangePercent: warnChangePercent ?? null,
    hint: clean(typed.hint ?? '') || null,
  };
}

function readBound(typed: Typed, name: string, say: Say): number | null {
  const text = typed[name]?.trim() ?? '';
  if (text === '') return null;
  const amount = parseNumber(text);
  if (amount !== undefined && amount >= 0) return amount;
  say(name, `“${text}” không phải là số từ 0 trở lên. Hãy nhập số, hoặc để trống nếu không cần.`);
  return null;
}

/** The figure chosen among those that exist; a ratio needs both its parts in the form. */
export function readChosenFigure(
  typed: Typed,
  form: EditedForm,
  { figures }: FormChoices,
): ChoosableFigure | Faulty {
  const figure = figures.find(({ id }) => id === typed.figureId);
  const say = (message: string) => ({ faults: [{ field: 'figureId', message }] });
  if (!figure) return say('Hãy chọn một số liệu trong danh sách.');
  const asked = new Set(editedFields(form).map(({ id }) => id));
  if (asked.has(figure.id)) return say('Biểu này đã hỏi số liệu đó rồi. Hãy chọn số liệu khác.');
  const parts = [figure.numeratorId, figure.denominatorId].filter((id) => id !== null);
  if (parts.every((id) => asked.has(id))) return figure;
  return say('Tỷ lệ này được tính từ hai số liệu chưa có đủ trong biểu. Hãy thêm hai số đó trước.');
}

/** A figure of one's own making, as typed. */
export function readNewFigure(typed: Typed, form: EditedForm): NewFigure | Faulty {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const words = readFigureWords(typed, say);
  const kind = (typed.kind ?? '') as FigureKind;
  if (!Object.hasOwn(KIND_NAMES, kind)) say('kind', 'Hãy chọn loại số liệu.');
  const parts = kind === 'ratio' ? readParts(typed, form, say) : NO_PARTS;
  if (faults.length > 0 || !words) return { faults };
  const better = typed.better === 'lower' || typed.better === 'higher' ? typed.better : null;
  return {
    ...words,
    ...parts,
    ...{ kind, measure: MEASURES[kind] ?? words.measure, better },
    followsReview: typed.followsReview === 'yes',
    clausePath: typed.clausePath || null,
  };
}

const NO_PARTS = { numeratorId: null, denominatorId: null };
const MEASURES: Partial<Record<FigureKind, string>> = {
  ratio: '%',
  money: 'đồng',
  text: '',
  list: '',
};

function readParts(typed: Typed, form: EditedForm, say: Say) {
  const fields = summableFields(form);
  const part = (name: string) => fields.find(({ id }) => id === typed[name])?.id ?? null;
  const [numeratorId, denominatorId] = [part('numerator'), part('denominator')];
  if (!numeratorId) say('numerator', 'Hãy chọn tử số trong các số liệu của biểu.');
  if (!denominatorId) say('denominator', 'Hãy chọn mẫu số trong các số liệu của biểu.');
  if (numeratorId && numeratorId === denominatorId)
    say('denominator', 'Mẫu số phải khác tử số. Hãy chọn số liệu khác.');
  return { numeratorId, denominatorId };
}

/** Name, short name and measure; the short name follows the name where it is left out. */
export function readFigureWords(typed: Typed, say: Say): FigureWords | undefined {
  const name = clean(typed.name ?? '');
  const shortName = clean(typed.shortName ?? '') || name;
  if (!name) say('name', 'Hãy ghi tên số liệu như trong biểu, ví dụ “Nhà xây mới cho hộ nghèo”.');
  else if (name.length > 200) say('name', 'Tên dài quá 200 ký tự. Hãy rút gọn.');
  if (shortName.length > 200) say('shortName', 'Tên ngắn dài quá. Hãy rút gọn.');
  return name ? { name, shortName, measure: clean(typed.measure ?? '') } : undefined;
}

/** A field as its form would have been typed. */
export function typedField(field: EditedField, sectionId: string): Record<string, string> {
  const text = (amount: number | null) => (amount === null ? '' : String(amount).replace('.', ','));
  return {
    ...{ sectionId, name: field.name, shortName: field.shortName, measure: field.measure },
    required: field.required ? 'yes' : '',
    minimum: text(field.minimum),
    maximum: text(field.maximum),
    warn: text(field.warnChangePercent),
    prefill: field.prefill ?? '',
    hint: field.hint ?? '',
  };
}
