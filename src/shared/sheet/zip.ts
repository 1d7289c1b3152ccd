import { Inflate } from 'fflate';
import { notExcel, tooLarge } from './cells.ts';

/** One part inside the package, still compressed. */
export interface ZipPart {
  readonly path: string;
  readonly method: number;
  readonly packed: Uint8Array;
  /** What the package claims of the inflated bytes: only handed on, never believed. */
  readonly crc: number;
  readonly size: number;
}

/** Inflated bytes that may still be made out of a file; shared by all its parts. */
export interface ByteBudget {
  readonly limit: number;
  left: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
export const STORED = 0;
export const DEFLATED = 8;
// Deflate grows a byte to at most 1032: a small step keeps what one step can make near 2 MB.
const STEP = 2048;
const REST_EVERY = 4 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

export function byteBudget(limit: number): ByteBudget {
  return { limit, left: limit };
}

/**
 * The parts of a zip package by path, from its central directory (as Excel reads it).
 * Sizes that the package claims are not believed; only `inflatePart` knows them.
 * Throws `fileNotWhatItSays` when the bytes are no plain, unencrypted zip.
 */
export function openZip(bytes: Uint8Array): Map<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(view, bytes);
  } catch (error) {
    if (error instanceof RangeError) throw notExcel();
    throw error;
  }
}

function readDirectory(view: DataView, bytes: Uint8Array): Map<string, ZipPart> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts = new Map<string, ZipPart>();
  let packed = 0;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw notExcel();
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const part = readEntry(view, bytes, at, path);
    parts.set(path, part);
    packed += part.packed.length;
    // Parts that lie one over the other: a bomb, for whoever copies them too.
    if (packed > bytes.length) throw notExcel();
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, path: string): ZipPart {
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const length = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (encrypted || (method !== STORED && method !== DEFLATED)) throw notExcel();
  if (start + length > bytes.length) throw notExcel();
  const packed = bytes.subarray(start, start + length);
  const [crc, size] = [view.getUint32(at + 16, true), view.getUint32(at + 24, true)];
  return { path, method, packed, crc, size };
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw notExcel();
}

/**
 * Gives the inflated bytes of one part to `take`, piece by piece, resting now and then so
 * that other work goes on. Throws `fileTooLarge` as soon as the budget is used up and
 * `fileNotWhatItSays` when the part is damaged; a bomb never lies in memory as a whole.
 */
export async function inflatePart(
  part: ZipPart,
  budget: ByteBudget,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  let restAt = budget.left - REST_EVERY;
  const spend = (piece: Uint8Array) => {
    budget.left -= piece.length;
    if (budget.left < 0) throw tooLarge(Math.round(budget.limit / MEGABYTE), 'MB');
    if (piece.length > 0) take(piece);
  };
  for (const step of inflateSteps(part, spend)) {
    step();
    if (budget.left > restAt) continue;
    restAt = budget.left - REST_EVERY;
    await new Promise<void>((resume) => setTimeout(resume, 0));
  }
}

function* inflateSteps(part: ZipPart, spend: (piece: Uint8Array) => void): Generator<() => void> {
  const inflate = new Inflate((piece) => spend(piece));
  const size = part.method === STORED ? 32 * STEP : STEP;
  for (let at = 0; at < part.packed.length; at += size) {
    const piece = part.packed.subarray(at, at + size);
    const last = at + size >= part.packed.length;
    yield part.method === STORED ? () => spend(piece) : () => pushOrRefuse(inflate, piece, last);
  }
}

function pushOrRefuse(inflate: Inflate, piece: Uint8Array, last: boolean): void {
  try {
    inflate.push(piece, last);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw notExcel();
    throw error;
  }
}

/** One part as a whole, for those that are small or must be rewritten. */
export async function inflateWhole(part: ZipPart, budget: ByteBudget): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await inflatePart(part, budget, (piece) => pieces.push(piece.slice()));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
