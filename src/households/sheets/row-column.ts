import type { ReadCell, ReadRow } from '../../shared/sheet/cells.ts';
import { fromLegacyFont } from '../../shared/sheet/legacy-font.ts';
import { isBlank, type Say } from './cell-values.ts';
import { FONT_NAMES, type FontWatch } from './font-watch.ts';
import { briefly } from './quoted.ts';
import type { PlannedColumn } from './sheet-plan.ts';

/** The row that is read now; shared by its columns. */
export interface RowNow {
  row: ReadRow;
  wrong: boolean;
}

/**
 * One column of the rows that go by: the cell of the row that is read now, and what is said of it.
 * Asked ten million times in a large file, so that it looks nothing up.
 */
export class RowColumn {
  readonly key: string;
  readonly planned: PlannedColumn | undefined;
  /** Says what is wrong with the cell of this row. */
  readonly say: Say;
  readonly #now: RowNow;
  readonly #position: number;
  readonly #fonts: FontWatch;
  #saidOf = 0;

  constructor(
    key: string,
    planned: PlannedColumn | undefined,
    sheet: { readonly now: RowNow; readonly fonts: FontWatch; readonly sayAt: RowSay },
  ) {
    this.key = key;
    this.planned = planned;
    this.#position = planned?.position ?? -1;
    this.#now = sheet.now;
    this.#fonts = sheet.fonts;
    this.say = (message) => {
      this.#now.wrong = true;
      this.#saidOf = this.#now.row.number;
      sheet.sayAt(this.#now.row.number, key, message);
    };
  }

  /** Does the sheet have it? */
  get exists(): boolean {
    return this.planned !== undefined;
  }

  /** Was something said of the cell of this row? */
  get said(): boolean {
    return this.#saidOf === this.#now.row.number;
  }

  /** What stands in the cell, before anything is said of it. */
  get text(): string {
    return this.#now.row.cells[this.#position]?.text.trim() ?? '';
  }

  /** The cell; undefined when it is blank, or was refused with a sentence. */
  get cell(): ReadCell | undefined {
    const cell = this.#now.row.cells[this.#position];
    if (cell === undefined || cell.kind === 'empty') return undefined;
    if (cell.kind === 'text') return this.#legible(cell);
    if (isBlank(cell)) return undefined;
    if (cell.kind === 'formula') return this.#refuse(formulaFault(cell));
    if (cell.kind === 'error')
      return this.#refuse(`Ô báo lỗi ${cell.text}. Hãy ghi giá trị vào ô.`);
    return cell;
  }

  /** What a reader makes of the cell; undefined when there is nothing to read. */
  read<T>(reader: (cell: ReadCell, say: Say) => T | undefined): T | undefined {
    const { cell } = this;
    return cell === undefined ? undefined : reader(cell, this.say);
  }

  /** The same of a cell that must not be blank. */
  must<T>(words: string, reader: (cell: ReadCell, say: Say) => T | undefined): T | undefined {
    const value = this.read(reader);
    if (value === undefined && !this.said)
      this.say(
        this.exists
          ? `Chưa ghi ${words}. Hãy ghi vào ô.`
          : `Chưa rõ ${words} vì tệp không có cột ấy. Hộ có trong sổ thì ghi mã hộ; hộ mới thì thêm cột.`,
      );
    return value;
  }

  #legible(cell: ReadCell): ReadCell | undefined {
    const { font, convert } = this.planned ?? {};
    if (font && convert) {
      const text = fromLegacyFont(cell.text, font);
      return { kind: 'text', value: text, text };
    }
    const met = this.#fonts.look(this.key, this.#position, cell.text);
    if (!met) return cell;
    return this.#refuse(
      `Chữ gõ bằng phông ${FONT_NAMES[met]} nên không đọc được tiếng Việt. Hãy chọn chuyển phông rồi đọc lại.`,
    );
  }

  #refuse(message: string): undefined {
    this.say(message);
    return undefined;
  }
}

export type RowSay = (row: number, key: string, message: string) => void;

function formulaFault({ formula = '' }: ReadCell): string {
  return `Ô là công thức${formula ? ` (=${briefly(formula)})` : ''}, kết quả có thể đã cũ. Hãy dán giá trị vào ô.`;
}
