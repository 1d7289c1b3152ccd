import { v7 } from 'uuid';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new id: ours, stable, in order of making (UUID version 7). Never an official code. */
export function newId(): string {
  return v7();
}

/** Is this text of an address an id at all? A foreign text is "not found", never a fault. */
export function isId(text: string): boolean {
  return SHAPE.test(text);
}
