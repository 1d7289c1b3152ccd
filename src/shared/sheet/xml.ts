import { SaxesParser } from 'saxes';
import { Problem } from '../problem.ts';
import { notExcel } from './cells.ts';
import { type ByteBudget, inflatePart, type ZipPart } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What to do at each mark of an XML part. Names come without their prefix (`x:row` is `row`). */
export interface XmlTakers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads one XML part of a package in a stream. Own entities of a document are refused by the
 * parser, so an entity bomb fails too. Damaged XML throws `fileNotWhatItSays`.
 */
export async function readXml(part: ZipPart, budget: ByteBudget, takers: XmlTakers): Promise<void> {
  const parser = xmlParser(takers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    await inflatePart(part, budget, (piece) => {
      parser.write(decoder.decode(piece, { stream: true }));
    });
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof Problem ? error : notExcel();
  }
}

/** The same for a few marks held as text. */
export function readFragment(xml: string, takers: XmlTakers): void {
  xmlParser(takers).write(`<r>${xml}</r>`).close();
}

/** A parser that calls the takers; it throws `fileNotWhatItSays` where the XML is damaged. */
export function xmlParser(takers: XmlTakers): SaxesParser {
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw notExcel();
  });
  parser.on('opentag', (tag) => takers.open?.(localName(tag.name), tag.attributes as Attributes));
  parser.on('closetag', (tag) => takers.close?.(localName(tag.name)));
  if (takers.text) parser.on('text', takers.text);
  if (takers.text) parser.on('cdata', takers.text);
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `_x000D_` in a cell stands for that character (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
