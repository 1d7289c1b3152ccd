import { addDays, asDay, day, showDay } from '../day.ts';
import { showNumber, showPercent } from '../vietnamese.ts';
import { EMPTY_CELL, type ReadCell, textCell } from './cells.ts';
import type { NumberMeaning } from './workbook.ts';

/** A cell as it stands in the XML: texts not yet understood. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
  readonly formula: string | undefined;
}

/** What is needed to understand a raw cell. */
export interface CellContext {
  readonly strings: { at(index: number): string | undefined };
  readonly meanings: readonly NumberMeaning[];
  readonly epoch1904: boolean;
}

const FIRST_SERIAL = day('1899-12-30');
const FIRST_SERIAL_1904 = day('1904-01-01');
// Excel believes that 1900 was a leap year: serials below 61 are off by one or no day at all.
const FIRST_TRUE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const DAYS_BETWEEN_EPOCHS = 1462;

/** The meaning of one raw cell (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
export function understand(raw: RawCell, context: CellContext): ReadCell {
  const plain = understandValue(raw, context);
  if (raw.formula === undefined) return plain;
  const formula = raw.formula.normalize('NFC');
  if (plain.kind === 'error') return { ...plain, formula };
  return { ...plain, kind: 'formula', formula, value: formulaValue(raw, plain) };
}

/** An empty text that was computed is told from nothing computed, which is `null`. */
function formulaValue({ type }: RawCell, { kind, value }: ReadCell): ReadCell['value'] {
  return kind === 'empty' && type === 'str' ? '' : value;
}

function understandValue(raw: RawCell, context: CellContext): ReadCell {
  switch (raw.type) {
    case 's':
      return textCell(sharedText(raw.value, context));
    case 'inlineStr':
      return textCell(raw.inline);
    case 'str':
      return textCell(raw.value);
    case 'b':
      return booleanCell(raw.value === '1' || raw.value === 'true');
    case 'e':
      return { kind: 'error', value: raw.value, text: raw.value };
    case 'd':
      return isoDayCell(raw.value);
    default:
      return numberCell(raw, context);
  }
}

/** A place that the table of texts does not have is an empty cell. */
function sharedText(place: string, { strings }: CellContext): string {
  const index = Number(place);
  return index >= 0 ? (strings.at(index) ?? '') : '';
}

function booleanCell(value: boolean): ReadCell {
  return { kind: 'boolean', value, text: value ? 'Đúng' : 'Sai' };
}

function isoDayCell(value: string): ReadCell {
  const on = asDay(value.slice(0, 10));
  return on ? { kind: 'day', value: on, text: showDay(on) } : textCell(value);
}

function numberCell(raw: RawCell, context: CellContext): ReadCell {
  const value = Number(raw.value);
  if (raw.value === '') return EMPTY_CELL;
  if (!Number.isFinite(value)) return textCell(raw.value);
  const meaning = context.meanings[raw.style] ?? 'number';
  if (meaning === 'percent') {
    return { kind: 'number', value, text: showPercent(value * 100), percent: true };
  }
  const dated = meaning === 'day' ? dayCell(value, context.epoch1904) : undefined;
  return dated ?? { kind: 'number', value, text: showNumber(value) };
}

function dayCell(serial: number, epoch1904: boolean): ReadCell | undefined {
  const lowest = epoch1904 ? 0 : FIRST_TRUE_SERIAL;
  const highest = epoch1904 ? LAST_SERIAL - DAYS_BETWEEN_EPOCHS : LAST_SERIAL;
  if (serial < lowest || serial >= highest + 1) return undefined;
  const value = addDays(epoch1904 ? FIRST_SERIAL_1904 : FIRST_SERIAL, Math.floor(serial));
  return { kind: 'day', value, text: showDay(value) };
}
