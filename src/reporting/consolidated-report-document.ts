import {
  type Annex,
  type Block,
  figure,
  heading,
  italic,
  type OfficialDocument,
  type Paragraph,
  paragraph,
  type Run,
  runs,
} from '../documents/official-document.ts';
import { type Day, showDay } from '../shared/day.ts';
import type {
  BlockOptions,
  FigureSnapshot,
  ReportBlock,
  ReportDraft,
  ReportHeader,
} from './consolidated-report.ts';
import { annexOf } from './consolidated-report-annexes.ts';
import {
  type FigureBook,
  figureBook,
  figureRef,
  type KnownFigure,
  type ReportSources,
} from './consolidated-report-figures.ts';
import { authorityOf } from './consolidated-report-header.ts';
import { each, gather, groupLine } from './report-block-gathered.ts';
import { reportingBlocks } from './report-block-standing.ts';
import { textParts } from './report-block-tokens.ts';

/** What is known of a document only when it is issued; without it, it is a draft. */
export interface Issue {
  readonly number: number;
  readonly date: Day;
}

/** Adds something of the page's own to a block, a way to edit it; paper never has it. */
export type Addition = (block: ReportBlock) => Run | undefined;

/**
 * The report as an official document, from its blocks and the figures of now. Pure: the same
 * draft and sources give the same document. A draft has no number and calls itself one.
 */
export function describeReport(
  draft: ReportDraft,
  sources: ReportSources,
  issue?: Issue,
  addition: Addition = () => undefined,
): OfficialDocument {
  const { header } = draft;
  const book = figureBook(sources, header.series);
  const shown = draft.blocks.filter(({ options }) => !options.hidden);
  const [opening, ...others] = shown.map((block) => blocksOf(block, book, sources, addition));
  return {
    kind: 'BC',
    issuer: header.parent
      ? { parent: header.parent, name: header.issuer }
      : { name: header.issuer },
    ...(issue ? { number: issue.number, date: issue.date } : { typeName: 'Dự thảo báo cáo' }),
    year: sources.round.year,
    symbol: header.symbol,
    place: header.place,
    summary: header.summary,
    addressees: header.addressees,
    legalBases: header.legalBases,
    body: [...(opening ?? []), seriesSentence(sources, header, book), ...others.flat()],
    signature: { authority: authorityOf(header), name: header.signer },
    recipients: header.recipients,
    annexes: shown.flatMap((block): Annex[] => annexOf(block, book, sources)),
  };
}

function blocksOf(
  block: ReportBlock,
  book: FigureBook,
  sources: ReportSources,
  addition: Addition,
): Block[] {
  const own = bodyOf(block, book, sources);
  const added = addition(block);
  return added && block.kind !== 'annex' ? withRun(own, added) : own;
}

function bodyOf(block: ReportBlock, book: FigureBook, sources: ReportSources): Block[] {
  const { kind, options } = block;
  if (kind === 'heading') return [heading(options.level ?? 1, block.heading ?? '')];
  if (kind === 'text') return textBlocks(block, book);
  if (kind === 'reporting') return reportingBlocks(sources, book);
  return kind === 'gathered' ? gatheredBlocks(options, sources) : [];
}

/** A run at the end of the last words of a block; after a heading on a line of its own. */
function withRun(blocks: readonly Block[], added: Run): Block[] {
  const last = blocks.at(-1);
  if (last?.kind === 'paragraph')
    return [...blocks.slice(0, -1), { ...last, runs: [...last.runs, ...runs(' ', added)] }];
  if (last?.kind === 'list') {
    const item = [...(last.items.at(-1) ?? []), ...runs(' ', added)];
    return [...blocks.slice(0, -1), { ...last, items: [...last.items.slice(0, -1), item] }];
  }
  return [...blocks];
}

/** Lines that begin with a dash are a list, all others paragraphs. */
function textBlocks({ body, options }: ReportBlock, book: FigureBook): Block[] {
  if (body.trim() === '')
    return [paragraph(italic(`Chưa có nội dung: ${options.prompt ?? 'đoạn này còn trống'}.`))];
  let marked = false;
  const blocks: Block[] = [];
  for (const line of body.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const item = /^[-–]\s+/.exec(line);
    const written = lineRuns(item ? line.slice(item[0].length) : line, book, marked);
    marked ||= written.marked;
    const last = blocks.at(-1);
    if (!item) blocks.push({ kind: 'paragraph', runs: written.runs });
    else if (last?.kind !== 'list') blocks.push({ kind: 'list', items: [written.runs] });
    else blocks[blocks.length - 1] = { ...last, items: [...last.items, written.runs] };
  }
  return blocks.map((block) => (block.kind === 'list' ? punctuated(block.items) : block));
}

/** Items end in `;`, the last in `.`, whatever their writer had typed. */
function punctuated(items: readonly (readonly Run[])[]): Block {
  return {
    kind: 'list',
    items: items.map((item, at) => {
      const last = item.at(-1);
      const sign = at === items.length - 1 ? '.' : ';';
      if (last?.kind !== 'text') return [...item, ...runs(sign)];
      return [...item.slice(0, -1), ...runs(last.text.replace(/[;.,\s]+$/, '') + sign)];
    }),
  };
}

/**
 * One line; the first figure of the review in a block says which kind of number it is. Where
 * there is no number the sentence says so and no more: `Tin, bài: chưa có số liệu`.
 */
function lineRuns(line: string, book: FigureBook, marked: boolean) {
  let isMarked = marked;
  const written: Run[] = [];
  for (const part of textParts(line)) {
    if (typeof part === 'string') {
      written.push(...runs(part));
      continue;
    }
    const ref = figureRef(part.slug, part.aspect);
    const known = book.get(ref);
    if (!known) written.push(...runs('[số liệu không có trong kỳ]'));
    else if (known.text === '') endWith(written, /,\s*$/, '');
    else {
      if (known.value === null && part.aspect === 'now') endWith(written, /\s+(là|đạt)\s+$/, ': ');
      written.push(figure(known.text, ref));
      const tells = known.followsReview && known.value !== null && part.aspect === 'now';
      if (tells && !isMarked) written.push(...runs(` ${reviewMark(known)}`));
      isMarked ||= tells;
    }
  }
  return { runs: written, marked: isMarked };
}

/** Changes the end of the words written so far. */
function endWith(written: Run[], end: RegExp, words: string): void {
  const last = written.at(-1);
  if (last?.kind === 'text')
    written.splice(-1, 1, { kind: 'text', text: last.text.replace(end, words) });
}

/** `(số liệu sơ bộ)`, or where the official one was published. */
export function reviewMark({ official }: KnownFigure): string {
  return official === null ? '(số liệu sơ bộ)' : `(số liệu chính thức, nguồn: ${official})`;
}

/** The report says which of both numbers it uses (plan VI.3; the review ends in December). */
function seriesSentence(
  { asOf, round }: ReportSources,
  { series }: ReportHeader,
  book: FigureBook,
): Paragraph {
  const whole = [...book.entries()].filter(
    ([ref, { followsReview }]) => followsReview && !ref.includes('@'),
  );
  const basis = `Số liệu được tổng hợp từ báo cáo đã được chấp nhận của các đơn vị đến ngày ${showDay(asOf)}`;
  if (whole.length === 0) return paragraph(`${basis}.`);
  const published = series === 'official' && whole.some(([, { official }]) => official !== null);
  return published
    ? paragraph(
        `${basis}; số liệu hộ nghèo, hộ cận nghèo là số liệu chính thức năm ${round.year} đã công bố, chỗ nào chưa công bố có ghi là số liệu sơ bộ.`,
      )
    : paragraph(
        `${basis}; số liệu hộ nghèo, hộ cận nghèo là số liệu sơ bộ, sẽ được thay bằng số liệu chính thức sau khi hoàn thành rà soát cuối năm.`,
      );
}

function gatheredBlocks({ slug = '', grouped }: BlockOptions, { lists }: ReportSources): Block[] {
  const items = lists.get(slug) ?? [];
  if (items.length === 0) return [paragraph('Các đơn vị chưa nêu nội dung nào.')];
  const groups = grouped ? gather(items) : each(items);
  return [punctuated(groups.map((group) => runs(groupLine(group))))];
}

/** The figures that a document prints, as printed: what `changesSince` compares with later. */
export function snapshotOf(document: OfficialDocument, book: FigureBook): FigureSnapshot {
  const blocks = [...document.body, ...(document.annexes ?? []).flatMap((annex) => annex.blocks)];
  const refs = new Set(
    blocks.flatMap(runsOf).flatMap((run) => (run.kind === 'figure' ? [run.ref] : [])),
  );
  const printed = [...refs].flatMap((ref) => {
    const known = book.get(ref);
    return known
      ? [[ref, { name: known.name, value: known.value, text: known.text }] as const]
      : [];
  });
  return Object.fromEntries(printed);
}

function runsOf(block: Block): readonly Run[] {
  if (block.kind === 'paragraph') return block.runs;
  if (block.kind === 'list') return block.items.flat();
  if (block.kind === 'table')
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs));
  return [];
}
