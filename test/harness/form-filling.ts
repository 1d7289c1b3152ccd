import { all, labelOf, textOf } from './page-markup.ts';

/** A file as a person would choose it. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What is typed or chosen: text, a tick, several ticks or options by their words, a file. */
export type Entry = string | boolean | readonly string[] | ChosenFile;

const files = new WeakMap<Element, ChosenFile>();

/** Types or chooses in the field with this label or name. Throws, naming the fields there are. */
export function fillField(form: Element, key: string, entry: Entry): void {
  const fields = controlsOf(form).filter((one) => one.getAttribute('type') !== 'hidden');
  const named = fields.filter((one) => one.getAttribute('name') === key);
  const wanted = named.length > 0 ? named : fields.filter((one) => isCalled(one, key));
  const [field] = wanted;
  if (!field) throw new Error(`No field "${key}" in this form; there are: ${names(fields)}`);
  if (wanted.length > 1 && !isBox(field))
    throw new Error(`"${key}" names ${wanted.length} fields of this form; say it by name`);
  if (field.hasAttribute('readonly') || field.hasAttribute('disabled'))
    throw new Error(`The field "${key}" cannot be changed`);
  fill(field, wanted, entry);
}

function fill(field: Element, group: readonly Element[], entry: Entry): void {
  if (typeof entry === 'object' && 'bytes' in entry) files.set(field, entry);
  else if (isBox(field)) tick(group, entry);
  else if (field.localName === 'select') choose(field, typeof entry === 'string' ? [entry] : entry);
  else if (field.localName === 'textarea') field.textContent = String(entry);
  else field.setAttribute('value', String(entry));
}

/** Ticks exactly those boxes of a group that are meant: by yes or no, by label or by value. */
function tick(group: readonly Element[], entry: Entry): void {
  const wanted = Array.isArray(entry) ? (entry as string[]) : [entry];
  for (const box of group) {
    const meant = wanted.some(
      (one) => one === true || (typeof one === 'string' && means(box, one)),
    );
    box.toggleAttribute('checked', meant);
  }
  if (wanted.some((one) => typeof one === 'string' && !group.some((box) => means(box, one))))
    throw new Error(`There is no choice "${wanted.join(', ')}"; there are: ${names(group)}`);
}

function choose(select: Element, entry: Entry): void {
  const wanted = entry as readonly string[];
  const options = all(select, 'option');
  for (const option of options)
    option.toggleAttribute(
      'selected',
      wanted.some((one) => means(option, one)),
    );
  if (!wanted.every((one) => options.some((option) => means(option, one))))
    throw new Error(
      `There is no choice "${wanted.join(', ')}"; there are: ${options.map(textOf).join(' | ')}`,
    );
}

function means(choice: Element, words: string): boolean {
  const label = choice.localName === 'option' ? textOf(choice) : plainLabel(choice);
  return label === words || choice.getAttribute('value') === words;
}

/** A box answers to its own label and to the legend of its group; other fields to their label. */
function isCalled(field: Element, words: string): boolean {
  if (plainLabel(field) === words) return true;
  return isBox(field) && textOf(field.closest('fieldset')?.querySelector('legend')) === words;
}

function isBox(field: Element): boolean {
  return ['radio', 'checkbox'].includes(field.getAttribute('type') ?? '');
}

function plainLabel(field: Element): string {
  return labelOf(field).replace(/ \(không bắt buộc\)$/, '');
}

function names(fields: readonly Element[]): string {
  return fields.map((one) => plainLabel(one) || one.getAttribute('name')).join(' | ');
}

/** The fields of a form in the order of the page, those outside that belong to it included. */
function controlsOf(form: Element): Element[] {
  const fields = all(form.ownerDocument, 'input, select, textarea');
  return fields.filter((one) => {
    const owner = one.getAttribute('form');
    return owner === null ? one.closest('form') === form : owner === form.id;
  });
}

/** What a browser would send: name and value of each field that counts, and of the button pressed. */
export function entriesOf(form: Element, button: Element): [string, string | ChosenFile][] {
  const fields = controlsOf(form).filter((one) => !isDisabled(one));
  const sent = [...fields, button].flatMap((one) => valuesOf(one));
  return sent.filter(([name]) => name !== '');
}

function isDisabled(field: Element): boolean {
  return field.hasAttribute('disabled') || field.closest('fieldset[disabled]') !== null;
}

function valuesOf(field: Element): [string, string | ChosenFile][] {
  const name = field.getAttribute('name') ?? '';
  const type = field.getAttribute('type') ?? '';
  if (type === 'file') return [[name, files.get(field) ?? NO_FILE]];
  if (isBox(field))
    return field.hasAttribute('checked') ? [[name, field.getAttribute('value') ?? 'on']] : [];
  if (field.localName === 'select') return selected(field).map((value) => [name, value]);
  // A browser sends line ends as CR LF and drops the first one of a text area.
  if (field.localName === 'textarea')
    return [[name, (field.textContent ?? '').replace(/^\n/, '').replace(/\r?\n/g, '\r\n')]];
  return [[name, field.getAttribute('value') ?? '']];
}

const NO_FILE: ChosenFile = { name: '', type: 'application/octet-stream', bytes: new Uint8Array() };

function selected(select: Element): string[] {
  const options = all(select, 'option');
  const chosen = options.filter((one) => one.hasAttribute('selected'));
  const first = select.hasAttribute('multiple') ? [] : options.slice(0, 1);
  const standing = chosen.length > 0 ? chosen : first;
  return standing.map((one) => one.getAttribute('value') ?? textOf(one));
}
