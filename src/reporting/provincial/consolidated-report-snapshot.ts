import type { Block, OfficialDocument, Run } from '../../documents/official-document.ts';
import type { FigureSnapshot } from './consolidated-report.ts';
import type { FigureBook } from './consolidated-report-figures.ts';

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
