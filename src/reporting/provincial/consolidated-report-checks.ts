import { type Day, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import { readDay } from '../rounds/round-draft.ts';
import {
  blockName,
  type ReportBlock,
  type ReportDraft,
  type Signing,
} from './consolidated-report.ts';
import type { ReportSources, ReportStanding } from './consolidated-report-figures.ts';
import { readSigning } from './consolidated-report-header.ts';
import { unknownSlugs } from './report-block-tokens.ts';

/** Why a block cannot go out as it is. */
export interface BlockFault {
  readonly block: ReportBlock;
  readonly message: string;
}

/** Blocks that would be issued empty, or with a figure that the round does not have. */
export function blockFaults({ blocks }: ReportDraft, { figures }: ReportSources): BlockFault[] {
  const known = new Set(figures.map(({ slug }) => slug));
  return blocks
    .filter(({ kind, options }) => kind === 'text' && !options.hidden)
    .flatMap((block): BlockFault[] => {
      if (clean(block.body) === '') return [{ block, message: emptySentence(block) }];
      const unknown = unknownSlugs(block.body, known);
      if (unknown.length === 0) return [];
      const message = `Đoạn “${blockName(block)}” có số liệu không còn trong kỳ này. Hãy sửa đoạn và chọn lại số liệu.`;
      return [{ block, message }];
    });
}

function emptySentence({ options }: ReportBlock): string {
  return options.prompt
    ? `Chưa có nội dung về ${options.prompt}. Hãy viết đoạn này, hoặc ẩn đoạn và đề mục của nó.`
    : 'Có một đoạn để trống. Hãy viết nội dung hoặc ẩn đoạn đó.';
}

/** Units whose figures are not, or not all, in the report. */
export function notAccepted({ standings }: ReportSources): readonly ReportStanding[] {
  return standings.filter(({ accepted }) => !accepted);
}

/** What the issuer decides when the document goes out. */
export interface IssueWish {
  readonly number: number;
  readonly date: Day;
  readonly signing: Signing;
  readonly signer: string;
  /** Some units have no accepted report, and the issuer knows. */
  readonly despite: boolean;
}

type Typed = Readonly<Record<string, string | undefined>>;

interface Bounds {
  readonly today: Day;
  readonly openedOn: Day;
  readonly held: Signing;
  readonly waiting: number;
}

/** The typed issue, or the sentence for each field: a real day, not to come, not before the round. */
export function readIssue(
  typed: Typed,
  { today, openedOn, held, waiting }: Bounds,
): { readonly wish: IssueWish } | { readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const number = parseNumber(typed.number ?? '');
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > 99_999)
    say('number', 'Hãy nhập số văn bản là số nguyên từ 1 trở lên.');
  const date = readDay(typed, 'date', say);
  if (date && date > today)
    say('date', `Ngày ban hành không thể sau hôm nay (${showDay(today)}). Hãy nhập ngày ký thật.`);
  if (date && date < openedOn)
    say(
      'date',
      `Kỳ báo cáo mở ngày ${showDay(openedOn)}; văn bản không thể ban hành trước ngày đó.`,
    );
  const signer = clean(typed.signer ?? '').replace(/\s+/g, ' ');
  if (signer === '') say('signer', 'Hãy ghi họ và tên người ký.');
  if (/^(GS|PGS|TS|ThS|BS|CN|KS)\b\.?/i.test(signer))
    say(
      'signer',
      'Tên người ký không kèm học hàm, học vị (Nghị định 30/2020/NĐ-CP). Hãy bỏ phần đó.',
    );
  const despite = typed.despite === 'yes';
  if (waiting > 0 && !despite)
    say(
      'despite',
      `Còn ${waiting} đơn vị chưa có số liệu được chấp nhận. Hãy chờ, hoặc đánh dấu ô này để ban hành.`,
    );
  if (faults.length > 0 || !date || number === undefined) return { faults };
  return { wish: { number, date, signing: readSigning(typed.signing, held), signer, despite } };
}
