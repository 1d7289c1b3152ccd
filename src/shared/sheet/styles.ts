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

/** Adds two looks at the end of their lists, so that all styles in use keep their numbers. */
export function addErrorStyles(styles: string): ErrorStyles {
  const fonts = append(styles, 'fonts', 'font', FONT);
  const look = `<xf numFmtId="49" fontId="${fonts.index}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const formats = append(fonts.xml, 'cellXfs', 'xf', look);
  const looks = append(withLooks(formats.xml), 'dxfs', 'dxf', ROW_LOOK);
  return { xml: looks.xml, reasonStyle: formats.index, rowStyle: looks.index };
}

/** `dxfs` may be missing; it stands after the cell styles (ECMA-376 part 1, 18.8.39). */
function withLooks(xml: string): string {
  if (/<(\w+:)?dxfs[\s/>]/.test(xml)) return xml;
  const prefix = /<(\w+:)?styleSheet[\s>]/.exec(xml)?.[1] ?? '';
  const before = new RegExp(`<${prefix}(tableStyles|colors|extLst)[\\s/>]|</${prefix}styleSheet>`);
  return xml.replace(before, (next) => `<${prefix}dxfs count="0"></${prefix}dxfs>${next}`);
}

function append(xml: string, list: string, item: string, added: string) {
  const shape = new RegExp(`<(\\w+:)?${list}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${list}>)`);
  const match = shape.exec(xml);
  const prefix = match?.[1] ?? '';
  const inside = match?.[3] ?? '';
  const index = [...inside.matchAll(new RegExp(`<${prefix}${item}[\\s/>]`, 'g'))].length;
  const whole = `<${prefix}${list} count="${index + 1}">${inside}${withPrefix(added, prefix)}</${prefix}${list}>`;
  const at = match?.index ?? 0;
  return { xml: xml.slice(0, at) + whole + xml.slice(at + (match?.[0].length ?? 0)), index };
}

/** The same marks under the prefix that the document uses. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(\w)/g, `<$1${prefix}$2`);
}
