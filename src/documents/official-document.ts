import type { Day } from '../shared/day.ts';
import type { DocumentKind } from './document-kinds.ts';

/** A stretch of text in one style. A figure is text as printed plus the source it came from. */
export type Run =
  | { readonly kind: 'text' | 'bold' | 'italic'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly ref: string };

/**
 * A heading: level 1 `I.` in capitals, level 2 `1.`, level 3 `a)`. Numbered by its place
 * unless `number` says otherwise (`'V.'`); an empty `number` leaves it unnumbered.
 */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly number?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

/** Items with a dash each; the dash is added in print. */
export interface DashList {
  readonly kind: 'list';
  readonly items: readonly (readonly Run[])[];
}

/** `width` is a share: columns of 1 and 3 take a quarter and three quarters. */
export interface TableColumn {
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A cell of the head; `columns` and `rows` are how far it spans (1 when absent). */
export interface HeaderCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

export interface TableCell {
  readonly runs: readonly Run[];
  readonly columns?: number;
}

/** A `total` row is bold; a `group` row is bold and names the rows under it. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly style?: 'total' | 'group';
}

/** The head repeats on every page that the table runs over. */
export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  readonly unit?: string;
  readonly columns: readonly TableColumn[];
  readonly header: readonly (readonly HeaderCell[])[];
  readonly rows: readonly TableRow[];
}

export type Block = Heading | Paragraph | DashList | Table;

/** Pages after the signature with their own page numbers; landscape for wide tables. */
export interface Annex {
  readonly name: string;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
}

/** Authority and position line by line, then the name without academic titles. */
export interface Signature {
  readonly authority: readonly string[];
  readonly name: string;
}

/**
 * One official document by Decree 30/2020/NĐ-CP, free of any rendering. Lists carry no
 * punctuation of their own (`Như trên`, not `- Như trên;`): print adds it.
 */
export interface OfficialDocument {
  readonly kind: DocumentKind;
  /** Parent organisation above, issuing organisation under it. */
  readonly issuer: { readonly parent?: string; readonly name: string };
  /** Absent until the document is issued: print leaves room. */
  readonly number?: number;
  /** What follows the slash: `BC-SNNMT`. */
  readonly symbol: string;
  readonly place: string;
  /** Absent until issued; then `year`, if known, is printed alone. */
  readonly date?: Day;
  readonly year?: number;
  /** Only where the name differs from the kind's own. */
  readonly typeName?: string;
  /** Trích yếu; of a letter without its `V/v`. */
  readonly summary: string;
  readonly addressees?: readonly string[];
  readonly legalBases?: readonly string[];
  /** Of a decision: who decides, `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU`. */
  readonly decidedBy?: string;
  readonly body: readonly Block[];
  readonly signature: Signature;
  /** Of minutes: the secretary, who signs at the left of the chair (template 1.9). */
  readonly secretary?: Signature;
  /** The last is the archive line: `Lưu: VT, NN`. */
  readonly recipients: readonly string[];
  readonly annexes?: readonly Annex[];
}

/** A figure as printed, `1.234 hộ`, tied to the source it can be traced to. */
export function figure(text: string, ref: string): Run {
  return { kind: 'figure', text, ref };
}

export function bold(text: string): Run {
  return { kind: 'bold', text };
}

export function italic(text: string): Run {
  return { kind: 'italic', text };
}

/** Plain words and runs in their order. */
export function runs(...parts: readonly (string | Run)[]): Run[] {
  return parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
}

export function paragraph(...parts: readonly (string | Run)[]): Paragraph {
  return { kind: 'paragraph', runs: runs(...parts) };
}

export function heading(level: 1 | 2 | 3, text: string, number?: string): Heading {
  return number === undefined
    ? { kind: 'heading', level, text }
    : { kind: 'heading', level, text, number };
}

/** A dashed list; each item is words, or runs when it holds figures. */
export function dashList(...items: readonly (string | readonly Run[])[]): DashList {
  return {
    kind: 'list',
    items: items.map((item) => (typeof item === 'string' ? runs(item) : item)),
  };
}

/** A table row of one cell for each column. */
export function row(cells: readonly (string | Run)[], style?: TableRow['style']): TableRow {
  const filled = cells.map((cell) => ({ runs: runs(cell) }));
  return style ? { cells: filled, style } : { cells: filled };
}
