import { ETHNIC_MARKS, KINH, MINORITIES } from './minorities.ts';
import {
  type ColumnWish,
  count,
  numbered,
  ofMarks,
  ofStands,
  type Split,
  type StandardTable,
} from './standard-table.ts';
import { STANDING } from './unit-cells.ts';

const ALL = ofStands(...STANDING);
const POOR = ofStands('poor');
const NEAR_POOR = ofStands('near-poor');
const AVERAGE = ofMarks(['group.average'], ['not-poor']);

function results(split: Split, first: number, whole: number): ColumnWish[] {
  const group = split === 'households' ? 'Số hộ' : 'Số nhân khẩu';
  const noun = split === 'households' ? 'hộ' : 'nhân khẩu';
  const why = `Chưa có tổng số ${noun} nên không tính được tỷ lệ.`;
  const classes = [
    ['Nghèo', POOR],
    ['Cận nghèo', NEAR_POOR],
    ['Mức sống trung bình', AVERAGE],
  ] as const;
  return classes.flatMap(([label, part], place) => [
    count(label, part, { group, split }),
    {
      ...{ kind: 'rate' as const, label: 'Tỷ lệ %', part, whole: ALL, why, group, split },
      from: [first + 2 * place, whole] as const,
    },
  ]);
}

const RESULT: StandardTable = {
  key: '1',
  name: 'Kết quả rà soát hộ nghèo, hộ cận nghèo, hộ có mức sống trung bình',
  answers: 'Mỗi diện có bao nhiêu hộ, bao nhiêu người, chiếm bao nhiêu phần trăm?',
  splits: [{ split: 'households', name: 'Hộ và nhân khẩu' }],
  leading: 3,
  note: 'Tổng số hộ gồm cả hộ chưa rà soát xong; hộ đã chuyển đi, không còn thành viên thì không tính.',
  marks: () => ['group.average'],
  columns: () =>
    numbered([
      count('Tổng số hộ', ALL, { split: 'households' }),
      count('Tổng số nhân khẩu', ALL, { split: 'members' }),
      ...results('households', 3, 1),
      ...results('members', 9, 2),
    ]),
};

const FEMALE_HEAD = 'group.female-head';
const MERIT = 'group.merit';
const NO_LABOUR = 'group.no-labour';

function byGroup(): ColumnWish[] {
  const all = { group: 'Tất cả' };
  return [
    count('Tổng số', ALL, all),
    count('Dân tộc Kinh', ofMarks([KINH], STANDING), all),
    count('Dân tộc thiểu số', ofMarks(MINORITIES, STANDING), all),
    count('Chủ hộ là nữ', ofMarks([FEMALE_HEAD], STANDING), all),
    ...ofClass('poor', 'Nghèo'),
    ...ofClass('near-poor', 'Cận nghèo'),
  ];
}

function ofClass(stand: 'poor' | 'near-poor', group: string): ColumnWish[] {
  const marked = (label: string, marks: readonly string[]) =>
    count(label, ofMarks(marks, [stand]), { group });
  return [
    count('Tổng số', ofStands(stand), { group }),
    marked('Dân tộc Kinh', [KINH]),
    marked('Dân tộc thiểu số', MINORITIES),
    marked('Chủ hộ là nữ', [FEMALE_HEAD]),
    marked('Có người có công', [MERIT]),
    marked('Không có khả năng lao động', [NO_LABOUR]),
  ];
}

const BY_GROUP = {
  leading: 5,
  marks: () => [...ETHNIC_MARKS, FEMALE_HEAD, MERIT, NO_LABOUR],
  columns: () => numbered(byGroup()),
};

/** Tables 1, 12 and 13: what the review came to. */
export const RESULT_TABLES: readonly StandardTable[] = [
  RESULT,
  {
    key: '12',
    name: 'Số hộ theo chuẩn nghèo đa chiều, chia theo nhóm',
    answers: 'Hộ nghèo, hộ cận nghèo là hộ của ai: Kinh, thiểu số, nữ chủ hộ, người có công?',
    splits: [{ split: 'households', name: 'Hộ' }],
    note: 'Hộ thuộc dân tộc của chủ hộ. Một hộ có thể ở nhiều nhóm.',
    ...BY_GROUP,
  },
  {
    key: '13',
    name: 'Số nhân khẩu theo chuẩn nghèo đa chiều, chia theo nhóm',
    answers: 'Bao nhiêu người sống trong các hộ của biểu 12?',
    splits: [{ split: 'members', name: 'Nhân\u00A0khẩu' }],
    note: 'Nhân khẩu tính theo hộ: người trong hộ có chủ hộ thuộc dân tộc, nhóm đó.',
    ...BY_GROUP,
  },
];
