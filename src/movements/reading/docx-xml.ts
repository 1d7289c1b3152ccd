import { SaxesParser } from 'saxes';
import { notDocx } from './docx-archive.ts';

/** An element without its namespace prefix: `w:p` is `p`. Only `t` elements keep text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const DEEPEST = 200;
const MOST_ELEMENTS = 600_000;

/** Pictures, text boxes and embedded objects: their inside is no paragraph of the plan. */
const NOT_TEXT = new Set(['drawing', 'pict', 'object', 'txbxContent']);

/**
 * One XML part as a tree, at most 200 deep and 600 000 elements large.
 * No document type is accepted, so no entity can be declared, expanded or fetched.
 * Throws `fileNotWhatItSays` for anything that is not such XML.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  try {
    parserInto(root).write(new TextDecoder('utf-8').decode(bytes)).close();
  } catch {
    throw notDocx();
  }
  return root;
}

function parserInto(root: XmlElement): SaxesParser<{ xmlns: false; position: false }> {
  const open = [root];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let count = 0;
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length > DEEPEST) refuse();
    const element = {
      name: local(tag.name),
      attributes: bare(tag.attributes),
      children: [],
      text: '',
    };
    if (!NOT_TEXT.has(element.name)) open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element?.name === 't') element.text += text;
  });
  parser.on('closetag', () => open.pop());
  return parser;
}

function refuse(): never {
  throw notDocx();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function bare(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [local(name), value]),
  );
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The `val` of the first child of that name: how Word writes most properties. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.val;
}

/** A whole number in `val`, or `undefined`. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number(settingOf(element, name) ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A switch such as `<w:b/>`: present and not turned off; `undefined` when the element says nothing. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? 'true');
}
