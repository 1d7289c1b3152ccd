import { childOf, numberOf, settingOf, switchOf, type XmlElement } from './docx-xml.ts';

/** What a Word style, or a paragraph's own properties, say about the looks and the list. */
export interface DocxStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
  readonly hidden?: boolean;
  readonly centred?: boolean;
  /** 1 outermost. */
  readonly headingLevel?: number;
  readonly numId?: number;
  readonly listLevel?: number;
}

/** The styles of `word/styles.xml` by id, each with what it inherits. */
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** How far `basedOn` is followed; a circle of styles ends here. */
const LONGEST_CHAIN = 12;

export function readStyles(root: XmlElement | undefined): DocxStyles {
  const own = new Map<string, XmlElement>();
  for (const style of childOf(root, 'styles')?.children ?? []) {
    if (style.name === 'style' && style.attributes.styleId)
      own.set(style.attributes.styleId, style);
  }
  return new Map([...own.keys()].map((id) => [id, inherit(id, own, LONGEST_CHAIN)]));
}

function inherit(id: string, own: ReadonlyMap<string, XmlElement>, left: number): DocxStyle {
  const style = own.get(id);
  if (!style || left === 0) return {};
  const parent = settingOf(style, 'basedOn');
  return {
    ...(parent === undefined ? {} : inherit(parent, own, left - 1)),
    ...runLooks(childOf(style, 'rPr')),
    ...paragraphLooks(childOf(style, 'pPr')),
  };
}

/** The looks said by `w:rPr`; only what is said. */
export function runLooks(properties: XmlElement | undefined): DocxStyle {
  return said({
    bold: switchOf(properties, 'b'),
    italic: switchOf(properties, 'i'),
    capitals: switchOf(properties, 'caps'),
    hidden: switchOf(properties, 'vanish'),
  });
}

/** Alignment, heading depth and list said by `w:pPr`; only what is said. */
export function paragraphLooks(properties: XmlElement | undefined): DocxStyle {
  const list = childOf(properties, 'numPr');
  const outline = numberOf(properties, 'outlineLvl');
  const alignment = settingOf(properties, 'jc');
  return said({
    centred: alignment === undefined ? undefined : alignment === 'center',
    // Outline level 9 is Word's "body text".
    headingLevel: outline === undefined || outline > 8 ? undefined : outline + 1,
    numId: numberOf(list, 'numId'),
    listLevel: numberOf(list, 'ilvl'),
  });
}

function said(looks: { [Key in keyof DocxStyle]: DocxStyle[Key] | undefined }): DocxStyle {
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
}
