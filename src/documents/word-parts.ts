/** The parts of a Word file besides its text: types, relations, styles, settings, page number. */
import { wordStyles } from './word-styles.ts';
import { escapeXml } from './word-xml.ts';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;

/** Wraps a part's root element, with its namespaces, for the zip. */
export function wordPart(root: string, content: string): string {
  return `${PROLOGUE}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

/** Every part that is the same for all documents, by its path in the file. */
export function constantParts(): Record<string, string> {
  return {
    '[Content_Types].xml': `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MIME}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MIME}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${MIME}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${MIME}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      [`${OFFICE}/officeDocument`, 'word/document.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/_rels/document.xml.rels': relations([
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/settings`, 'settings.xml'],
      [`${OFFICE}/header`, 'header1.xml'],
    ]),
    'word/settings.xml': wordPart(
      'settings',
      '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/>',
    ),
    'word/header1.xml': wordPart(
      'hdr',
      '<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ),
    'word/styles.xml': wordPart('styles', wordStyles()),
  };
}

/** Title, author and day of issue, as Word shows them in the file's properties. */
export function coreProperties(title: string, author: string, issuedOn: string): string {
  const instant = `${issuedOn}T00:00:00+07:00`;
  const issued = issuedOn
    ? `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`
    : '';
  return `${PROLOGUE}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dc:language>vi-VN</dc:language>${issued}</cp:coreProperties>`;
}

/** The header with the page number; the section's first page has none (`titlePg`). */
export const PAGE_NUMBER_RELATION = 'rId3';

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}
