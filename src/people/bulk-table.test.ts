import { expect, test } from 'vitest';
import { day } from '../shared/day.ts';
import { newId } from '../shared/identity.ts';
import { arrangeRows, asPaste, checkRows } from './bulk-table.ts';

const PROVINCE = { id: newId(), name: 'Ủy ban nhân dân tỉnh Lai Châu' };
const COMMUNE = { id: newId(), name: 'Ủy ban nhân dân xã Mường Than' };

const context = {
  idOf: (place: number) => `bang-1-dong-${place}`,
  units: [PROVINCE, COMMUNE],
  ownUnitId: PROVINCE.id,
  today: day('2025-11-17'),
  taken: new Set(['lannt']),
};

const rowsOf = (...lines: string[][]) => lines.map((cells, at) => ({ number: at + 1, cells }));

test('columns are found by their headings, in any order and with or without accents', () => {
  const rows = arrangeRows(
    rowsOf(
      ['STT', 'don vi', 'Họ và tên', 'Chức danh'],
      ['1', 'Xã Mường Than', ' Lò Thị  Mai ', 'Công chức'],
      ['', '', '', ''],
    ),
  );
  expect(rows).toEqual([
    { number: 2, cells: ['Lò Thị  Mai', 'Công chức', 'Xã Mường Than', '', '', ''] },
  ]);
});

test('a table without a heading is read in our order', () => {
  const [row] = arrangeRows(rowsOf(['Lò Thị Mai', 'Công chức']));
  expect(row).toEqual({ number: 1, cells: ['Lò Thị Mai', 'Công chức', '', '', '', ''] });
});

test('a good row becomes a draft: unit and duties found without accents', () => {
  const [row] = checkRows(
    arrangeRows(
      rowsOf([
        'Lò Thị  Mai',
        'Công chức',
        'uy ban nhan dan xa muong than',
        'dau moi bao cao; Lãnh đạo duyệt',
      ]),
    ),
    context,
  );
  expect(row?.faults).toEqual([]);
  expect(row?.draft).toMatchObject({
    fullName: 'Lò Thị Mai',
    unitId: COMMUNE.id,
    duties: ['prepareReports', 'approveReports'],
    from: '2025-11-17',
    login: undefined,
  });
});

test('no unit means the administrator’s own; the same table gives the same ids again', () => {
  const typed = arrangeRows(rowsOf(['Lò Thị Mai', 'Công chức']));
  const [first] = checkRows(typed, context);
  const [again] = checkRows(typed, context);
  const [other] = checkRows(typed, { ...context, idOf: (place) => `bang-2-dong-${place}` });
  expect(first?.draft?.unitId).toBe(PROVINCE.id);
  expect(again?.draft?.id).toBe(first?.draft?.id);
  expect(other?.draft?.id).not.toBe(first?.draft?.id);
});

test.each([
  [['Mai', 'Công chức'], /mới có một chữ/],
  [['Lò Thị M4i', 'Công chức'], /ký tự không phải chữ/],
  [['Lò Thị Mai', ''], /Chưa có chức vụ/],
  [['Lò Thị Mai', 'Công chức', 'Xã Lạ'], /Không có đơn vị “Xã Lạ” trong phạm vi/],
  [['Lò Thị Mai', 'Công chức', '', 'Trưởng bản'], /Không có nhiệm vụ “Trưởng bản”/],
  [['Lò Thị Mai', 'Công chức', '', '', 'mai@'], /thư điện tử chưa đúng/],
  [['Lò Thị Mai', 'Công chức', '', '', '', 'LanNT'], /lannt đã có người dùng/],
])('the row %j says what to mend', (cells, reason) => {
  const [row] = checkRows(arrangeRows(rowsOf(cells)), context);
  expect(row?.faults.join(' ')).toMatch(reason);
  expect(row?.draft).toBeUndefined();
});

test('twins in one table are named by the row they repeat', () => {
  const [first, second] = checkRows(
    arrangeRows(rowsOf(['Lò Thị Mai', 'Công chức'], ['LÒ THỊ MAI', 'Chuyên viên'])),
    context,
  );
  expect(first?.faults).toEqual([]);
  expect(second?.faults).toEqual(['Trùng với dòng 1.']);
});

test('a table read from a file can be mended as text and read again', () => {
  const typed = arrangeRows(rowsOf(['Lò Thị Mai', 'Công chức', '', 'Đầu mối báo cáo']));
  const pasted = asPaste(typed)
    .split('\n')
    .map((line, at) => ({ number: at, cells: line.split('\t') }));
  expect(arrangeRows(pasted)).toEqual(typed);
});
