import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { Problem } from '../../shared/problem.ts';

/** How far a DOCX may grow while it is opened. A hundred-page plan inflates to about 2 MB. */
const LIMIT = {
  fileBytes: 20 * 1024 * 1024,
  entries: 2_000,
  partBytes: 24 * 1024 * 1024,
  totalBytes: 48 * 1024 * 1024,
  /** Inflated over packed, judged once a part has passed `ratioFrom`. Word's XML stays under 60. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
} as const;

/** Small bites: 4 KB of deflate give at most about 4 MB before the count is looked at. */
const BITE = 4 * 1024;

/** The parts that text and numbering live in; pictures and the rest are never inflated. */
const WANTED = /^(\[Content_Types\]\.xml|word\/[^/]+\.xml)$/;

interface Opening {
  readonly parts: Map<string, Uint8Array>;
  entries: number;
  total: number;
  trouble?: Problem;
}

/**
 * The XML parts of a DOCX, by name. Sizes are counted while inflating, the archive's own
 * claims are never believed, and nothing more is read once a limit is passed.
 * Throws `fileNotWhatItSays` (not a ZIP, broken, a part twice) and `fileTooLarge` (a bomb).
 */
export function openDocx(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > LIMIT.fileBytes) throw tooLarge();
  if (!isZip(bytes)) throw notDocx();
  const opening: Opening = { parts: new Map(), entries: 0, total: 0 };
  const unzip = new Unzip((file) => take(file, opening));
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !opening.trouble; at += BITE) {
    bite(unzip, bytes.subarray(at, at + BITE), opening);
  }
  if (opening.trouble) throw opening.trouble;
  return opening.parts;
}

export function notDocx(): Problem {
  return new Problem('fileNotWhatItSays', { kind: 'DOCX' });
}

function tooLarge(): Problem {
  return new Problem('fileTooLarge', { limit: '20 MB' });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function bite(unzip: Unzip, chunk: Uint8Array, opening: Opening): void {
  try {
    unzip.push(chunk);
  } catch {
    opening.trouble ??= notDocx();
  }
}

function take(file: UnzipFile, opening: Opening): void {
  opening.entries += 1;
  if (opening.entries > LIMIT.entries) opening.trouble ??= tooLarge();
  if (opening.trouble || !WANTED.test(file.name)) return;
  if (opening.parts.has(file.name)) {
    opening.trouble = notDocx();
    return;
  }
  gather(file, opening);
}

function gather(file: UnzipFile, opening: Opening): void {
  const pieces: Uint8Array[] = [];
  let size = 0;
  opening.parts.set(file.name, new Uint8Array());
  file.ondata = (error, piece, final) => {
    if (error) opening.trouble ??= notDocx();
    if (opening.trouble) return;
    size += piece.length;
    opening.total += piece.length;
    if (tooMuch(size, file.size, opening)) opening.trouble = tooLarge();
    else pieces.push(piece);
    if (final) opening.parts.set(file.name, together(pieces, size));
  };
  file.start();
}

function tooMuch(size: number, packed: number | undefined, opening: Opening): boolean {
  if (size > LIMIT.partBytes || opening.total > LIMIT.totalBytes) return true;
  return size > LIMIT.ratioFrom && packed !== undefined && size > packed * LIMIT.ratio;
}

function together(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
