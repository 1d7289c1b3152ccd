import { notDocx, openDocx } from './docx-archive.ts';
import { countLists, type NextMarker, readLists } from './docx-numbering.ts';
import {
  type DocxStyle,
  type DocxStyles,
  paragraphLooks,
  readStyles,
  runLooks,
} from './docx-styles.ts';
import { childOf, readXml, settingOf, type XmlElement } from './docx-xml.ts';
import {
  type PlanCell,
  type PlanParagraph,
  type PlanRun,
  paragraphFrom,
} from './plan-paragraph.ts';

/** Text that was deleted or moved away under tracked changes, and codes of fields. */
const GONE = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback']);

interface Reading {
  readonly styles: DocxStyles;
  readonly nextMarker: NextMarker;
  readonly paragraphs: PlanParagraph[];
  tables: number;
  /** Runs of a paragraph whose own end was deleted: they flow into the next one. */
  waiting: PlanRun[];
}

/**
 * The paragraphs of a DOCX from top to bottom, tables cell by cell, with the numbers that
 * Word's lists print, insertions kept and deletions left out. Pictures and text boxes are skipped.
 * Throws `fileNotWhatItSays` and `fileTooLarge`.
 */
export function readDocx(bytes: Uint8Array): PlanParagraph[] {
  const parts = openDocx(bytes);
  const main = parts.get(mainPart(parts));
  const body = main && childOf(childOf(readXml(main), 'document'), 'body');
  if (!body) throw notDocx();
  const reading: Reading = {
    styles: readStyles(optional(parts, 'word/styles.xml')),
    nextMarker: countLists(readLists(optional(parts, 'word/numbering.xml'))),
    paragraphs: [],
    tables: 0,
    waiting: [],
  };
  readBlocks(body, reading);
  return reading.paragraphs.filter((paragraph) => paragraph.text !== '');
}

/** Some versions of Word call the main part `document2.xml`; the list of contents knows. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const types = childOf(optional(parts, '[Content_Types].xml'), 'Types')?.children ?? [];
  const main = types.find((type) => type.attributes.ContentType?.endsWith('document.main+xml'));
  return main?.attributes.PartName?.slice(1) ?? 'word/document.xml';
}

function optional(parts: ReadonlyMap<string, Uint8Array>, name: string): XmlElement | undefined {
  const bytes = parts.get(name);
  return bytes && readXml(bytes);
}

function readBlocks(parent: XmlElement, reading: Reading, cell?: PlanCell): void {
  for (const block of parent.children) {
    if (GONE.has(block.name)) continue;
    if (block.name === 'p') readParagraph(block, reading, cell);
    else if (block.name === 'tbl') readTable(block, reading);
    else readBlocks(block, reading, cell);
  }
}

function readTable(table: XmlElement, reading: Reading): void {
  reading.tables += 1;
  const number = reading.tables;
  rowsOf(table).forEach((row, rowAt) => {
    cellsOf(row).forEach((cell, column) => {
      readBlocks(cell, reading, { table: number, row: rowAt, column });
    });
  });
}

function rowsOf(table: XmlElement): XmlElement[] {
  return inside(table, 'tr').filter((row) => !childOf(childOf(row, 'trPr'), 'del'));
}

function cellsOf(row: XmlElement): XmlElement[] {
  return inside(row, 'tc');
}

/** Elements of that name, also those wrapped in content controls or tracked insertions. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name === name) return [child];
    return ['sdt', 'sdtContent', 'ins', 'customXml'].includes(child.name)
      ? inside(child, name)
      : [];
  });
}

function readParagraph(element: XmlElement, reading: Reading, cell?: PlanCell): void {
  const properties = childOf(element, 'pPr');
  const style: DocxStyle = {
    ...reading.styles.get(settingOf(properties, 'pStyle') ?? 'Normal'),
    ...paragraphLooks(properties),
  };
  const runs = [...reading.waiting, ...readRuns(element, style, reading.styles)];
  const endDeleted = childOf(childOf(properties, 'rPr'), 'del') !== undefined;
  reading.waiting = endDeleted ? runs : [];
  if (!endDeleted) reading.paragraphs.push(paragraphFrom(runs, placing(style, reading, cell)));
}

function placing(style: DocxStyle, reading: Reading, cell?: PlanCell): Omit<PlanParagraph, 'text'> {
  const level = style.listLevel ?? 0;
  const marker = style.numId ? reading.nextMarker(style.numId, level).trim() : '';
  return {
    ...(marker !== '' && { marker, listLevel: level }),
    ...(style.headingLevel !== undefined && { headingLevel: style.headingLevel }),
    ...(style.centred && { centred: true }),
    ...(cell && { cell }),
  };
}

function readRuns(parent: XmlElement, style: DocxStyle, styles: DocxStyles): PlanRun[] {
  return parent.children.flatMap((child) => {
    if (GONE.has(child.name)) return [];
    return child.name === 'r' ? readRun(child, style, styles) : readRuns(child, style, styles);
  });
}

function readRun(run: XmlElement, paragraph: DocxStyle, styles: DocxStyles): PlanRun[] {
  const properties = childOf(run, 'rPr');
  const looks: DocxStyle = {
    ...paragraph,
    ...styles.get(settingOf(properties, 'rStyle') ?? ''),
    ...runLooks(properties),
  };
  if (looks.hidden) return [];
  const text = run.children.map(charactersOf).join('');
  return [
    {
      text: looks.capitals ? text.toLocaleUpperCase('vi') : text,
      bold: looks.bold ?? false,
      italic: looks.italic ?? false,
    },
  ];
}

function charactersOf(element: XmlElement): string {
  if (element.name === 't') return element.text;
  if (element.name === 'tab') return '\t';
  if (element.name === 'noBreakHyphen') return '-';
  if (element.name === 'cr') return '\n';
  if (element.name !== 'br') return element.children.map(charactersOf).join('');
  return element.attributes.type === 'page' || element.attributes.type === 'column' ? ' ' : '\n';
}
