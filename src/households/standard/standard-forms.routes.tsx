import type { VNode } from 'preact';
import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import {
  type AskedStandard,
  askedStandard,
  keepsStandards,
  standardOf,
} from './asked-standard.routes.ts';
import { ConfirmationPage, IndicatorFormPage, type PartFormProps } from './part-forms.pages.tsx';
import type { PovertyStandard } from './poverty-standard.ts';
import {
  confirmStandard,
  copyStandard,
  rewriteIndicator,
  rewriteStandard,
  type SeenStandard,
} from './standard-changes.actions.ts';
import type { Typed } from './standard-draft.ts';
import { NewStandardPage, StandardFormPage } from './standard-form.pages.tsx';
import { isUsed, useInWords } from './standard-use.ts';
import { findPart } from './standard-words.ts';
import { copyOf, typedIndicator, typedStandard } from './typed-standard.ts';

const POLICY = { config: { door: 'policy' } } as const;
const LIST = '/poverty-standards';
const ONE = `${LIST}/:standard`;

type Seen = SeenStandard & { readonly part: string };

/** One of the forms of a standard: where it stands, how it begins, what it stores. */
interface StandardForm {
  readonly path: string;
  /** May it be filled in although something stands by the standard? */
  readonly whenUsed: boolean;
  /** As it is offered; `undefined` when the standard has no such part. */
  typedFor(standard: PovertyStandard, part: string): Typed | undefined;
  page(props: PartFormProps): VNode;
  /** Gives the id of the standard to show next. */
  store(house: House, person: Person, seen: Seen, typed: Typed): Promise<string>;
  readonly done: string;
}

const FORMS: readonly StandardForm[] = [
  {
    ...{ path: `${ONE}/edit`, whenUsed: false, done: 'Đã lưu chuẩn nghèo.' },
    typedFor: typedStandard,
    page: (props) => <StandardFormPage {...props} />,
    store: (house, person, seen, typed) =>
      rewriteStandard(house, person, seen, typed).then(() => seen.id),
  },
  {
    ...{ path: `${ONE}/indicators/:part`, whenUsed: false, done: 'Đã lưu chỉ số.' },
    typedFor({ indicators }, part) {
      const indicator = indicators.find(({ key }) => key === part);
      return indicator && typedIndicator(indicator);
    },
    page: (props) => <IndicatorFormPage {...props} />,
    store: (house, person, seen, typed) =>
      rewriteIndicator(house, person, { ...seen, key: seen.part }, typed).then(() => seen.id),
  },
  {
    ...{ path: `${ONE}/confirmations/:part`, whenUsed: true, done: 'Đã xác nhận và ghi căn cứ.' },
    typedFor: (standard, part) => findPart(standard, part) && {},
    page: (props) => <ConfirmationPage {...props} />,
    store: (house, person, seen, typed) =>
      confirmStandard(house, person, seen, typed).then(() => seen.id),
  },
  {
    ...{
      path: `${ONE}/copy`,
      whenUsed: true,
      done: 'Đã thêm chuẩn nghèo. Hãy xem lại các chỉ số.',
    },
    typedFor: (standard) => typedStandard(copyOf(standard, newId())),
    page: (props) => <NewStandardPage {...props} />,
    store: (house, person, { id }, typed) => copyStandard(house, person, id, typed),
  },
];

/** What the standing agency does with a standard; each form keeps what was typed. */
export function standardFormsRoutes(site: Site, house: House): void {
  for (const form of FORMS) {
    site.get(form.path, POLICY, (request, reply) => show(form, request, reply, house));
    site.post(form.path, POLICY, (request, reply) => store(form, request, reply, house));
  }
}

async function show(form: StandardForm, request: Request, reply: Reply, house: House) {
  const asked = await fillable(form, request, house);
  const typed = offered(form, asked.standard, partOf(request));
  return reply.page(form.page({ ...propsOf(request, asked), typed, faults: [] }));
}

async function store(
  form: StandardForm,
  request: Request,
  reply: Reply,
  house: House,
): Promise<Reply> {
  const typed = formFields(request);
  try {
    const id = await form.store(house, personOf(request), seenOf(request, typed), typed);
    return reply.done(`${LIST}/${id}`, form.done);
  } catch (error) {
    if (!isMendable(error)) throw error;
    const asked = await fillable(form, request, house);
    return reply.page(form.page(refused(form, request, asked, typed, error)), error.status);
  }
}

/**
 * The form again with all that was typed. Where someone else was first it carries the new
 * version and says at each field what is stored: who compares and presses again means it.
 */
function refused(
  form: StandardForm,
  request: Request,
  asked: AskedStandard,
  typed: Typed,
  { key, fields: faults }: Problem,
): PartFormProps {
  const props = { ...propsOf(request, asked), typed, faults };
  const { version } = seenOf(request, typed);
  if (key !== 'changedMeanwhile')
    return { ...props, version: version < 0 ? asked.version : version };
  return {
    ...props,
    message:
      'Người khác vừa lưu chuẩn này nên phần bạn nhập chưa được lưu, vẫn ở dưới. Ô nào khác bản đang lưu có ghi ngay tại ô; lưu lần nữa sẽ thay bản đang lưu.',
    stored: offered(form, asked.standard, partOf(request)),
  };
}

function propsOf(request: Request, { standard, version }: AskedStandard) {
  return { frame: request.frame(), standard, version, part: partOf(request) };
}

function offered(form: StandardForm, standard: PovertyStandard, part: string): Typed {
  return found(form.typedFor(standard, part), 'phần này của chuẩn nghèo');
}

/** The standard of the address for those who keep it, while the form may be filled in. */
async function fillable(form: StandardForm, request: Request, house: House) {
  must(await keepsStandards(request, house), 'chuẩn nghèo');
  const asked = await askedStandard(request, house);
  const { standard, use } = asked;
  if (!form.whenUsed && isUsed(use))
    throw new Problem('standardUsed', { standard: standard.name, why: useInWords(use) });
  return asked;
}

/** The part in the address; empty where the form is about the whole. */
function partOf(request: Request): string {
  return param(request, 'part');
}

function seenOf(request: Request, typed: Typed): Seen {
  const { version = '' } = typed;
  return {
    id: standardOf(request),
    version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
    part: partOf(request),
  };
}

function isMendable(error: unknown): error is Problem {
  return (
    error instanceof Problem && (error.key === 'invalidForm' || error.key === 'changedMeanwhile')
  );
}
