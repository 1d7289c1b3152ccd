/** The style part with the looks of reasons added, and where they are in it. */
export interface ErrorStyles {
  readonly xml: string;
  /** Place among the cell formats: dark red, wrapped. */
  readonly reasonStyle: number;
  /** Place among the differential formats: a light red row. */
  readonly rowStyle: number;
}

const FONT = '<font><b/><sz val="12"/><color rgb="FF9C0006"/><name val="Times New Roman"/></font>';
const ROW_LOOK =
  '<dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFFE5E2"/><bgColor rgb="FFFFE5E2"/></patternFill></fill></dxf>';

const LISTS = [
  ...['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'],
  ...['tableStyles', 'colors', 'extLst'],
];

/** Adds two looks at the end of their lists, so that all styles in use keep their numbers. */
export function addErrorStyles(styles: string): ErrorStyles {
  const open = styles.replace(
    /<((?:\w+:)?)styleSheet([^>]*)\/>/,
    '<$1styleSheet$2></$1styleSheet>',
  );
  const fonts = append(open, 'fonts', 'font', FONT);
  const look = `<xf numFmtId="49" fontId="${fonts.index}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const formats = append(fonts.xml, 'cellXfs', 'xf', look);
  const looks = append(formats.xml, 'dxfs', 'dxf', ROW_LOOK);
  return { xml: looks.xml, reasonStyle: formats.index, rowStyle: looks.index };
}

/** A plain item comes first where the list is empty: cells without a style have the first of it. */
function append(styles: string, list: string, item: string, added: string) {
  const xml = withList(styles, list);
  const shape = new RegExp(`<(\\w+:)?${list}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${list}>)`);
  const match = shape.exec(xml);
  const prefix = match?.[1] ?? '';
  const items = new RegExp(`<${prefix}${item}[\\s/>]`, 'g');
  const inside = match?.[3]?.match(items) ? match[3] : `<${prefix}${item}/>`;
  const index = [...inside.matchAll(items)].length;
  const whole = `<${prefix}${list} count="${index + 1}">${inside}${withPrefix(added, prefix)}</${prefix}${list}>`;
  const at = match?.index ?? 0;
  return { xml: xml.slice(0, at) + whole + xml.slice(at + (match?.[0].length ?? 0)), index };
}

/** Every list may be missing, and each has its place (ECMA-376 part 1, 18.8.39). */
function withList(xml: string, list: string): string {
  if (new RegExp(`<(\\w+:)?${list}[\\s/>]`).test(xml)) return xml;
  const prefix = /<(\w+:)?styleSheet[\s>]/.exec(xml)?.[1] ?? '';
  const later = LISTS.slice(LISTS.indexOf(list) + 1).join('|');
  const before = new RegExp(`<${prefix}(${later})[\\s/>]|</${prefix}styleSheet>`);
  return xml.replace(before, (next) => `<${prefix}${list}></${prefix}${list}>${next}`);
}

/** The same marks under the prefix that the document uses. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(\w)/g, `<$1${prefix}$2`);
}
