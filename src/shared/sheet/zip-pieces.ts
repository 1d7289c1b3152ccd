import { deflatedPieces, type PackedSize } from './deflate.ts';
import { DEFLATED, type ZipPart } from './zip.ts';

/** A part of a new package: packed already, or to be packed as it comes. */
export type NewPart =
  | ZipPart
  | { readonly path: string; readonly pieces: AsyncIterable<Uint8Array> };

interface Entry extends PackedSize {
  readonly path: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly at: number;
}

const [LOCAL, DIRECTORY, END, DESCRIPTOR] = [0x04034b50, 0x02014b50, 0x06054b50, 0x08074b50];
const [SIZES_FOLLOW, NAME_IN_UTF8] = [1 << 3, 1 << 11];
const VERSION = 20;
/** The first of January 2000: the same file gives the same bytes. */
const PACKED_ON = (20 << 9) | (1 << 5) | 1;

/**
 * A zip package, piece by piece. Parts that are packed already go in as they are, with what their
 * package said of them; what is known of the others only afterwards stands behind them (PKWARE
 * APPNOTE 4.3.9) and in the directory.
 */
export async function* zipPieces(parts: Iterable<NewPart>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let at = 0;
  for (const part of parts) {
    const entry = entryOf(part, at);
    entries.push(entry);
    for await (const piece of 'packed' in part ? copied(part, entry) : packed(part.pieces, entry)) {
      at += piece.length;
      yield piece;
    }
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOf(entries.length, directory.length, at);
}

function entryOf(part: NewPart, at: number): Entry {
  const path = Buffer.from(part.path);
  const inUtf8 = path.length > part.path.length ? NAME_IN_UTF8 : 0;
  if (!('packed' in part)) {
    const unknown = { crc: 0, packed: 0, size: 0 };
    return { path, method: DEFLATED, flags: inUtf8 | SIZES_FOLLOW, at, ...unknown };
  }
  const { method, crc, size } = part;
  return { path, method, flags: inUtf8, at, crc, size, packed: part.packed.length };
}

function* copied(part: ZipPart, entry: Entry): Generator<Uint8Array> {
  yield localHeader(entry);
  yield part.packed;
}

async function* packed(
  pieces: AsyncIterable<Uint8Array>,
  entry: Entry,
): AsyncGenerator<Uint8Array> {
  yield localHeader(entry);
  yield* deflatedPieces(pieces, entry);
  yield Buffer.concat([number32(DESCRIPTOR), sizesOf(entry)]);
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([number32(LOCAL), factsOf(entry), entry.path]);
}

function directoryEntry(entry: Entry): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.at, 10);
  const head = [number32(DIRECTORY), number16(VERSION)];
  return Buffer.concat([...head, factsOf(entry), rest, entry.path]);
}

/** What a local header and the directory both say. */
function factsOf(entry: Entry): Buffer {
  const facts = [VERSION, entry.flags, entry.method, 0, PACKED_ON].map(number16);
  const lengths = [entry.path.length, 0].map(number16);
  return Buffer.concat([...facts, sizesOf(entry), ...lengths]);
}

function sizesOf({ crc, packed: length, size }: PackedSize): Buffer {
  return Buffer.concat([crc, length, size].map(number32));
}

function endOf(count: number, length: number, at: number): Buffer {
  const counts = [0, 0, count, count].map(number16);
  return Buffer.concat([number32(END), ...counts, number32(length), number32(at), number16(0)]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
