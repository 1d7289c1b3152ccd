import { MatrixCell as NumberCell } from '../../shared/html/matrix.tsx';
import { Missing, Nil } from '../../shared/html/texts.tsx';
import type { FormField } from '../forms/form.ts';
import type { MatrixCell, MatrixRow } from './matrix.ts';
import { cellAddress, type MatrixAsk } from './matrix-address.ts';
import { marksOf, SILENCE_WORDS } from './matrix-sheet.ts';

interface CellFaceProps {
  readonly ask: MatrixAsk;
  readonly row: MatrixRow;
  readonly field: FormField;
  readonly cell: MatrixCell | undefined;
}

/** One cell: its number with its way down, or the mark of its silence. */
export function CellFace({ ask, row, field, cell }: CellFaceProps) {
  if (!cell || cell.state === 'none') return null;
  if (cell.state !== 'value') return <SilenceMark state={cell.state} />;
  const href = cellAddress(ask, row, field.slug);
  const before = cell.last === undefined ? {} : { lastYear: cell.last };
  return (
    <>
      {marksOf(cell).map((mark) => (
        <CellMark key={mark} mark={mark} />
      ))}
      <NumberCell figure={cell.amount} {...before} {...(href && { href })} />
    </>
  );
}

/** A sign for the eye, the words for ear and pointer. */
function CellMark({ mark }: { readonly mark: string }) {
  return (
    <span class="cell-mark" title={mark}>
      <span aria-hidden="true">{mark.startsWith('ước') ? '≈' : '✎'}</span>
      <span class="sr-only">{mark} </span>
    </span>
  );
}

/** The mark of a cell without a number. */
export function SilenceMark({ state }: { readonly state: keyof typeof SILENCE_WORDS }) {
  if (state === 'missing') return <Missing />;
  if (state === 'nil') return <Nil />;
  if (state === 'waiting') return <WaitingMark />;
  return <span class="sr-only">{SILENCE_WORDS[state]}</span>;
}

/** Sent, not yet accepted: not part of any sum. */
export function WaitingMark() {
  return <span class="mark-waiting">{SILENCE_WORDS.waiting}</span>;
}
