import { expect, test } from 'vitest';
import {
  ARRIVALS,
  CLASSES,
  type Closing,
  changeWords,
  LEAVINGS,
  type MoveReason,
  type Opening,
} from '../household-class.ts';
import { reasonOf } from './said-change.ts';

const OPENINGS = [...Object.keys(CLASSES), 'absent'] as Opening[];
const CLOSINGS = [...Object.keys(CLASSES), 'gone', null] as (Closing | null)[];
const REASONS = [...Object.keys(ARRIVALS), ...Object.keys(LEAVINGS), null] as (MoveReason | null)[];

/** Every way through a year, with the words of our own lists. */
const WAYS = OPENINGS.flatMap((opening) =>
  CLOSINGS.flatMap((closing) =>
    REASONS.flatMap((reason) =>
      [false, true].map((relapsed) => ({
        ...{ opening, closing, reason },
        words: changeWords({ opening, closing, relapsed, reason }),
      })),
    ),
  ),
).filter(({ words }) => words !== '');

test('all that our own lists say is understood as it was meant', () => {
  expect(new Set(WAYS.map(({ words }) => words)).size).toBe(21);
  for (const { opening, closing, reason, words } of WAYS) {
    const left = closing === 'gone' && Object.hasOwn(LEAVINGS, reason ?? '');
    const came =
      closing !== 'gone' && opening === 'absent' && Object.hasOwn(ARRIVALS, reason ?? '');
    const meant = closing !== null && (left || came) ? reason : null;
    expect(reasonOf(words), words).toBe(meant);
  }
});

test.each([
  ['moved-in', ['CHUYỂN ĐẾN', 'mới chuyển đến', 'Chuyển đến.']],
  ['split-off', ['Tách hộ', 'mới tách hộ', 'Hộ mới tách']],
  ['formed', ['hộ mới lập', 'Mới lập', 'Hộ mới']],
  ['moved-away', ['Chuyển đi', 'đã chuyển đi', 'chuyển đi nơi khác', ' Chuyển  đi; ']],
  ['merged', ['Nhập hộ', 'nhập vào hộ khác', 'Đã nhập hộ']],
  ['split-up', ['Tách thành các hộ', 'tách thành các hộ khác']],
  ['died-out', ['Hết thành viên', 'không còn thành viên', 'Không còn ai', 'không còn hộ']],
  ['died-out', ['Đã chết', 'chết hết', 'đã mất']],
  [null, ['Giữ nguyên', 'không', 'Không thay đổi', 'ổn định', 'chưa rà soát', '0']],
  [null, ['không thuộc diện', 'Hộ mới thoát nghèo']],
] as const)('%s: as offices write it', (reason, texts) => {
  for (const text of texts) expect(reasonOf(text), text).toBe(reason);
});

test.each([
  ...['Chuyển diện', 'Chuyển diện hộ nghèo sang cận nghèo', 'Chuyển đi làm ăn xa', 'Mất mùa'],
  ...['Mất sức lao động', 'Xóa hộ nghèo', 'Xóa đói giảm nghèo', 'Nhập khẩu', 'Nhập viện'],
  ...['Chết gia súc', 'Chủ hộ mới', 'Hộ mới xây nhà', 'Tách thửa', 'Không có nhà', 'Tài sản'],
  ...['Vắng nhà', 'bay mất', ''],
])('“%s” begins like a change and is none', (text) => {
  expect(reasonOf(text)).toBeUndefined();
});
