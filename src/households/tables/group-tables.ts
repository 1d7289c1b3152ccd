import { ethnicName } from '../ethnic-groups.ts';
import { CAUSES } from '../household-marks.ts';
import { ETHNIC_MARKS, KINH, MINORITIES } from './minorities.ts';
import {
  BOTH_SPLITS,
  type ColumnWish,
  count,
  numbered,
  ofMarks,
  ofStands,
  type StandardTable,
  type TableContext,
} from './standard-table.ts';

type Marked = readonly (readonly [label: string, marks: readonly string[]])[];

/** The same columns for the poor and then for the near-poor. */
function forBoth(marked: Marked, total = true): ColumnWish[] {
  return (['poor', 'near-poor'] as const).flatMap((stand) => {
    const group = { group: stand === 'poor' ? 'Nghèo' : 'Cận nghèo' };
    const columns = marked.map(([label, marks]) => count(label, ofMarks(marks, [stand]), group));
    return total ? [count('Tổng số', ofStands(stand), group), ...columns] : columns;
  });
}

const GROUPS: Marked = [
  ['Dân tộc thiểu số', MINORITIES],
  ['Không có khả năng lao động', ['group.no-labour']],
  ['Có người có công', ['group.merit']],
  ['Chính sách khác', ['group.policy']],
];

const CAUSE_COLUMNS: Marked = Object.entries(CAUSES).map(([mark, name]) => [name, [mark]]);

const CHILDREN: Marked = [
  ['Trẻ em', ['children']],
  ['Thiếu hụt y tế (bảo hiểm, dinh dưỡng)', ['children.health']],
  ['Thiếu hụt giáo dục (đi học)', ['children.school']],
];

function ethnicColumns({ minorities }: TableContext): Marked {
  const own = minorities.map((code) => `ethnic.${code}`);
  const others = MINORITIES.filter((mark) => !own.includes(mark));
  return [
    ['Kinh', [KINH]],
    ['Dân tộc thiểu số', MINORITIES],
    ...minorities.map((code) => [ethnicName(code), [`ethnic.${code}`]] as const),
    ['Dân tộc thiểu số khác', others],
  ];
}

/** Tables 8 to 11: who the poor and the near-poor are, and why. */
export const GROUP_TABLES: readonly StandardTable[] = [
  {
    key: '8',
    name: 'Hộ nghèo, hộ cận nghèo theo nhóm đối tượng',
    answers: 'Bao nhiêu hộ thuộc nhóm cần chính sách riêng?',
    splits: BOTH_SPLITS,
    leading: 1,
    note: 'Một hộ có thể thuộc nhiều nhóm, nên các cột không cộng thành tổng số.',
    marks: () => GROUPS.flatMap(([, marks]) => marks),
    columns: () => numbered(forBoth(GROUPS)),
  },
  {
    key: '9',
    name: 'Hộ nghèo, hộ cận nghèo theo dân tộc',
    answers: 'Hộ nghèo, hộ cận nghèo thuộc dân tộc nào?',
    splits: BOTH_SPLITS,
    leading: 1,
    note: 'Hộ thuộc dân tộc của chủ hộ. Dân tộc có ít hộ nghèo, hộ cận nghèo nhất gộp vào cột “Dân tộc thiểu số khác”.',
    marks: () => ETHNIC_MARKS,
    columns: (context) => numbered(forBoth(ethnicColumns(context))),
  },
  {
    key: '10',
    name: 'Hộ nghèo, hộ cận nghèo theo nguyên nhân nghèo',
    answers: 'Vì sao hộ nghèo, hộ cận nghèo?',
    splits: BOTH_SPLITS,
    leading: 1,
    note: 'Một hộ có thể có nhiều nguyên nhân, nên các cột không cộng thành tổng số.',
    marks: () => Object.keys(CAUSES),
    columns: () => numbered(forBoth(CAUSE_COLUMNS)),
  },
  {
    key: '11',
    name: 'Trẻ em trong hộ nghèo, hộ cận nghèo',
    answers: 'Bao nhiêu trẻ em, và bao nhiêu em thiếu hụt về y tế, giáo dục?',
    splits: [
      { split: 'households', name: 'Hộ có trẻ em' },
      { split: 'members', name: 'Trẻ\u00A0em' },
    ],
    leading: 1,
    note: 'Trẻ em là người dưới 16 tuổi.',
    marks: () => CHILDREN.flatMap(([, marks]) => marks),
    columns: () => numbered(forBoth(CHILDREN, false)),
  },
];
