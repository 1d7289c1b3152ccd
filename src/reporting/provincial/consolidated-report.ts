import type { Day } from '../../shared/day.ts';

/** Which figures of the poverty review the report tells: those of November or those published. */
export const SERIES = {
  provisional: 'Số liệu sơ bộ của các báo cáo',
  official: 'Số liệu chính thức đã công bố, chỗ nào có',
} as const;
export type Series = keyof typeof SERIES;

/** Who issues: the standing agency to the provincial committee (plan VI.3.b), or that committee. */
export const ISSUERS = {
  agency: 'Cơ quan thường trực báo cáo Ủy ban nhân dân tỉnh',
  province: 'Ủy ban nhân dân tỉnh ban hành',
} as const;
export type IssuedBy = keyof typeof ISSUERS;

/** How the signer stands to the head of the office (Decree 30/2020, article 13). */
export type Signing = 'head' | 'deputy' | 'acting';

/** All of the document that is not its body. Lists are one entry a line, without signs of print. */
export interface ReportHeader {
  readonly issuedBy: IssuedBy;
  readonly parent: string;
  readonly issuer: string;
  readonly symbol: string;
  readonly place: string;
  readonly summary: string;
  readonly addressees: readonly string[];
  readonly legalBases: readonly string[];
  readonly recipients: readonly string[];
  readonly signing: Signing;
  readonly signer: string;
  readonly series: Series;
}

/**
 * heading: a title; text: words with live figures; gathered: the items of a list figure with
 * their authors; reporting: who has sent and who has not; annex: a table after the signature.
 */
export type BlockKind = 'heading' | 'text' | 'gathered' | 'reporting' | 'annex';
export type AnnexKind = 'units' | 'resources' | 'lateness';

export interface BlockOptions {
  readonly level?: 1 | 2 | 3;
  /** Of a gathered block: the list figure. */
  readonly slug?: string;
  /** Items that say the same are told once, with all who said them. */
  readonly grouped?: boolean;
  readonly annex?: AnnexKind;
  /** What the system wrote, to go back to. */
  readonly generated?: string;
  readonly hidden?: boolean;
  /** Words that name the issuer: they follow a change of issuer while nobody edited them. */
  readonly part?: 'opening' | 'closing';
  /** An officer must write it before the document is issued. */
  readonly prompt?: string;
}

export interface ReportBlock {
  readonly id: string;
  readonly position: number;
  readonly kind: BlockKind;
  readonly clausePath: string | null;
  readonly heading: string | null;
  /** Lines of text; `{{slug}}` is a live figure, see report-block-tokens.ts. */
  readonly body: string;
  readonly options: BlockOptions;
}

/** The report of a round while it is written. `version` counts its changes. */
export interface ReportDraft {
  readonly id: string;
  readonly roundId: string;
  readonly issuerId: string;
  readonly status: 'draft' | 'issued';
  readonly version: number;
  readonly header: ReportHeader;
  readonly createdBy: string | null;
  readonly blocks: readonly ReportBlock[];
}

/** A figure as the document printed it. */
export interface PrintedFigure {
  readonly name: string;
  readonly value: number | null;
  readonly text: string;
}

export type FigureSnapshot = Readonly<Record<string, PrintedFigure>>;

/** A document from the moment it was issued: nothing of it changes any more. */
export interface IssuedDocument {
  readonly id: string;
  readonly reportId: string;
  readonly roundId: string;
  readonly number: number;
  readonly symbol: string;
  readonly issuedOn: Day;
  readonly title: string;
  readonly description: unknown;
  readonly figures: FigureSnapshot;
  readonly fingerprint: string;
  readonly issuedAt: Date;
  readonly personName: string;
}

/** `05-BC-SNNMT`: a file name from number and symbol, without signs that a disk refuses. */
export function fileName({ number, symbol }: { number?: number; symbol: string }): string {
  const first = number === undefined ? 'Du-thao' : String(number).padStart(2, '0');
  return `${first}-${symbol}`.replace(/[\\/:*?"<>|\s]+/g, '-');
}

/** `05/BC-SNNMT` */
export function numberOf({ number, symbol }: Pick<IssuedDocument, 'number' | 'symbol'>): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}

/** What this block is called in lists of blocks. */
export function blockName({ kind, heading, body }: ReportBlock): string {
  if (heading) return heading;
  if (kind === 'reporting') return 'Tình hình gửi báo cáo';
  const words = body.replace(/\{\{[^}]*\}\}/g, '…').replace(/^[-\s]+/, '');
  return words ? `${words.slice(0, 60)}${words.length > 60 ? '…' : ''}` : 'Đoạn chưa có nội dung';
}
