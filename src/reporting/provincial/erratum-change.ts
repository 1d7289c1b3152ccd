import type { IssuedDocument } from './consolidated-report.ts';
import type { SourceEvent } from './consolidated-report-changes.ts';
import type { Erratum, ErratumLine } from './erratum.ts';

/** A figure that differs from the issued one, with what changed it. */
export interface ExplainedChange extends ErratumLine {
  readonly cause: SourceEvent | undefined;
}

/** An issued document and how its sources stand today. */
export interface WatchedDocument {
  readonly document: IssuedDocument;
  readonly errata: readonly Erratum[];
  readonly changes: readonly ExplainedChange[];
}
