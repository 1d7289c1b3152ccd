import { type ChangeLine, changeLine, type TableKey } from './change-tables.ts';
import {
  BOTH_SPLITS,
  type ColumnWish,
  count,
  NO_MARKS,
  numbered,
  type StandardTable,
} from './standard-table.ts';

type Part = Exclude<keyof ChangeLine, 'pending'>;

function part(of: TableKey, label: string, key: Part, group?: string): ColumnWish {
  return count(label, ({ changes }) => changeLine(changes, of)[key], { group });
}

const LESS = 'Giảm trong năm';
const MORE = 'Tăng trong năm';

/** Tables 2 and 3: how the poor and the near-poor came to be as many as they are. */
export const YEARLY_TABLES: readonly StandardTable[] = [
  {
    key: '2',
    name: 'Diễn biến hộ nghèo trong năm',
    answers: 'Hộ nghèo tăng, giảm trong năm vì đâu?',
    splits: BOTH_SPLITS,
    leading: 9,
    note: 'Cuối năm (9) = (1) − (2) − (3) − (4) + (5) + (6) + (7) + (8), cho hộ và cho nhân khẩu, khi đã rà soát hết. “Khác” của nhân khẩu gồm người tăng, giảm trong các hộ không đổi diện.',
    marks: NO_MARKS,
    columns: () =>
      numbered([
        part('poor', 'Đầu năm', 'opening'),
        part('poor', 'Thành hộ cận nghèo', 'toTwin', LESS),
        part('poor', 'Vượt chuẩn cận nghèo', 'out', LESS),
        part('poor', 'Khác', 'otherOut', LESS),
        part('poor', 'Từ hộ cận nghèo', 'fromTwin', MORE),
        part('poor', 'Tái nghèo', 'relapsed', MORE),
        part('poor', 'Phát sinh mới', 'fresh', MORE),
        part('poor', 'Khác', 'otherIn', MORE),
        part('poor', 'Cuối năm', 'closing'),
      ]),
  },
  {
    key: '3',
    name: 'Diễn biến hộ cận nghèo trong năm',
    answers: 'Hộ cận nghèo tăng, giảm trong năm vì đâu?',
    splits: BOTH_SPLITS,
    leading: 9,
    note: 'Cuối năm (9) = (1) − (2) − (3) − (4) + (5) + (6) + (7) + (8), khi đã rà soát hết. Cột (5) là cột (2) của biểu 2, cột (3) là cột (5) của biểu 2.',
    marks: NO_MARKS,
    columns: () =>
      numbered([
        part('near-poor', 'Đầu năm', 'opening'),
        part('near-poor', 'Thoát cận nghèo', 'out', LESS),
        part('near-poor', 'Xuống hộ nghèo', 'toTwin', LESS),
        part('near-poor', 'Khác', 'otherOut', LESS),
        part('near-poor', 'Từ hộ nghèo', 'fromTwin', MORE),
        part('near-poor', 'Tái cận nghèo', 'relapsed', MORE),
        part('near-poor', 'Phát sinh mới', 'fresh', MORE),
        part('near-poor', 'Khác', 'otherIn', MORE),
        part('near-poor', 'Cuối năm', 'closing'),
      ]),
  },
];
