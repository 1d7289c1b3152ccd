import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { parseCsv } from '../shared/csv.ts';
import { openUnitsWorld, type UnitsWorld } from './fixtures/units-world.ts';

let world: UnitsWorld;
let agency: Client;
beforeAll(async () => {
  world = await openUnitsWorld();
  agency = await world.as('thuong-truc');
});
afterAll(() => world.close());

function file(text: string, name = 'danh-sach.csv') {
  return { name, type: 'text/csv', bytes: Buffer.from(text) };
}

const LIST = `Mã,Tên,Tên đầy đủ,Cấp,Mã cấp trên,Từ ngày
V1,Nà Đon,Bản Nà Đon,Cấp thôn,03618,2025-07-01
V1,Nà Đon,Bản Nà Đon,village,03618,2025-07-01
V2,Lạ,Bản Lạ,village,99999,01/07/2025
03390,Trùng,Xã Trùng,commune,12,2025-07-01
V3,,Bản,hamlet,03618,31/02/2025
`;

test('a list is shown line by line before anything is stored, and wrong lines come back as a file', async () => {
  await agency.get('/units/import');
  await agency.upload('Xem trước', 'Tệp CSV hoặc Excel', file(LIST));
  expect(agency.text).toContain('1 dòng ghi được, 4 dòng cần sửa. Chưa có gì được ghi.');
  expect(agency.text).toContain('mã V1 đã có ở một dòng trên');
  expect(agency.text).toContain('không có đơn vị cấp trên mang mã 99999 vào ngày 01/07/2025');
  expect(agency.text).toContain('mã 03390 đang thuộc một đơn vị đã có');
  const preview = agency.answer;
  await agency.submit('Tải 4 dòng cần sửa');
  const rows = parseCsv(agency.answer.bytes.toString('utf8'));
  expect(rows.map((row) => row[0])).toEqual(['Mã', 'V1', 'V2', '03390', 'V3']);
  expect(rows[4]?.at(-1)).toContain('thiếu tên');
  expect(rows[4]?.at(-1)).toContain('ngày bắt đầu phải là một ngày');
  expect(preview.status).toBe(200);
});

test('the right lines are stored with their source, under the unit that bore the code then', async () => {
  await agency.get('/units/import');
  await agency.upload('Xem trước', 'Tệp CSV hoặc Excel', file(LIST));
  await agency.submit('Ghi 1 đơn vị');
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Hãy ghi văn bản làm căn cứ');
  await agency.submit('Ghi 1 đơn vị', { 'Căn cứ': 'Quyết định thử số 5' });
  await agency.get('/search?q=na+don');
  await agency.follow('Bản Nà Đon');
  expect(agency.text).toContain('từ 01/07/2025, thuộc Xã Mường Than');
  expect(agency.text).toContain('Quyết định thử số 5');
});

test('a file without the columns, and one that is no table, get a sentence', async () => {
  await agency.get('/units/import');
  await agency.upload('Xem trước', 'Tệp CSV hoặc Excel', file('tên,mã\nA,1\n'));
  expect(agency.text).toContain('Tệp thiếu cột nên chưa đọc được');
  await agency.get('/units/import');
  await agency.upload('Xem trước', 'Tệp CSV hoặc Excel', file('không phải Excel', 'a.xlsx'));
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Tệp này không phải là tệp');
});

test('nobody else may import', async () => {
  const other = await world.as('than-uyen');
  await other.get('/units/import');
  expect(other.status).toBe(403);
  await other.post('/units/import/store', { text: LIST, source: 'x' });
  expect(other.status).toBe(403);
});
