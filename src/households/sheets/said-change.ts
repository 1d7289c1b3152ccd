import {
  ARRIVALS,
  CLASSES,
  type Closing,
  changeWords,
  LEAVINGS,
  type MoveReason,
  type Opening,
} from '../household-class.ts';
import { Words } from './cell-words.ts';

/** All that our own lists say where no reason is known: what follows from the classes. */
const OPENINGS = [...(Object.keys(CLASSES) as Opening[]), 'absent'] as const;
const CLOSINGS = [...(Object.keys(CLASSES) as Closing[]), 'gone', null] as const;
const FOLLOWING = OPENINGS.flatMap((opening) =>
  CLOSINGS.flatMap((closing) =>
    [false, true].map((relapsed) => changeWords({ opening, closing, relapsed, reason: null })),
  ),
).filter((words) => words !== '');

/**
 * What offices write of a change within the year, whole phrases only: “Chuyển đi” ends a household,
 * “Chuyển diện” or “Chuyển đi làm ăn xa” does not. `null`: nothing came or went.
 */
const CHANGES = new Words<MoveReason | null>([
  ['moved-in', [ARRIVALS['moved-in'], 'Mới chuyển đến', 'Hộ mới chuyển đến', 'Hộ chuyển đến']],
  ['moved-in', ['Chuyển đến từ nơi khác', 'Nơi khác chuyển đến', 'Từ nơi khác chuyển đến', 'Đến']],
  ['split-off', [ARRIVALS['split-off'], 'Mới tách hộ', 'Hộ mới tách', 'Hộ tách', 'Mới tách']],
  ['split-off', ['Tách', 'Hộ mới tách hộ', 'Đã tách hộ', 'Tách hộ mới', 'Tách từ hộ khác']],
  ['formed', [ARRIVALS.formed, 'Mới lập', 'Hộ mới', 'Mới', 'Lập hộ mới', 'Hộ mới thành lập']],
  ['moved-away', [LEAVINGS['moved-away'], 'Đã chuyển đi', 'Hộ chuyển đi', 'Hộ đã chuyển đi', 'Đi']],
  ['moved-away', ['Chuyển đi nơi khác', 'Đã chuyển đi nơi khác', 'Chuyển nơi khác']],
  ['moved-away', ['Chuyển đi xã khác', 'Chuyển đi huyện khác', 'Chuyển đi tỉnh khác']],
  ['moved-away', ['Chuyển đi địa phương khác', 'Chuyển khỏi địa phương']],
  ['died-out', [LEAVINGS['died-out'], 'Hết thành viên', 'Đã hết thành viên', 'Không còn ai']],
  ['died-out', ['Không còn hộ', 'Hộ không còn', 'Hộ không còn ai', 'Không còn người']],
  ['died-out', ['Chết', 'Đã chết', 'Chết hết', 'Đã chết hết', 'Mất', 'Đã mất', 'Đã mất hết']],
  ['merged', [LEAVINGS.merged, 'Nhập hộ', 'Đã nhập hộ', 'Nhập hộ khác', 'Đã nhập vào hộ khác']],
  ['merged', ['Nhập vào hộ cũ', 'Nhập chung hộ', 'Nhập với hộ khác']],
  ['split-up', [LEAVINGS['split-up'], 'Tách thành các hộ', 'Tách thành nhiều hộ']],
  ['split-up', ['Đã tách thành các hộ', 'Đã tách thành các hộ khác', 'Tách thành hộ khác']],
  [null, FOLLOWING],
  [null, ['Giữ nguyên', 'Không', 'Không thay đổi', 'Không có', 'Không biến động', 'Không đổi']],
  [null, ['Không có biến động', 'Ổn định', 'Chưa rà soát', 'Không thuộc diện', '0']],
  [null, ['Hộ thoát nghèo', 'Mới thoát nghèo', 'Hộ mới thoát nghèo', 'Hộ tái nghèo']],
  [null, ['Hộ thoát cận nghèo', 'Mới thoát cận nghèo', 'Hộ tái cận nghèo', 'Phát sinh mới']],
  [null, ['Hộ nghèo phát sinh', 'Hộ nghèo phát sinh mới', 'Nghèo phát sinh', 'Phát sinh nghèo']],
  [null, ['Hộ cận nghèo phát sinh', 'Hộ cận nghèo phát sinh mới', 'Cận nghèo phát sinh']],
]);

/** What became of a household by the words of a cell; `undefined`: words that say nothing known. */
export function reasonOf(text: string): MoveReason | null | undefined {
  return CHANGES.find(text);
}
