import {
  type Annex,
  type Block,
  heading,
  type OfficialDocument,
  type Paragraph,
  paragraph,
  type Run,
  runs,
} from '../../documents/official-document.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type {
  BlockOptions,
  ReportBlock,
  ReportDraft,
  ReportHeader,
} from './consolidated-report.ts';
import { annexOf } from './consolidated-report-annexes.ts';
import { type FigureBook, figureBook, type ReportSources } from './consolidated-report-figures.ts';
import { authorityOf } from './consolidated-report-header.ts';
import { each, gather, groupLine } from './report-block-gathered.ts';
import { reportingBlocks } from './report-block-standing.ts';
import { punctuated, textBlocks } from './report-block-text.ts';

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
