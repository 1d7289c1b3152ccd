import { inflatedPieces } from './inflate.ts';
import { cellText } from './plain-text.ts';
import { SharedTexts } from './shared-texts.ts';
import { textTakers } from './workbook.ts';
import { readFragment, xmlParser } from './xml.ts';
import type { ByteBudget, ZipPart } from './zip.ts';

const OPENING = Buffer.from('<si');
const CLOSING = Buffer.from('</si>');
const PLAIN = Buffer.from('<si><t>');
const SPACED = Buffer.from('<si><t xml:space="preserve">');
const ENDING = Buffer.from('</t></si>');
const EMPTY = Buffer.from('<si/>');
const [LESS, AMPERSAND, UNDERSCORE, RETURN] = [0x3c, 0x26, 0x5f, 0x0d];

/**
 * The shared texts of a workbook, packed. Texts of one piece, which nearly all are, are cut out of
 * the bytes; those of several runs, with hints or unusual marks go the way of a whole XML reader.
 */
export async function readSharedTexts(
  part: ZipPart | undefined,
  budget: ByteBudget,
): Promise<SharedTexts> {
  const texts = new SharedTexts();
  if (!part) return texts;
  let rest = Buffer.alloc(0);
  let whole: ((bytes: Uint8Array, last: boolean) => void) | undefined;
  let begun = false;
  for await (const { bytes: piece } of inflatedPieces(part, budget)) {
    if (whole) {
      whole(piece, false);
      continue;
    }
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    // Marks with a prefix (`<x:si>`) or attributes: another program than those we know.
    if (!begun && !bytes.includes('<si>')) {
      whole = wholeReader(texts);
      whole(bytes, false);
      continue;
    }
    begun = true;
    rest = Buffer.from(bytes.subarray(takeTexts(bytes, texts)));
  }
  whole?.(new Uint8Array(), true);
  return texts;
}

/** The slow way for a whole part: every mark is read as XML. */
function wholeReader(texts: SharedTexts) {
  const parser = xmlParser(textTakers((text) => texts.add(text)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes: Uint8Array, last: boolean) => {
    parser.write(decoder.decode(bytes, { stream: !last }));
    if (last) parser.close();
  };
}

/** Takes all texts that are whole in the bytes; gives where the rest begins. */
function takeTexts(bytes: Buffer, texts: SharedTexts): number {
  const last = bytes.lastIndexOf(CLOSING);
  let at = bytes.indexOf(OPENING);
  while (at >= 0) {
    const after = takeEmpty(bytes, at, texts) || takePlain(bytes, at, texts);
    if (!after && at > last) return at;
    const next = after || takeUnusual(bytes, at, texts);
    at = startsWith(bytes, next, OPENING) ? next : bytes.indexOf(OPENING, next);
  }
  // What is left may be the beginning of a mark.
  return Math.max(0, bytes.lastIndexOf('<'));
}

function takeEmpty(bytes: Buffer, at: number, texts: SharedTexts): number {
  if (!startsWith(bytes, at, EMPTY)) return 0;
  texts.add('');
  return at + EMPTY.length;
}

/** `<si><t>…</t></si>`; gives the place behind it, or 0 when it is not of this shape. */
function takePlain(bytes: Buffer, at: number, texts: SharedTexts): number {
  const opening = startsWith(bytes, at, PLAIN) ? PLAIN : SPACED;
  if (!startsWith(bytes, at, opening)) return 0;
  const start = at + opening.length;
  let plain = true;
  let end = start;
  for (let byte = bytes[end]; byte !== LESS && byte !== undefined; byte = bytes[++end])
    if (byte > 0x7f || byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) plain = false;
  if (!startsWith(bytes, end, ENDING)) return 0;
  if (plain) texts.addBytes(bytes, start, end);
  else texts.add(cellText(bytes.subarray(start, end)));
  return end + ENDING.length;
}

function takeUnusual(bytes: Buffer, at: number, texts: SharedTexts): number {
  const end = bytes.indexOf(CLOSING, at) + CLOSING.length;
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, end));
  readFragment(
    xml,
    textTakers((text) => texts.add(text)),
  );
  return end;
}

function startsWith(bytes: Uint8Array, at: number, sign: Uint8Array): boolean {
  for (let offset = 0; offset < sign.length; offset++)
    if (bytes[at + offset] !== sign[offset]) return false;
  return true;
}
