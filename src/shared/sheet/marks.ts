const [LESS, GREATER, SLASH, BANG, ASK, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3a];
const [QUOTE, APOSTROPHE, SPACE] = [0x22, 0x27, 0x20];
const COMMENT = '<!--';
const SECTION = '<![CDATA[';

/** `aside`: comments, CDATA, instructions, a document type. What stands in them is no mark. */
export type MarkKind = 'open' | 'empty' | 'close' | 'aside';

/** Where the next mark begins; -1 when there is none. */
export function nextMark(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === LESS) return at;
  return -1;
}

/** Where the mark ends that begins here; 0 when it goes on beyond these bytes. */
export function endOfMark(bytes: Buffer, at: number): number {
  if (bytes[at + 1] === ASK) return behind(bytes, '?>', at + 2);
  if (bytes[at + 1] !== BANG) return endOfTag(bytes, at);
  if (standsAt(bytes, at, COMMENT)) return behind(bytes, '-->', at + COMMENT.length);
  if (standsAt(bytes, at, SECTION)) return behind(bytes, ']]>', at + SECTION.length);
  return endOfTag(bytes, at);
}

/** Where the element ends whose open mark ends here; 0 when it goes on beyond these bytes. */
export function endOfElement(bytes: Buffer, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0) {
    const mark = nextMark(bytes, at);
    if (mark < 0) return 0;
    at = endOfMark(bytes, mark);
    if (at === 0) return 0;
    depth += depthOf(kindOfMark(bytes, mark, at));
  }
  return at;
}

/** How much deeper what follows a mark stands. */
export function depthOf(kind: MarkKind): number {
  if (kind === 'open') return 1;
  return kind === 'close' ? -1 : 0;
}

export function kindOfMark(bytes: Buffer, at: number, end: number): MarkKind {
  const sign = bytes[at + 1];
  if (sign === BANG || sign === ASK) return 'aside';
  if (sign === SLASH) return 'close';
  return bytes[end - 2] === SLASH ? 'empty' : 'open';
}

/** `row` of `<x:row r="1">` and of `</x:row>`. */
export function localName(bytes: Buffer, at: number): string {
  const [from, colon, to] = nameAt(bytes, at);
  return bytes.toString('latin1', colon < 0 ? from : colon + 1, to);
}

/** `x:` of `<x:row r="1">`; empty where there is none. */
export function prefixOf(bytes: Buffer, at: number): string {
  const [from, colon] = nameAt(bytes, at);
  return bytes.toString('latin1', from, colon + 1);
}

const ADDRESS = /\sr\s*=\s*["']([^"']*)["']/;

/** What a row or a cell says of its place: `7`, `B7`. */
export function addressAt(bytes: Buffer, at: number, end: number): string | undefined {
  return ADDRESS.exec(bytes.toString('latin1', at, end))?.[1];
}

function nameAt(bytes: Buffer, at: number): [from: number, colon: number, to: number] {
  const from = bytes[at + 1] === SLASH ? at + 2 : at + 1;
  let colon = -1;
  let to = from;
  for (let byte = bytes[to] ?? 0; byte > SPACE; byte = bytes[++to] ?? 0) {
    if (byte === GREATER || byte === SLASH) break;
    if (byte === COLON) colon = to;
  }
  return [from, colon, to];
}

/** A `>` between quotes does not end a mark. */
function endOfTag(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return at + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return 0;
}

function behind(bytes: Buffer, sign: string, from: number): number {
  const at = bytes.indexOf(sign, from, 'latin1');
  return at < 0 ? 0 : at + sign.length;
}

/** Does a sign of ASCII stand here? */
export function standsAt(bytes: Uint8Array, at: number, sign: string): boolean {
  for (let offset = 0; offset < sign.length; offset++)
    if (bytes[at + offset] !== sign.charCodeAt(offset)) return false;
  return true;
}
