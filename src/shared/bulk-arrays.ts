/** How a value travels: by the type of its column. */
export type BulkType = 'uuid' | 'integer' | 'boolean' | 'date' | 'text' | 'text[]';

/** A value of a row as it is sent; a day is its `YYYY-MM-DD`. */
export type BulkValue = string | number | boolean | readonly string[] | null | undefined;

/** Types of PostgreSQL by their fixed numbers (pg_type.dat); a list of texts goes as its literal. */
const NUMBERS: Readonly<Record<BulkType, number>> = {
  ...{ boolean: 16, integer: 23, text: 25, 'text[]': 25, date: 1082, uuid: 2950 },
};
const HEADER = 20;
const NULL_LENGTH = -1;
/** Days from 1/1/1970 to 1/1/2000, from which PostgreSQL counts. */
const DAYS_TO_2000 = 10_957;
const MS_A_DAY = 86_400_000;
const FIRST_ROOM = 256 * 1024;

/**
 * Columns of values as PostgreSQL reads arrays in binary (array_recv): a header, then each value
 * with its length. Straight into bytes that are used again, for half a million rows written as
 * strings were half a gigabyte for the collector.
 */
export class BulkArrays {
  #bytes = Buffer.allocUnsafe(FIRST_ROOM);
  #at = 0;

  /** Forgets what was written; the bytes stay for the next. */
  clear(): void {
    this.#at = 0;
  }

  /** Writes one column of rows; gives where it begins and ends. */
  write<Row>(
    type: BulkType,
    rows: readonly Row[],
    value: (row: Row) => BulkValue,
  ): readonly [number, number] {
    const start = this.#at;
    this.#room(HEADER);
    for (const part of [1, 1, NUMBERS[type], rows.length, 1]) this.#integer(part);
    for (const row of rows) this.#value(type, value(row));
    return [start, this.#at];
  }

  /** The bytes of a column; good until the next `clear` and only once all are written. */
  slice([start, end]: readonly [number, number]): Buffer {
    return this.#bytes.subarray(start, end);
  }

  #value(type: BulkType, value: BulkValue): void {
    if (value === null || value === undefined) {
      this.#room(4);
      this.#integer(NULL_LENGTH);
    } else if (typeof value === 'number') this.#sized(4, value);
    else if (typeof value === 'boolean') this.#boolean(value);
    else if (typeof value !== 'string') this.#text(listLiteral(value));
    else if (type === 'uuid') this.#uuid(value);
    else if (type === 'date') this.#sized(4, daysFrom2000(value));
    else this.#text(value);
  }

  #integer(value: number): void {
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
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
    const written = this.#bytes.write(value, this.#at + 4);
    this.#integer(written);
    this.#at += written;
  }

  #uuid(value: string): void {
    this.#room(20);
    this.#integer(16);
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
