/** Named styles of a Word file: sizes and faces of Decree 30/2020, annex I. */
import { millimetres } from './word-xml.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size?: number;
  readonly face?: string;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Twips before and after; `line` in 240ths of a line, with `exact` in twips. */
  readonly spacing?: string;
  readonly indent?: number;
  readonly first?: string;
  readonly last?: string;
}

const BOLD = '<w:b/>';
const ITALIC = '<w:i/>';
const KEEP = '<w:keepNext/>';
const BODY = 'w:before="120" w:line="259" w:lineRule="auto"';
const FIRST_LINE = millimetres(12.7);
const RULE = '<w:pBdr><w:bottom w:val="single" w:sz="5" w:space="0" w:color="000000"/></w:pBdr>';

/** The names are what an officer sees in Word. */
const STYLES: readonly Style[] = [
  { id: 'Body', name: 'Nội dung', align: 'both', spacing: BODY, indent: FIRST_LINE },
  { id: 'Basis', name: 'Căn cứ', align: 'both', spacing: BODY, indent: FIRST_LINE, face: ITALIC },
  ...[1, 2, 3].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    align: 'both' as const,
    spacing: BODY,
    indent: FIRST_LINE,
    face: level < 3 ? BOLD : '',
    first: KEEP,
    last: `<w:outlineLvl w:val="${level - 1}"/>`,
  })),
  { id: 'Head', name: 'Tên cơ quan cấp trên', size: 26, align: 'center' },
  { id: 'HeadBold', name: 'Tên cơ quan', size: 26, align: 'center', face: BOLD },
  { id: 'Motto', name: 'Tiêu ngữ', align: 'center', face: BOLD },
  { id: 'Rule', name: 'Đường kẻ', size: 2, spacing: 'w:line="70" w:lineRule="exact"', first: RULE },
  { id: 'Number', name: 'Số, ký hiệu', size: 26, align: 'center', spacing: 'w:before="120"' },
  {
    id: 'PlaceDate',
    name: 'Địa danh, ngày',
    align: 'center',
    spacing: 'w:before="120"',
    face: ITALIC,
  },
  {
    id: 'TypeName',
    name: 'Tên loại',
    align: 'center',
    spacing: 'w:before="280"',
    face: BOLD,
    first: KEEP,
  },
  { id: 'Summary', name: 'Trích yếu', align: 'center', face: BOLD, first: KEEP },
  { id: 'AddressOne', name: 'Kính gửi', align: 'center', spacing: 'w:before="200" w:after="80"' },
  { id: 'AddressLead', name: 'Kính gửi nhiều nơi', spacing: 'w:before="200"' },
  { id: 'Address', name: 'Nơi kính gửi', spacing: 'w:before="60"' },
  {
    id: 'Centred',
    name: 'Giữa dòng',
    align: 'center',
    spacing: 'w:before="120"',
    face: BOLD,
    first: KEEP,
  },
  {
    id: 'Attached',
    name: 'Kèm theo',
    align: 'center',
    spacing: 'w:before="40"',
    face: ITALIC,
    first: KEEP,
  },
  { id: 'Authority', name: 'Quyền hạn, chức vụ', align: 'center', face: BOLD, first: KEEP },
  { id: 'Signer', name: 'Người ký', align: 'center', spacing: 'w:before="1470"', face: BOLD },
  { id: 'RecipientsLabel', name: 'Nơi nhận', size: 24, face: BOLD + ITALIC, first: KEEP },
  { id: 'Recipient', name: 'Danh sách nơi nhận', size: 22 },
  { id: 'CellLeft', name: 'Ô trái', size: 24, spacing: 'w:before="30" w:after="30"' },
  {
    id: 'CellCentre',
    name: 'Ô giữa',
    size: 24,
    align: 'center',
    spacing: 'w:before="30" w:after="30"',
  },
  {
    id: 'CellRight',
    name: 'Ô phải',
    size: 24,
    align: 'right',
    spacing: 'w:before="30" w:after="30"',
  },
  {
    id: 'TableCaption',
    name: 'Tên bảng',
    size: 26,
    align: 'center',
    spacing: 'w:before="160" w:after="40"',
    face: BOLD,
    first: KEEP,
  },
  {
    id: 'TableUnit',
    name: 'Đơn vị tính',
    size: 24,
    align: 'right',
    spacing: 'w:after="40"',
    face: ITALIC,
    first: KEEP,
  },
  { id: 'Gap', name: 'Khoảng cách', size: 2, spacing: 'w:line="60" w:lineRule="exact"' },
  { id: 'PageNumber', name: 'Số trang', size: 26, align: 'center' },
];

/** The content of `word/styles.xml`: Times New Roman 14 pt, Vietnamese, and the styles below. */
export function wordStyles(): string {
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  return defaults + normal + STYLES.map(styleXml).join('') + TABLE_STYLES;
}

/** Order of the elements is the schema's: Word refuses others. */
function styleXml(style: Style): string {
  const { id, name, size, face = '', align, spacing, indent, first = '', last = '' } = style;
  const [keep, border] = first === RULE ? ['', first] : [first, ''];
  const paragraph = [
    ...[keep, border],
    spacing ? `<w:spacing ${spacing}/>` : '',
    indent ? `<w:ind w:firstLine="${indent}"/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    last,
  ].join('');
  const run = face + (size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '');
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const LINES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** Frames have no cell margins: with Word's own 1.9 mm the nation's name would wrap. */
const TABLE_STYLES = `<w:style w:type="table" w:styleId="Frame"><w:name w:val="Khung"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Lined"><w:name w:val="Bảng kẻ"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${LINES}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>`;
