import {
  type Block,
  figure,
  italic,
  paragraph,
  type Run,
  runs,
} from '../../documents/official-document.ts';
import type { ReportBlock } from './consolidated-report.ts';
import { type FigureBook, figureRef, type KnownFigure } from './consolidated-report-figures.ts';
import { textParts } from './report-block-tokens.ts';

/** Lines that begin with a dash are a list, all others paragraphs. */
export function textBlocks({ body, options }: ReportBlock, book: FigureBook): Block[] {
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
export function punctuated(items: readonly (readonly Run[])[]): Block {
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
function reviewMark({ official }: KnownFigure): string {
  return official === null ? '(số liệu sơ bộ)' : `(số liệu chính thức, nguồn: ${official})`;
}
