import type { ReadCell } from '../../shared/sheet/cells.ts';
import { detectLegacyFont, fromLegacyFont } from '../../shared/sheet/legacy-font.ts';
import type { FormField } from '../forms/form.ts';

/** What a cell says as a person would have typed it on the page, or why it cannot be taken. */
export type CellText = { readonly text: string } | { readonly fault: string };

/** The cell of a figure's value. Numbers keep all their decimals, so that none is lost unseen. */
export function valueText(field: FormField, cell: ReadCell): CellText {
  const fault = untrusted(cell);
  if (fault) return { fault };
  return field.kind === 'text' || field.kind === 'list' ? wordsText(cell) : amountText(cell);
}

/** A cell of words: a reason, a paragraph, a list. */
export function wordsText(cell: ReadCell): CellText {
  const fault = untrusted(cell);
  if (fault) return { fault };
  const font = detectLegacyFont(cell.text);
  if (!font) return { text: cell.text.replace(/\r\n?/g, '\n').trim() };
  const name = font === 'tcvn3' ? 'TCVN3 (.VnTime)' : 'VNI';
  const meant = fromLegacyFont(cell.text, font).slice(0, MOST_MEANT);
  return {
    fault: `Ô này gõ bằng phông cũ ${name}, trên máy khác sẽ không đọc được. Nếu đúng ý, hãy dán lại câu này: “${meant}”`,
  };
}

const MOST_MEANT = 2_000;

function untrusted(cell: ReadCell): string | undefined {
  if (cell.kind === 'error') return `Ô này đang báo lỗi ${cell.text}. Hãy xóa và ghi lại giá trị.`;
  if (cell.kind === 'formula') return 'Ô này là công thức; hãy dán giá trị.';
  if (cell.merged) return 'Ô này bị gộp với ô khác. Hãy bỏ gộp rồi ghi giá trị vào đúng dòng.';
  return undefined;
}

function amountText(cell: ReadCell): CellText {
  if (cell.kind === 'empty') return { text: '' };
  if (cell.kind === 'day')
    return { fault: `Ô này là ngày tháng (${cell.text}). Hãy định dạng ô là số rồi ghi lại số.` };
  if (cell.percent)
    return { fault: `Ô này ghi theo phần trăm (${cell.text}). Hãy ghi con số, không ghi tỷ lệ.` };
  // A dot before three decimals would be read as a thousand.
  if (cell.kind === 'number') return { text: String(cell.value).replace('.', ',') };
  return { text: cell.text.trim() };
}
