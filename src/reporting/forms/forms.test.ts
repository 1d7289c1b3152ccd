import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import type { World } from '../../../test/harness/world.ts';
import { openSheetWorld, reportOf } from '../totals/fixtures/sheet-world.ts';

let world: World;
let agency: Client;

beforeEach(async () => {
  world = await openSheetWorld();
  agency = await world.as('thuong-truc');
});
afterEach(() => world.close());

const COPY = 'Chép thành biểu mới để sửa cho kỳ sau';

/** Copies the form of 2025; gives the address of the copy. */
async function copied(): Promise<string> {
  await agency.get('/forms');
  await agency.follow('Biểu thử');
  await agency.submit(COPY);
  return agency.address;
}

/** Every word of the old form, as the report of a commune shows it. */
async function oldForm(): Promise<unknown> {
  const { db } = world.house;
  const round = await db.selectFrom('rounds').select('form_id').executeTakeFirstOrThrow();
  return {
    form: await db.selectFrom('forms').where('id', '=', round.form_id).selectAll().execute(),
    sections: await db
      .selectFrom('form_sections')
      .where('form_id', '=', round.form_id)
      .orderBy('id')
      .selectAll()
      .execute(),
    fields: await db
      .selectFrom('form_fields as f')
      .innerJoin('form_sections as s', 's.id', 'f.section_id')
      .innerJoin('figures as g', 'g.id', 'f.figure_id')
      .where('s.form_id', '=', round.form_id)
      .orderBy('f.id')
      .selectAll('f')
      .select(['g.name', 'g.kind', 'g.measure', 'g.slug'])
      .execute(),
    checks: await db
      .selectFrom('form_checks')
      .where('form_id', '=', round.form_id)
      .selectAll()
      .execute(),
    values: await db.selectFrom('report_values').orderBy('figure_id').selectAll().execute(),
  };
}

test('a form in use says so and takes no change, whichever way it is asked', async () => {
  await agency.get('/rounds');
  await agency.follow('Biểu báo cáo');
  expect(agency.text).toContain('Đã dùng, giữ nguyên');
  await agency.follow('Biểu thử');
  expect(agency.text).toContain('Đã dùng cho kỳ Báo cáo năm 2025, không sửa được');
  expect(agency.texts('main button')).toEqual([COPY]);
  const before = await oldForm();
  const address = agency.address;
  await agency.post(address, { name: 'Tên khác' });
  expect(agency.status).toBe(409);
  expect(agency.text).toContain('Biểu đã dùng cho Báo cáo năm 2025 nên không sửa được');
  await agency.post(`${address}/remove`);
  expect(agency.status).toBe(409);
  const id = (await world.house.db.selectFrom('form_fields').select('id').execute())[0]?.id;
  await agency.post(`${address}/fields/${id}/remove`);
  expect(agency.address).toBe(address);
  expect(agency.text).toContain('hãy chép thành biểu mới');
  expect(await oldForm()).toEqual(before);
});

test('a copy is edited all through; the old round keeps every word and value', async () => {
  const officer = await world.as('can-bo-muong-than');
  const report = await reportOf(world, 'Mường Than');
  await officer.get(`/reports/${report}`);
  await officer.submit('Lưu nháp', { 'f.ho-thoat-ngheo': '35', 'f.nha-moi': '4' });
  const before = await oldForm();

  const copy = await copied();
  expect(agency.heading).toBe('Biểu thử (bản chép)');
  await agency.submit('Lưu tên biểu', { 'Tên biểu': 'Biểu năm 2026' });
  expect(agency.heading).toBe('Biểu năm 2026');

  await agency.follow('Thêm phần');
  await agency.submit('Lưu phần này', { 'Tên phần': 'Đường và nước' });
  await agency.follow('Tạo số liệu mới', 'Đường và nước');
  await agency.submit('Lưu số liệu này', {
    'Loại số liệu': 'Số đếm',
    'Tên số liệu': 'Đường bản làm mới',
    'Đơn vị tính': 'km',
    'Ai điền': ['Ủy ban nhân dân cấp xã'],
    'Hỏi lại khi lớn hơn': '40',
  });
  expect(agency.text).toContain('Đã thêm “Đường bản làm mới” vào biểu.');
  expect(agency.text).toContain('Bắt buộc; đến 40');

  await agency.submit('Bỏ', {}, 'Suất quà đã tặng');
  await agency.follow('Nhà xây mới');
  expect(agency.text).toContain('Tên và cách tính của số liệu này giữ nguyên');
  await agency.submit('Lưu số liệu này', {
    'Nằm ở phần': 'Đường và nước',
    'Bắt buộc điền trước khi gửi': false,
    'Hỏi lại khi tăng, giảm so với năm trước quá': '30',
  });
  expect(agency.text).toContain('Không bắt buộc; hỏi lại khi đổi quá 30 %');
  await agency.submit('Lên', {}, 'Nhà xây mới');

  const fields = await world.house.db
    .selectFrom('form_fields as f')
    .innerJoin('form_sections as s', 's.id', 'f.section_id')
    .innerJoin('figures as g', 'g.id', 'f.figure_id')
    .where('s.title', '=', 'Đường và nước')
    .orderBy('f.position')
    .select(['g.slug', 'f.maximum', 'f.required', 'f.warn_change_percent as warn'])
    .execute();
  expect(fields).toEqual([
    { slug: 'nha-moi', maximum: null, required: false, warn: 30 },
    { slug: 'duong-ban-lam-moi', maximum: 40, required: true, warn: null },
  ]);
  expect(await oldForm()).toEqual(before);
  await officer.get(`/reports/${report}`);
  expect(officer.text).not.toContain('Đường bản làm mới');
  expect(officer.text).toContain('Suất quà đã tặng');
  await agency.get(copy);
  expect(agency.text).not.toContain('Suất quà đã tặng');
});

test('a condition is read out first, kept, changed, and holds its figures in the form', async () => {
  await copied();
  await agency.follow('Thêm điều kiện');
  const typed = {
    figure1: 'Nhà xây mới',
    figure2: 'Nhà sửa chữa',
    sign2: 'trừ',
    'So với vế phải': 'không lớn hơn',
    'Vế phải': 'Tổng số hộ dân cư',
  };
  await agency.submit('Đọc thử thành câu', typed);
  expect(agency.text).toContain(
    'Điều kiện: “Nhà xây mới” − “Nhà sửa chữa” không lớn hơn “Tổng số hộ dân cư”.',
  );
  await agency.submit('Lưu điều kiện', { 'Vế phải': 'Nhà xây mới' });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Một số liệu đang được dùng hai lần');
  await agency.submit('Lưu điều kiện', { 'Vế phải': 'Tổng số hộ dân cư', sign2: 'cộng' });
  expect(agency.text).toContain('“Nhà xây mới” + “Nhà sửa chữa” không lớn hơn “Tổng số hộ dân cư”');
  await agency.submit('Bỏ', {}, 'Nhà sửa chữa');
  expect(agency.status).toBe(409);
  expect(agency.text).toContain('Chưa bỏ được “Nhà sửa chữa” vì một điều kiện của biểu');
  const form = await world.house.db.selectFrom('form_checks').select('form_id').execute();
  await agency.get(`/forms/${form[0]?.form_id}`);
  await agency.follow('Sửa điều kiện');
  await agency.submit('Lưu điều kiện', { 'Câu hỏi lại khi không đúng': 'Nhà nhiều hơn hộ.' });
  expect(agency.text).toContain('Nhà nhiều hơn hộ.');
  await agency.submit('Bỏ điều kiện');
  expect(agency.text).toContain('Biểu này chưa có điều kiện nào.');
});

test('a ratio needs both its parts, and keeps them', async () => {
  await copied();
  await agency.submit('Bỏ', {}, 'Tổng số hộ dân cư');
  expect(agency.text).toContain('tỷ lệ “Tỷ lệ hộ nghèo” được tính từ số liệu này');
  await agency.get(agency.address.replace(/\/fields\/.*/, ''));
  await agency.follow('Tạo số liệu mới', 'Nguồn lực');
  const typed = { 'Loại số liệu': 'Tỷ lệ (tự tính)', 'Ai điền': ['Ủy ban nhân dân cấp xã'] };
  await agency.submit('Lưu số liệu này', typed);
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Hãy ghi tên số liệu');
  expect(agency.text).toContain('Hãy chọn tử số');
  await agency.submit('Lưu số liệu này', {
    'Tên số liệu': 'Tỷ lệ nhà sửa',
    'Tử số': 'Nhà sửa chữa',
    'Mẫu số': 'Tổng số hộ dân cư',
  });
  expect(agency.text).toContain('Tỷ lệ nhà sửa');
  const made = await world.house.db
    .selectFrom('figures')
    .where('slug', '=', 'ty-le-nha-sua')
    .select(['kind', 'measure'])
    .executeTakeFirst();
  expect(made).toEqual({ kind: 'ratio', measure: '%' });
});

test('wrong input keeps what was typed and names each place', async () => {
  await copied();
  await agency.follow('Thêm số liệu đã có', 'Nguồn lực');
  await agency.submit('Lưu số liệu này', {
    'Hỏi lại khi nhỏ hơn': 'mười',
    'Hướng dẫn cho người điền': 'Đếm cả bản xa',
  });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('“mười” không phải là số');
  expect(agency.text).toContain('Hãy chọn ít nhất một vai');
  expect(agency.text).toContain('Hãy chọn một số liệu trong danh sách');
  expect(agency.texts('textarea')).toEqual(['Đếm cả bản xa']);
  await agency.get(agency.address.replace(/\/fields.*/, ''));
  await agency.submit('Lưu tên biểu', { 'Tên biểu': ' ' });
  expect(agency.text).toContain('Hãy ghi tên biểu.');
});

test('sections move and go; an unused form can be deleted, its copies stay', async () => {
  const copy = await copied();
  await agency.submit('Đưa phần xuống', {}, 'Kết quả');
  expect(agency.texts('main h2').slice(0, 2)).toEqual(['Nguồn lực', 'Kết quả']);
  await agency.submit(COPY);
  const second = agency.address;
  await agency.get(copy);
  await agency.submit('Xóa biểu này');
  expect(agency.address).toBe('/forms');
  expect((await agency.get(copy)).status).toBe(404);
  expect((await agency.get(second)).status).toBe(200);
  expect(agency.heading).toBe('Biểu thử (bản chép) (bản chép)');
});

test('only those who run the movement edit; others read what is asked', async () => {
  const copy = await copied();
  for (const login of ['can-bo-muong-than', 'lanh-dao-so', 'lanh-dao-tinh'] as const) {
    const client = await world.as(login);
    expect((await client.get(copy)).status).toBe(200);
    expect(client.texts('main button, main form')).toEqual([]);
    expect((await client.post(`${copy}/copy`)).status).toBe(403);
    expect((await client.post(copy, { name: 'X' })).status).toBe(403);
    expect((await client.post(`${copy}/sections`, { title: 'X' })).status).toBe(403);
    expect((await client.get(`${copy}/checks/new`)).status).toBe(403);
  }
  const administrator = await world.as('quan-tri');
  expect((await administrator.get(copy)).status).toBe(403);
});
