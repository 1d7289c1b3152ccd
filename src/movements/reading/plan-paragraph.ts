/** Where a paragraph stands in a table: layout tables of the header and signature, or tables of data. */
export interface PlanCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/**
 * One paragraph of a plan as any kind of file gives it, before anybody asks what it means.
 * `text` is NFC, without emphasis marks; a break inside the paragraph is `\n`, a tab `\t`.
 */
export interface PlanParagraph {
  readonly text: string;
  /** What Word's own list prints before the text: `I.`, `1.1.`, `a)`, `-`. A typed number stays in `text`. */
  readonly marker?: string;
  /** Depth in a list, 0 outermost. */
  readonly listLevel?: number;
  /** Heading depth, 1 outermost: `##` is 2, Word's "Heading 2" is 2. */
  readonly headingLevel?: number;
  /** Every letter is bold. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly centred?: boolean;
  /** How many characters of `text`, from its start, are bold. */
  readonly leadBold?: number;
  readonly cell?: PlanCell;
}

/** A stretch of text of one look. */
export interface PlanRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Text kept as everywhere (NFC), without the marks nobody sees; spaces inside stay for the reader of columns. */
export function paragraphText(raw: string): string {
  return shortRuns(raw.normalize('NFC'))
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F]/g, ' ')
    .replace(/\u2011/g, '-')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/**
 * Rows of spaces and dotted lines cut to a length no reader misses. They carry no word,
 * and a million of them would make the patterns that look for a line's end crawl.
 */
export function shortRuns(text: string): string {
  return text
    .replace(/([ \t\u00A0])\1{20,}/g, (_, sign: string) => sign.repeat(20))
    .replace(/([^\p{L}\d\s])\1{80,}/gu, (_, sign: string) => sign.repeat(80));
}

/** A paragraph from its runs; looks are kept only where they are true. */
export function paragraphFrom(
  runs: readonly PlanRun[],
  rest: Omit<PlanParagraph, 'text'> = {},
): PlanParagraph {
  const seen = runs.filter((run) => run.text.trim() !== '');
  const plain = seen.findIndex((run) => !run.bold);
  const lead = plain < 0 ? seen : seen.slice(0, plain);
  const leadText = paragraphText(
    runs
      .slice(0, runs.indexOf(lead.at(-1) as PlanRun) + 1)
      .map(textOf)
      .join(''),
  );
  return {
    text: paragraphText(runs.map(textOf).join('')),
    ...(seen.length > 0 && plain < 0 && { bold: true }),
    ...(seen.length > 0 && seen.every((run) => run.italic) && { italic: true }),
    ...(leadText !== '' && { leadBold: leadText.length }),
    ...rest,
  };
}

function textOf(run: PlanRun): string {
  return run.text;
}
