import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { standardId } from './reference-standards.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
});
afterAll(() => world.close());

const OLD = `/poverty-standards/${standardId(2022)}`;
const NEW = `/poverty-standards/${standardId(2027)}`;

async function events() {
  return world.house.db
    .selectFrom('events')
    .select(['verb', 'subject_id', 'person_name'])
    .where('noun', '=', 'povertyStandard')
    .orderBy('seq')
    .execute();
}

test('everyone signed in reads every standard, with what is not confirmed', async () => {
  const reader = await world.as('can-bo-than-uyen');
  await reader.get('/poverty-standards');
  expect(reader.texts('h2')).toEqual([
    'Chuẩn nghèo đa chiều 2027–2030',
    'Chuẩn nghèo đa chiều 2022–2026',
    'Chuẩn nghèo tiếp cận đa chiều 2016–2021',
  ]);
  expect(reader.text).toContain('1.500.000 đồng');
  expect(reader.text).toContain('không quá 140');
  expect(reader.text).toContain('Chưa có mức điểm A');
  expect(reader.text).toContain('Cần xác nhận');
  expect(reader.text).toContain('Không có nguồn nước');
  expect(reader.text).not.toContain('Bổ sung, xác nhận');
  expect(reader.text).toContain('năm 2024 (2 xã đã công nhận); năm 2025 (chưa xã nào niêm yết)');
  expect(reader.text).toContain('Chưa có kỳ nào');
  await reader.get(NEW);
  expect(reader.text).not.toContain('Xác nhận');
  expect(reader.texts('form[method=post][action^="/poverty"]')).toEqual([]);
});

describe('the standing agency', () => {
  test('fills in the scores of 2027–2030, and a round can then be opened by it', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(NEW);
    await agency.follow('Sửa mức, năm và điểm');
    await agency.submit('Lưu chuẩn nghèo', {
      ...{ 'rural.scoreLine': '150', 'rural.source': 'Thông tư 10/2026, Phụ lục III' },
      ...{ 'urban.scoreLine': '185', 'urban.source': 'Thông tư 10/2026, Phụ lục III' },
    });
    expect(agency.text).toContain('Đã lưu chuẩn nghèo.');
    expect(agency.text).toContain('không quá 150');
    await agency.get('/review-rounds/new');
    expect(agency.text).not.toContain('chưa có điểm A');
    await agency.get('/review-rounds/new');
    await agency.submit('Mở kỳ rà soát', {
      ...{ year: '2027', standardId: standardId(2027) },
      ...{ beginsOn: '01/09/2027', endsOn: '14/12/2027', unitsOn: '01/09/2027' },
    });
    expect(agency.text).toContain('Rà soát hộ nghèo năm 2027');
    expect((await events()).map(({ verb }) => verb)).toEqual(['rewrite']);
  });

  test('gets its faults beside the fields, and everything typed back', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(`${NEW}/edit`);
    await agency.submit('Lưu chuẩn nghèo', { 'rural.incomeLine': 'hai triệu', name: 'Chuẩn mới' });
    expect(agency.status).toBe(422);
    expect(agency.text).toContain('Hãy ghi số đồng một người một tháng');
    expect(agency.document.querySelector('[name="rural.incomeLine"]')?.getAttribute('value')).toBe(
      'hai triệu',
    );
    expect(await events()).toHaveLength(1);
  });

  test('who comes second is told so and keeps what was typed', async () => {
    const [first, second] = [await world.as('thuong-truc'), await world.as('thuong-truc')];
    await first.get(`${NEW}/edit`);
    await second.get(`${NEW}/edit`);
    await first.submit('Lưu chuẩn nghèo', { 'rural.scoreLine': '151' });
    await second.submit('Lưu chuẩn nghèo', { 'rural.scoreLine': '152' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Người khác vừa lưu chuẩn này');
    expect(second.document.querySelector('[name="rural.scoreLine"]')?.getAttribute('value')).toBe(
      '152',
    );
    expect(second.text).toContain('Bản đang lưu: 151');
    await second.submit('Lưu chuẩn nghèo');
    expect(second.text).toContain('không quá 152');
  });

  test('of two who save at once one is stored and one is asked to compare', async () => {
    const both = [await world.as('thuong-truc'), await world.as('thuong-truc')];
    for (const one of both) await one.get(`${NEW}/edit`);
    const before = (await events()).length;
    await Promise.all(
      both.map((one, place) =>
        one.submit('Lưu chuẩn nghèo', { 'rural.scoreLine': String(153 + place) }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await events()).toHaveLength(before + 1);
  });

  test('cannot empty the scores of a standard that a round uses', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(`${NEW}/edit`);
    await agency.submit('Lưu chuẩn nghèo', { 'urban.scoreLine': '' });
    expect(agency.status).toBe(422);
    expect(agency.text).toContain('Kỳ rà soát năm 2027 đang dùng chuẩn này');
  });

  test('is warned of a town poorer than the country, and may mean it', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(`${NEW}/edit`);
    await agency.submit('Lưu chuẩn nghèo', { 'urban.incomeLine': '2.100.000' });
    expect(agency.status).toBe(200);
    expect(agency.text).toContain('thành thị (2.100.000 đồng) đang thấp hơn nông thôn');
    await agency.follow('Sửa mức, năm và điểm');
    await agency.submit('Lưu chuẩn nghèo', { 'urban.incomeLine': '2.800.000' });
    expect(agency.text).not.toContain('đang thấp hơn');
  });

  test('says when a household is deprived, as the text says it', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(`${NEW}/indicators/telecomService`);
    await agency.submit('Lưu chỉ số', {
      deprivedWhen: 'Không có thành viên nào sử dụng dịch vụ internet.',
      source: 'Nghị định 351/2025/NĐ-CP, Phụ lục',
    });
    expect(agency.text).toContain('Không có thành viên nào sử dụng dịch vụ internet.');
    await agency.get(`${NEW}/indicators/khong-co`);
    expect(agency.status).toBe(404);
  });

  test('cannot change a standard by which a commune has recognised, and reads why', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(OLD);
    expect(agency.text).toContain('Đã dùng để công nhận kết quả rà soát năm 2024 của 2 xã');
    expect(agency.text).not.toContain('Sửa mức');
    for (const address of [`${OLD}/edit`, `${OLD}/indicators/nutrition`]) {
      await agency.get(address);
      expect(agency.status).toBe(409);
      await agency.post(address, { version: '0' });
      expect(agency.status).toBe(409);
      expect(agency.text).toContain('hãy sao chép thành chuẩn mới');
    }
  });

  test('may still confirm a part of it with its source', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(OLD);
    await agency.follow('Xác nhận chỉ số dinh dưỡng');
    expect(agency.text).toContain('Có ít nhất một trẻ em dưới 16 tuổi');
    await agency.submit('Xác nhận', { source: ' ' });
    expect(agency.status).toBe(422);
    await agency.submit('Xác nhận', { source: 'Nghị định 07/2021/NĐ-CP, Phụ lục' });
    expect(agency.text).toContain('Đã xác nhận và ghi căn cứ.');
    const { confirmed, source } = await world.house.db
      .selectFrom('deprivation_indicators')
      .select(['confirmed', 'source'])
      .where('standard_id', '=', standardId(2022))
      .where('key', '=', 'nutrition')
      .executeTakeFirstOrThrow();
    expect([confirmed, source]).toEqual([true, 'Nghị định 07/2021/NĐ-CP, Phụ lục']);
    await agency.post(`${OLD}/confirmations/khong-co`, { version: '1', source: 'Nghị định' });
    expect(agency.status).toBe(404);
  });

  test('begins a new standard from another, under a name of its own', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(OLD);
    await agency.follow('Sao chép thành chuẩn mới');
    await agency.submit('Thêm chuẩn nghèo', {
      ...{ name: 'Chuẩn nghèo đa chiều 2022–2026', source: 'Nghị quyết' },
    });
    expect(agency.status).toBe(422);
    expect(agency.text).toContain('Đã có chuẩn mang tên này');
    await agency.submit('Thêm chuẩn nghèo', {
      ...{ name: 'Chuẩn nghèo tỉnh Lai Châu 2028', firstYear: '2028', lastYear: '2028' },
      ...{ 'rural.incomeLine': '2.500.000', 'rural.averageLine': '', 'urban.averageLine': '' },
      ...{ 'urban.incomeLine': '3.000.000', source: 'Nghị quyết của Hội đồng nhân dân tỉnh' },
    });
    expect(agency.heading).toBe('Chuẩn nghèo tỉnh Lai Châu 2028');
    expect(agency.text).toContain('2.500.000 đồng');
    expect((await events()).at(-1)).toMatchObject({
      verb: 'copy',
      person_name: 'Nguyễn Văn Thử',
    });
  });
});

test('a list that hangs in the villages holds its standard too', async () => {
  const { db } = world.house;
  const agency = await world.as('thuong-truc');
  await db
    .insertInto('commune_reviews')
    .columns(['commune_id', 'round_id', 'commune_name', 'office_id', 'opened_at', 'status'])
    .expression((eb) =>
      eb
        .selectFrom(['commune_reviews as c', 'review_rounds as r'])
        .select(['c.commune_id', 'r.id', 'c.commune_name', 'c.office_id', 'c.opened_at'])
        .select(eb.val('posted').as('status'))
        .where('r.standard_id', '=', standardId(2027))
        .where('c.commune_name', '=', 'Xã Than Uyên')
        .limit(1),
    )
    .execute();
  await agency.get(`${NEW}/edit`);
  expect(agency.status).toBe(409);
  expect(agency.text).toContain('niêm yết kết quả rà soát năm 2027 của 1 xã');
  await db.deleteFrom('commune_reviews').where('status', '=', 'posted').execute();
});

test('nobody else changes a standard', async () => {
  const reviewer = await world.as('ra-soat-muong-than');
  for (const path of ['/edit', '/copy', '/confirmations/rural', '/indicators/nutrition']) {
    await reviewer.post(`${NEW}${path}`, { version: '0' });
    expect(reviewer.status, path).toBe(403);
  }
});
