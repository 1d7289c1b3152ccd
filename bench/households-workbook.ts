import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** How large the made-up province is. */
export interface BookSize {
  readonly households: number;
  readonly communes: number;
  readonly villagesEach: number;
}

export const COMMUNE = (at: number) => `Xã Thử ${at + 1}`;
export const VILLAGE = (at: number) => `Bản ${at + 1}`;

/** A row of numbers that looks drawn by lot and is the same in every run (mulberry32). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FAMILIES =
  'Lò Giàng Hoàng Vàng Tẩn Nguyễn Lù Phạm Sùng Mùa Thào Chang Vừ Lý Đèo Pờ Lường Quàng'.split(' ');
const MIDDLES = {
  m: 'Văn A Đức Minh Công Xuân Quang Seo'.split(' '),
  f: 'Thị Thu Ngọc Y Kim Thúy'.split(' '),
};
const GIVEN =
  'Phương Mai Nam Hương Páo Hoa Bình Sơn Lan Dế Chứ Sáu Tủa Vảng Pha Dinh Dung Tuấn Hải Yến Xuân Hạnh Thanh Tâm Ly Sử Dơ Mỷ Chu Phừ'.split(
    ' ',
  );
const GROUPS = ['Thái', 'Mông', 'Kinh', 'Dao', 'Giáy', 'Hà Nhì', 'La Hủ', 'Lự', 'Mảng', 'Khơ mú'];
const RELATIONS = ['Vợ hoặc chồng', 'Con', 'Con', 'Con', 'Con dâu, con rể', 'Bố, mẹ', 'Cháu'];

/** Shared texts as Excel keeps them: each once, in the order of their first use. */
class SharedTexts {
  readonly #places = new Map<string, number>();
  uses = 0;
  place(text: string): number {
    this.uses++;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }
  get texts(): Iterable<string> {
    return this.#places.keys();
  }
  get size(): number {
    return this.#places.size;
  }
}

type Value = string | number | { readonly day: number } | null;

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
const LETTERS = Array.from({ length: 80 }, (_, at) => letters(at));

function rowXml(number: number, values: readonly Value[], shared: SharedTexts): string {
  let xml = `<row r="${number}" spans="1:${values.length}">`;
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (value === null || value === undefined) continue;
    const address = `${LETTERS[at]}${number}`;
    if (typeof value === 'string')
      xml += `<c r="${address}" t="s"><v>${shared.place(value)}</v></c>`;
    else if (typeof value === 'number') xml += `<c r="${address}"><v>${value}</v></c>`;
    else xml += `<c r="${address}" s="1"><v>${value.day}</v></c>`;
  }
  return `${xml}</row>`;
}

export const HOUSEHOLD_HEADINGS: readonly string[] = [
  ...[
    'Mã hộ',
    'Xã',
    'Thôn, bản',
    'Khu vực',
    'Họ và tên chủ hộ',
    'Giới tính',
    'Ngày sinh',
    'Dân tộc',
  ],
  ...['Số CCCD', 'Số nhân khẩu', 'Số nhân khẩu đầu năm', 'Phân loại đầu năm', 'Điểm A'],
  ...['Việc làm', 'Người phụ thuộc trong hộ', 'Dinh dưỡng', 'Bảo hiểm y tế'],
  ...['Trình độ giáo dục của người lớn', 'Tình trạng đi học của trẻ em', 'Chất lượng nhà ở'],
  ...['Diện tích nhà ở bình quân đầu người', 'Nguồn nước sinh hoạt', 'Nhà tiêu hợp vệ sinh'],
  ...['Sử dụng dịch vụ viễn thông', 'Phương tiện phục vụ tiếp cận thông tin'],
  ...['Số trẻ em dưới 16 tuổi', 'Trẻ em thiếu hụt y tế', 'Trẻ em thiếu hụt giáo dục'],
  ...['Đối tượng: Không có khả năng lao động', 'Đối tượng: Có người có công với cách mạng'],
  ...['Đối tượng: Chủ hộ là nữ', 'Nguyên nhân: Không có đất sản xuất'],
  ...[
    'Nguyên nhân: Không có vốn sản xuất, kinh doanh',
    'Nguyên nhân: Không có kỹ năng lao động, sản xuất',
  ],
  ...['Nhu cầu: Tín dụng', 'Nhu cầu: Nhà ở', 'Biến động'],
];
export const MEMBER_HEADINGS: readonly string[] = [
  ...['Mã hộ', 'STT', 'Họ và tên', 'Quan hệ với chủ hộ', 'Giới tính', 'Ngày sinh', 'Dân tộc'],
  ...['Số CCCD', 'Bảo hiểm y tế', 'Đang đi học', 'Suy dinh dưỡng'],
];

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SMALL_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': CONTENT_TYPES,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Hộ" sheetId="1" r:id="rId1"/><sheet name="Thành viên" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

interface Someone {
  readonly name: string;
  readonly sex: 'm' | 'f';
  readonly born: number;
  readonly number: string;
}

const FIRST_SERIAL = 16_000; // in the year 1943

/** One household with its people, from its place in the book alone. */
export function madeUpHousehold(at: number, size: BookSize) {
  const lot = lots(at + 1);
  const pick = <T>(all: readonly T[]) => all[Math.floor(lot() * all.length)] as T;
  // A province's file goes commune by commune, village by village.
  const commune = Math.floor((at * size.communes) / size.households);
  const village =
    Math.floor((at * size.communes * size.villagesEach) / size.households) % size.villagesEach;
  const someone = (no: number, least: number, most: number): Someone => {
    const sex = lot() < 0.5 ? 'm' : 'f';
    const name = `${pick(FAMILIES)} ${pick(MIDDLES[sex])} ${pick(GIVEN)}`;
    const born = FIRST_SERIAL + Math.floor(least + lot() * (most - least));
    return {
      name,
      sex,
      born,
      number: `012${String(at).padStart(7, '0')}${String(no).padStart(2, '0')}`,
    };
  };
  const count = 2 + Math.floor(lot() * 6); // 4.5 people on average
  const people = Array.from({ length: count }, (_, no) =>
    no < 2 ? someone(no, 0, 20_000) : someone(no, 20_000, 29_500),
  );
  const deprived = Array.from({ length: 12 }, () => lot() < 0.25);
  return { commune, village, people, deprived, lot, pick, ethnicity: pick(GROUPS) };
}

function householdRow(at: number, size: BookSize): Value[] {
  const { commune, village, people, deprived, lot, pick, ethnicity } = madeUpHousehold(at, size);
  const head = people[0] as Someone;
  const mark = (share: number) => (lot() < share ? 'x' : null);
  const children = people.length - 2;
  return [
    ...[codeOf(at), COMMUNE(commune), VILLAGE(village), 'Nông thôn', head.name],
    ...[head.sex === 'm' ? 'Nam' : 'Nữ', { day: head.born }, ethnicity, head.number, people.length],
    ...[
      people.length,
      pick(['Hộ nghèo', 'Hộ cận nghèo', 'Hộ không nghèo']),
      90 + Math.floor(lot() * 90),
    ],
    ...deprived.map((one) => (one ? 'x' : 0)),
    ...[children, Math.floor(lot() * (children + 1)), Math.floor(lot() * (children + 1))],
    ...[
      mark(0.1),
      mark(0.05),
      head.sex === 'f' ? 'x' : null,
      mark(0.3),
      mark(0.3),
      mark(0.2),
      mark(0.3),
      mark(0.2),
      null,
    ],
  ];
}

const codeOf = (at: number) => `LC-${String(at + 1).padStart(6, '0')}`;

function memberRows(at: number, size: BookSize): Value[][] {
  const { people, lot, ethnicity } = madeUpHousehold(at, size);
  return people.map((one, no) => [
    ...[
      codeOf(at),
      no + 1,
      one.name,
      no === 0 ? 'Chủ hộ' : (RELATIONS[(at + no) % RELATIONS.length] ?? 'Con'),
    ],
    ...[one.sex === 'm' ? 'Nam' : 'Nữ', { day: one.born }, ethnicity, no < 3 ? one.number : null],
    ...[lot() < 0.9 ? 'có' : 'không', no > 1 ? 'có' : null, no > 1 && lot() < 0.1 ? 'có' : null],
  ]);
}

/**
 * Writes a workbook of made-up households as Excel would: shared texts, one style for days. The
 * texts stand before the sheets, which spares exceljs a detour over the disk.
 */
export async function writeBook(
  path: string,
  size: BookSize,
): Promise<{ members: number; cells: number }> {
  const shared = new SharedTexts();
  const parts: Record<string, string[]> = {
    'xl/worksheets/sheet1.xml': [],
    'xl/worksheets/sheet2.xml': [],
  };
  const [one, two] = Object.values(parts) as [string[], string[]];
  let members = 0;
  sheet(one, HOUSEHOLD_HEADINGS, shared, function* () {
    for (let at = 0; at < size.households; at++) yield householdRow(at, size);
  });
  sheet(two, MEMBER_HEADINGS, shared, function* () {
    for (let at = 0; at < size.households; at++)
      for (const row of memberRows(at, size)) {
        members++;
        yield row;
      }
  });
  const out = createWriteStream(path);
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    out.write(piece);
  });
  for (const [name, text] of Object.entries(SMALL_PARTS)) {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(strToU8(text), true);
  }
  const put = (name: string, texts: Iterable<string>) => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    for (const text of texts) part.push(strToU8(text), false);
    part.push(new Uint8Array(0), true);
  };
  put('xl/sharedStrings.xml', sharedXml(shared));
  for (const [name, texts] of Object.entries(parts)) put(name, texts);
  zip.end();
  out.end();
  await once(out, 'close');
  return { members, cells: shared.uses };
}

function sheet(
  out: string[],
  headings: readonly string[],
  shared: SharedTexts,
  rows: () => Iterable<Value[]>,
): void {
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(1, headings, shared)}`;
  let number = 1;
  for (const row of rows()) {
    text += rowXml(++number, row, shared);
    if (text.length > 1_000_000) {
      out.push(text);
      text = '';
    }
  }
  out.push(`${text}</sheetData></worksheet>`);
}

function* sharedXml(shared: SharedTexts): Iterable<string> {
  let text = `${HEAD}<sst xmlns="${MAIN}" count="${shared.uses}" uniqueCount="${shared.size}">`;
  for (const one of shared.texts) {
    text += `<si><t>${one}</t></si>`;
    if (text.length > 1_000_000) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sst>`;
}
