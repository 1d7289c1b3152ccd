import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { openUnitsWorld, type UnitsWorld } from './fixtures/units-world.ts';
import { areaId, officeId } from './reference-ids.ts';

let world: UnitsWorld;
let agency: Client;
beforeAll(async () => {
  world = await openUnitsWorld();
  agency = await world.as('thuong-truc');
});
afterAll(() => world.close());

test('the agency renames a commune from a day; the old name stays before that day', async () => {
  const id = areaId('2025', '03618');
  await agency.get(`/units/${id}`);
  await agency.follow('Đổi tên, kết thúc');
  await agency.submit('Đổi tên', {
    'Tên đầy đủ mới': 'Phường Mường Than',
    'Từ ngày': '1/11/2025',
    source: 'Nghị quyết thử số 1',
  });
  expect(agency.heading).toBe('Phường Mường Than');
  const names = await world.db
    .selectFrom('unit_periods')
    .select(['full_name', 'kind', 'name', 'valid_from', 'valid_to'])
    .where('unit_id', '=', id)
    .orderBy('valid_from')
    .execute();
  expect(names).toEqual([
    {
      full_name: 'Xã Mường Than',
      kind: 'xã',
      name: 'Mường Than',
      valid_from: '2025-07-01',
      valid_to: '2025-10-31',
    },
    {
      full_name: 'Phường Mường Than',
      kind: 'phường',
      name: 'Mường Than',
      valid_from: '2025-11-01',
      valid_to: null,
    },
  ]);
  const event = await world.db
    .selectFrom('events')
    .select(['noun', 'verb', 'subject_id'])
    .executeTakeFirst();
  expect(event).toEqual({ noun: 'unit', verb: 'rename', subject_id: id });
});

test('days in the wrong order are refused with a sentence, and nothing typed is lost', async () => {
  const id = areaId('2025', '03595');
  await agency.get(`/units/${id}/correct`);
  await agency.submit('Đổi tên', {
    'Tên đầy đủ mới': 'Xã Than Uyên Mới',
    'Từ ngày': '01/06/2025',
    source: '',
  });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('tên mới phải bắt đầu sau ngày đó');
  expect(agency.text).toContain('Hãy ghi văn bản làm căn cứ');
  expect(agency.document.querySelector('input[name=name]')?.getAttribute('value')).toBe(
    'Xã Than Uyên Mới',
  );
});

test('a unit ends with a successor, and figures follow it; one with units below cannot end', async () => {
  const id = areaId('2025', '03640');
  await agency.get(`/units/${id}/correct`);
  await agency.submit('Kết thúc đơn vị', {
    'Ngày hoạt động cuối cùng': '31/10/2025',
    'Đơn vị tiếp nối': 'Xã Mường Kim',
    endSource: 'Nghị quyết thử số 2',
  });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Còn 1 đơn vị trực thuộc sau ngày này');
  const office = officeId('UBND.C25.03640');
  await agency.get(`/units/${office}/correct`);
  await agency.submit('Kết thúc đơn vị', {
    'Ngày hoạt động cuối cùng': '31/10/2025',
    'Đơn vị tiếp nối': 'UBND xã Mường Kim',
    endSource: 'Nghị quyết thử số 2',
  });
  await agency.get(`/units/${id}/correct`);
  await agency.submit('Kết thúc đơn vị', {
    'Ngày hoạt động cuối cùng': '31/10/2025',
    'Đơn vị tiếp nối': 'Xã Mường Kim',
    endSource: 'Nghị quyết thử số 2',
  });
  expect(agency.text).toContain('đã kết thúc');
  expect(agency.texts('.findings a')).toContain('Xã Mường Kim');
});

test('a new commune is added under the province, once', async () => {
  const form = {
    'Tên đầy đủ': 'Xã Thử Nghiệm',
    Loại: 'Địa bàn: xã',
    Cấp: 'Cấp xã',
    parent: areaId('2025', '12'),
    'Từ ngày': '01/11/2025',
    source: 'Nghị quyết thử số 3',
  };
  await agency.get('/units/new');
  await agency.submit('Thêm đơn vị', form);
  expect(agency.heading).toBe('Xã Thử Nghiệm');
  await agency.get('/units/new');
  await agency.submit('Thêm đơn vị', form);
  expect(agency.text).toContain('Đơn vị cùng tên, cùng nơi trực thuộc đã có');
});

test('who carries another duty, or the duty elsewhere, may read but not correct', async () => {
  const id = areaId('2025', '03618');
  for (const login of ['muong-than', 'than-uyen']) {
    const other = await world.as(login);
    await other.get(`/units/${id}`);
    expect(other.texts('a')).not.toContain('Đổi tên, kết thúc');
    await other.post(`/units/${id}/rename`, { name: 'Xã Khác', from: '01/12/2025', source: 'x' });
    expect(other.status).toBe(403);
    await other.get('/units/new');
    expect(other.status).toBe(403);
  }
  const own = await world.as('than-uyen');
  await own.get(`/units/${areaId('2025', '03595')}/correct`);
  expect(own.status).toBe(200);
});
