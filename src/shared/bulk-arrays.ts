/** How a value travels: by the type of its column. */
export type BulkType = 'uuid' | 'integer' | 'boolean' | 'date' | 'text' | 'text[]';

/** A value of a row as it is sent; a day is its `YYYY-MM-DD`, an id its text or its bytes. */
export type BulkValue =
  | string
  | number
  | boolean
  | readonly string[]
  | Uint8Array
  | null
  | undefined;

/** Types of PostgreSQL by their fixed numbers (pg_type.dat); a list of texts goes as its literal. */
const NUMBERS: Readonly<Record<BulkType, number>> = {
  ...{ boolean: 16, integer: 23, text: 25, 'text[]': 25, date: 1082, uuid: 2950 },
};
const HEADER = 20;
const NULL_LENGTH = -1;
const UUID_LENGTH = 16;
const NO_ID = { text: 'none', at: 0 };
const SHORT = 16;
/** Days from 1/1/1970 to 1/1/2000, from which PostgreSQL counts. */
const DAYS_TO_2000 = 10_957;
const MS_A_DAY = 86_400_000;
const FIRST_ROOM = 8 * 1024;

/**
 * One column of values as PostgreSQL reads an array in binary (array_recv): a header, then each value
 * with its length. Straight into bytes that are used again, for half a million rows written as
 * strings were half a gigabyte for the collector.
 */
export class BulkArray {
  readonly #type: BulkType;
  #bytes = Buffer.allocUnsafe(FIRST_ROOM);
  #at = HEADER;
  #count = 0;
  /** The last id that came as a text, and where it stands. */
  #id = NO_ID;

  constructor(type: BulkType) {
    this.#type = type;
  }

  /** Forgets what was written; the bytes stay for the next. */
  clear(): void {
    this.#at = HEADER;
    this.#count = 0;
    this.#id = NO_ID;
  }

  /** What was written, good until the next `clear`. */
  bytes(): Buffer {
    const header = [1, 1, NUMBERS[this.#type], this.#count, 1];
    for (const [place, part] of header.entries()) this.#bytes.writeInt32BE(part, 4 * place);
    return this.#bytes.subarray(0, this.#at);
  }

  add(value: BulkValue): void {
    this.#count++;
    if (value === null || value === undefined) {
      this.#room(4);
      this.#integer(NULL_LENGTH);
    } else if (typeof value === 'number') this.#sized(4, value);
    else if (typeof value === 'boolean') this.#boolean(value);
    else if (value instanceof Uint8Array) this.#idBytes(value);
    else if (typeof value !== 'string') this.#text(listLiteral(value));
    else if (this.#type === 'uuid') this.#uuid(value);
    else if (this.#type === 'date') this.#sized(4, daysFrom2000(value));
    else this.#text(value);
  }

  /** By hand, as all that is asked millions of times: a call into the buffer takes ten times as long. */
  #integer(value: number): void {
    this.#bytes[this.#at++] = value >>> 24;
    this.#bytes[this.#at++] = value >>> 16;
    this.#bytes[this.#at++] = value >>> 8;
    this.#bytes[this.#at++] = value;
  }

  #sized(length: number, value: number): void {
    this.#room(8);
    this.#integer(length);
    this.#integer(value);
  }

  #boolean(value: boolean): void {
    this.#room(5);
    this.#integer(1);
    this.#bytes[this.#at++] = value ? 1 : 0;
  }

  #text(value: string): void {
    this.#room(4 + 3 * value.length);
    if (value.length <= SHORT && this.#ascii(value)) return;
    const written = this.#bytes.write(value, this.#at + 4);
    this.#integer(written);
    this.#at += written;
  }

  /** Keys and numbers; false, and nothing is written, where a sign is of more than one byte. */
  #ascii(value: string): boolean {
    const start = this.#at + 4;
    for (let place = 0; place < value.length; place++) {
      const code = value.charCodeAt(place);
      if (code > 0x7f) return false;
      this.#bytes[start + place] = code;
    }
    this.#integer(value.length);
    this.#at += value.length;
    return true;
  }

  #idBytes(value: Uint8Array): void {
    this.#room(4 + UUID_LENGTH);
    this.#integer(UUID_LENGTH);
    this.#bytes.set(value, this.#at);
    this.#at += UUID_LENGTH;
  }

  /** Rows of one commune follow each other: the same id is copied. */
  #uuid(value: string): void {
    this.#room(4 + UUID_LENGTH);
    if (value === this.#id.text) {
      const { at } = this.#id;
      this.#bytes.copyWithin(this.#at, at, at + 4 + UUID_LENGTH);
      this.#at += 4 + UUID_LENGTH;
      return;
    }
    this.#id = { text: value, at: this.#at };
    this.#integer(UUID_LENGTH);
    let half = -1;
    for (let place = 0; place < value.length; place++) {
      const digit = hexDigit(value.charCodeAt(place));
      if (digit < 0) continue;
      if (half < 0) half = digit;
      else {
        this.#bytes[this.#at++] = half * 16 + digit;
        half = -1;
      }
    }
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#bytes.length + more);
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** The digit of a sign of `0–9a–f`; -1 for a hyphen. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

function daysFrom2000(day: string): number {
  const [year, month, date] = [number(day, 0, 4), number(day, 5, 7), number(day, 8, 10)];
  return Date.UTC(year, month - 1, date) / MS_A_DAY - DAYS_TO_2000;
}

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place++) value = value * 10 + text.charCodeAt(place) - 48;
  return value;
}

/** Texts that need no quotes in a list: keys of ours, never the word that means nothing. */
const PLAIN = /^(?!null$)[\w.-]+$/i;

/** An array in an array must be even in PostgreSQL: lists of texts go as the text of each. */
function listLiteral(list: readonly string[]): string {
  const plain = list.every((one) => PLAIN.test(one));
  const parts = plain ? list : list.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`);
  return `{${parts.join(',')}}`;
}
