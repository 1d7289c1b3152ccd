import { v7 } from 'uuid';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new id: ours, stable, in order of making (UUID version 7). Never an official code. */
export function newId(): string {
  return v7();
}

/** Random bytes for many ids: drawn one id at a time they took longer than all else about it. */
const RANDOM = new Uint8Array(16 * 256);
let drawn = RANDOM.length;

/** Writes a new id as its sixteen bytes, where many are kept together. */
export function writeNewId(bytes: Uint8Array, at: number): void {
  if (drawn === RANDOM.length) {
    crypto.getRandomValues(RANDOM);
    drawn = 0;
  }
  const random = RANDOM.subarray(drawn, drawn + 16);
  drawn += 16;
  v7({ random }, bytes, at);
}

/** Is this text of an address an id at all? A foreign text is "not found", never a fault. */
export function isId(text: string): boolean {
  return SHAPE.test(text);
}
