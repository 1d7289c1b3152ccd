import { notExcel, type SheetLimits, tooLarge } from './cells.ts';
import { type Attributes, readXml, unescapeXstring, type XmlTakers } from './xml.ts';
import { type ByteBudget, openZip, type ZipPart } from './zip.ts';

/** How a number with this style is meant: the format decides, Excel stores all as numbers. */
export type NumberMeaning = 'number' | 'percent' | 'day';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipPart;
}

/** The frame of a workbook: what its small parts say. */
export interface WorkbookFrame {
  readonly parts: ReadonlyMap<string, ZipPart>;
  readonly sheets: readonly SheetPart[];
  readonly stringsPart: ZipPart | undefined;
  readonly meanings: readonly NumberMeaning[];
  readonly stylesPath: string | undefined;
  readonly epoch1904: boolean;
}

/** All that is needed before its sheets can be read: the frame and the shared texts. */
export interface Workbook extends WorkbookFrame {
  readonly strings: readonly string[];
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** Opens an .xlsx in memory. Throws `fileNotWhatItSays` or `fileTooLarge`. */
export async function openWorkbook(
  bytes: Uint8Array,
  budget: ByteBudget,
  limits: SheetLimits,
): Promise<Workbook> {
  const frame = await openFrame(bytes, budget, limits);
  const { stringsPart } = frame;
  return { ...frame, strings: stringsPart ? await readStrings(stringsPart, budget) : [] };
}

/** The same without the shared texts, which may be many. */
export async function openFrame(
  bytes: Uint8Array,
  budget: ByteBudget,
  limits: SheetLimits,
): Promise<WorkbookFrame> {
  const parts = openZip(bytes);
  const path = await workbookPath(parts, budget);
  const relations = await readRelations(parts, path, budget);
  const { entries, epoch1904 } = await readDirectory(partAt(parts, path), budget);
  if (entries.length > limits.sheets) throw tooLarge(limits.sheets, 'trang tính');
  const stylesPath = pathOfType(relations, 'styles');
  const stringsPath = pathOfType(relations, 'sharedStrings');
  const stylesPart = stylesPath ? parts.get(stylesPath) : undefined;
  return {
    parts,
    sheets: sheetParts(entries, relations, parts),
    stringsPart: stringsPath ? parts.get(stringsPath) : undefined,
    meanings: stylesPart ? await readMeanings(stylesPart, budget) : [],
    stylesPath,
    epoch1904,
  };
}

async function workbookPath(parts: ReadonlyMap<string, ZipPart>, budget: ByteBudget) {
  const relations = await readRelations(parts, '', budget);
  const path = pathOfType(relations, 'officeDocument');
  // A .docx has the same frame; only a workbook has its main part under this name.
  if (!path || !/workbook\d*\.xml$/i.test(path)) throw notExcel();
  return path;
}

function partAt(parts: ReadonlyMap<string, ZipPart>, path: string): ZipPart {
  const part = parts.get(path);
  if (!part) throw notExcel();
  return part;
}

async function readRelations(
  parts: ReadonlyMap<string, ZipPart>,
  owner: string,
  budget: ByteBudget,
): Promise<Map<string, Relation>> {
  const slash = owner.lastIndexOf('/') + 1;
  const folder = owner.slice(0, slash);
  const relations = new Map<string, Relation>();
  await readXml(partAt(parts, `${folder}_rels/${owner.slice(slash)}.rels`), budget, {
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || !Id || !Type || !Target) return;
      relations.set(Id, {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        path: join(folder, Target),
      });
    },
  });
  return relations;
}

function join(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function pathOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.path;
}

interface DirectoryEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

async function readDirectory(part: ZipPart, budget: ByteBudget) {
  const entries: DirectoryEntry[] = [];
  let epoch1904 = false;
  await readXml(part, budget, {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = isOn(attributes.date1904);
      if (name === 'sheet') entries.push(directoryEntry(attributes));
    },
  });
  return { entries, epoch1904 };
}

function directoryEntry(attributes: Attributes): DirectoryEntry {
  const relation = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? '';
  return {
    name: (attributes.name ?? '').normalize('NFC'),
    hidden: attributes.state !== undefined && attributes.state !== 'visible',
    relation: attributes[relation] ?? '',
  };
}

function sheetParts(
  entries: readonly DirectoryEntry[],
  relations: ReadonlyMap<string, Relation>,
  parts: ReadonlyMap<string, ZipPart>,
): SheetPart[] {
  return entries.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation);
    // A chart sheet has no cells: it is no table, and no fault either.
    if (found?.type !== 'worksheet') return [];
    return [{ name, hidden, part: partAt(parts, found.path) }];
  });
}

async function readStrings(part: ZipPart, budget: ByteBudget): Promise<string[]> {
  const strings: string[] = [];
  await readXml(
    part,
    budget,
    textTakers((text) => strings.push(text)),
  );
  return strings;
}

/** Takes shared texts in order; phonetic hints (`rPh`) are no part of the text. */
export function textTakers(take: (text: string) => void): XmlTakers {
  let text = '';
  let inText = false;
  let inHint = false;
  return {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inHint = true;
    },
    text: (piece) => {
      if (inText && !inHint) text += piece;
    },
    close: (name) => {
      if (name === 'si') take(unescapeXstring(text).normalize('NFC'));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inHint = false;
    },
  };
}

async function readMeanings(part: ZipPart, budget: ByteBudget): Promise<NumberMeaning[]> {
  const formats = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let inCells = false;
  await readXml(part, budget, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) meanings.push(meaningOf(Number(numFmtId), formats));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return meanings;
}

/** Built-in formats: ECMA-376 part 1, 18.8.30 (9, 10 percent; 14–22 and 27–58 days). */
function meaningOf(id: number, formats: ReadonlyMap<number, string>): NumberMeaning {
  const code = formats.get(id);
  if (code !== undefined) return meaningOfCode(code);
  if (id === 9 || id === 10) return 'percent';
  const builtInDay = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31);
  return builtInDay || id === 36 || (id >= 50 && id <= 58) ? 'day' : 'number';
}

/** A format with a year, or a day and a month, is a day; one with hours only is a number. */
function meaningOfCode(code: string): NumberMeaning {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase();
  if (bare.includes('general') || /[0#?]/.test(bare.replace(/\.0+/g, ''))) {
    return bare.includes('%') ? 'percent' : 'number';
  }
  return /y|d/.test(bare) ? 'day' : 'number';
}

function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
