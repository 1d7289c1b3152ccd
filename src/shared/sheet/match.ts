import { fold } from '../vietnamese.ts';

/** A column that the importer knows: its key and the headers by which people call it. */
export interface WantedColumn<Key extends string = string> {
  readonly key: Key;
  readonly names: readonly string[];
}

export interface ColumnMatch<Key extends string = string> {
  /** Key → place of the column, from 0. */
  readonly columns: ReadonlyMap<Key, number>;
  /** Headers that nobody asked for, blank ones left out. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[];
  /** Keys for which no header was found. */
  readonly missing: readonly Key[];
}

// From strict to lenient, so that "Tổ" is not taken for "Tộ" when both are there.
const READINGS: readonly ((header: string) => string)[] = [
  (header) => header.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim(),
  words,
  (header) => words(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/^\s*\d+\s*[.)]/, ' ')),
];

/**
 * Finds the wanted columns among the headers of a table: first by exact words, then without
 * accents, case and marks (`HỌ VÀ TÊN *` is `họ và tên`), last without hints in brackets and
 * leading numbers (`1. Ngày sinh (ngày/tháng/năm)`). A header serves one key, a key takes one header;
 * the leftmost wins.
 */
export function matchColumns<Key extends string>(
  headers: readonly string[],
  wanted: readonly WantedColumn<Key>[],
): ColumnMatch<Key> {
  const columns = new Map<Key, number>();
  for (const reading of READINGS) matchBy(reading, headers, wanted, columns);
  const used = new Set(columns.values());
  return {
    columns,
    unknown: headers.flatMap((header, column) =>
      used.has(column) || header.trim() === '' ? [] : [{ column, header }],
    ),
    missing: wanted.map(({ key }) => key).filter((key) => !columns.has(key)),
  };
}

function matchBy<Key extends string>(
  reading: (header: string) => string,
  headers: readonly string[],
  wanted: readonly WantedColumn<Key>[],
  columns: Map<Key, number>,
): void {
  const used = new Set(columns.values());
  const read = headers.map((header, column) => (used.has(column) ? '' : reading(header)));
  for (const { key, names } of wanted) {
    if (columns.has(key)) continue;
    const known = new Set(names.map(reading));
    const column = read.findIndex((header) => header !== '' && known.has(header));
    if (column < 0) continue;
    columns.set(key, column);
    read[column] = '';
  }
}

function words(header: string): string {
  return fold(header)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
