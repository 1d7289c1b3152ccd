import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorld, openImportWorld } from './fixtures/import-world.ts';
import { matchesOf, rememberedHeadings } from './remembered-headings.ts';

let at: ImportWorld;
beforeAll(async () => {
  at = await openImportWorld();
});
afterAll(() => at?.world.close());

const LONG = 'Ghi chú '.repeat(30);

test('a heading that stands twice, or is a whole text, is not remembered', () => {
  expect(rememberedHeadings('households', ['Mã hộ', 'Tổng', 'TONG', LONG])).toEqual([
    ...['households:ma ho', undefined, undefined, undefined],
  ]);
  const columns = [
    { heading: 'Tổng', meaning: 'members' },
    { heading: 'Tổng', meaning: null },
    { heading: 'Khẩu', meaning: 'members' },
  ];
  expect(matchesOf([{ role: 'households', columns }])).toEqual(
    new Map([['households:khau', 'members']]),
  );
});

const HEADINGS = ['Mã hộ', 'Xã', 'Thôn, bản', 'Khu vực', 'Ghi chú', 'Tổng', 'Tổng'];

function book(people: number, children: number): Promise<Uint8Array> {
  const groups = [null, null, null, null, null, 'Người', 'Trẻ'];
  const row: CellValue[] = ['MT-004', 'Xã Mường Than', null, null, 'a', people, children];
  return writeXlsx({ sheets: [{ name: 'Hộ', rows: [groups, HEADINGS, row] }] });
}

test('of two columns of one heading none is taken for the other the next time', async () => {
  const { officer } = at;
  await at.upload(await book(6, 2));
  await officer.submit('Đọc và kiểm tra tệp', {
    ...{ 'meaning-0-5': 'members', 'meaning-0-6': 'children' },
  });
  await at.lookAgain();
  expect(await at.faults()).toEqual([]);
  await at.upload(await book(5, 2));
  expect(officer.text).toContain('Đã nhận ra 5 cột');
});

test('a heading of a thousand words is matched, and the reading goes on', async () => {
  const { officer } = at;
  const words = Array.from({ length: 4_000 }, (_, place) => (place * 7_919).toString(36)).join('');
  const rows = [
    [...HEADINGS.slice(0, 4), words],
    ['MT-004', 'Xã Mường Than', null, null, 'Mới xây nhà'],
  ];
  await at.upload(await writeXlsx({ sheets: [{ name: 'Hộ', rows }] }));
  await officer.submit('Đọc và kiểm tra tệp', { 'meaning-0-4': 'note' });
  await at.lookAgain();
  expect(await at.faults()).toEqual([]);
  expect(officer.text).toContain('1 hộ có thay đổi');
});
