import { strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../shared/identity.ts';
import { communeBook, INDICATORS } from './fixtures/faulty-book.ts';
import { type ImportWorld, openImportWorld } from './fixtures/import-world.ts';

let at: ImportWorld;
beforeEach(async () => {
  at = await openImportWorld();
});
afterEach(() => at?.world.close());

const ROUND = sql`(select id from review_rounds where year = 2025)`;

/** All that an import could have written, counted. */
async function register() {
  const { rows } = await sql`
    select (select count(*) from households) as households,
           (select count(*) from household_members) as members,
           (select count(*) from member_identities) as identities,
           (select sum(version) from household_reviews) as versions,
           (select sum(households) from review_totals) as totals`.execute(at.world.house.db);
  return rows[0];
}

async function previewed(): Promise<void> {
  await at.preview(await communeBook(true));
  expect(at.officer.text).toContain('15 hộ mới');
}

async function write(): Promise<void> {
  await at.officer.submit('Ghi 18 hộ vào sổ');
  await at.lookAgain();
}

test('a reading that a stopped server left behind says so, and is read again', async () => {
  const { officer, world } = at;
  await previewed();
  await sql`update household_imports set status = 'reading', progress_at = ${world.house.now()}`.execute(
    world.house.db,
  );
  await officer.get(officer.address);
  expect(officer.answer.headers.refresh).toBe('2');
  world.wait(1);
  await officer.get(officer.address);
  expect(officer.text).toContain('Việc đọc tệp bị ngắt giữa chừng, chưa có gì được ghi');
  await officer.submit('Đọc lại tệp');
  await at.lookAgain();
  await write();
  expect(officer.heading).toContain('Đã ghi từ');
});

test('a writing that stops in the middle of a commune leaves nothing of it', async () => {
  const { officer, world } = at;
  await previewed();
  const before = await register();
  // The last household of the file is refused by the database, when all others are written.
  await sql`
    alter table household_reviews add constraint stop_here check (code <> 'MT-022') not valid`.execute(
    world.house.db,
  );
  await write();
  expect(officer.text).toContain('Có lỗi khi ghi nên chưa ghi gì của xã này');
  expect(await register()).toEqual(before);
  await sql`alter table household_reviews drop constraint stop_here`.execute(world.house.db);
  await officer.submit('Đọc lại tệp');
  await at.lookAgain();
  await write();
  expect(officer.heading).toContain('Đã ghi từ');
});

test('a household that somebody changed meanwhile is not overwritten', async () => {
  const { officer, world } = at;
  await previewed();
  await sql`update household_reviews set version = version + 1
    where code = 'MT-001' and round_id = ${ROUND}`.execute(world.house.db);
  const before = await register();
  await write();
  expect(officer.text).toContain('vừa được người khác sửa sau khi đọc tệp');
  expect(await register()).toEqual(before);
});

test('rows that a crash of the database took are not taken for nothing to write', async () => {
  await previewed();
  const before = await register();
  await sql`truncate import_rows, import_members`.execute(at.world.house.db);
  await write();
  expect(at.officer.text).toContain('Hãy đọc lại tệp');
  expect(await register()).toEqual(before);
});

test('a household that another commune counts this year is not counted twice', async () => {
  const { officer, world } = at;
  const { db } = world.house;
  const than = sql`(select unit_id from unit_periods where full_name = 'Xã Than Uyên')`;
  await sql`
    insert into commune_reviews (commune_id, round_id, commune_name, office_id, opened_at)
    select ${than}, ${ROUND}, 'Xã Than Uyên', office_id, opened_at from commune_reviews
    where round_id = ${ROUND}`.execute(db);
  await sql`delete from household_reviews where code = 'MT-004' and round_id = ${ROUND}`.execute(
    db,
  );
  await sql`
    insert into household_reviews (commune_id, round_id, household_id, village_id, code, area_type,
      opening, closing, opening_members, members, ethnicity, marks)
    select ${than}, ${ROUND}, h.id, v.unit_id, h.code, 'rural', 'absent', 'not-poor', 0, 6, '03', '{}'
    from households h, unit_periods v where h.code = 'MT-004' and v.full_name = 'Bản Ba'`.execute(
    db,
  );
  await at.preview(await communeBook(true));
  expect((await at.faults()).map(({ message }) => message)).toEqual([
    'Hộ MT-004 đã được tính ở Xã Than Uyên trong kỳ này nên không tính thêm lần nữa. Hãy bỏ dòng này.',
  ]);
  expect(officer.text).toContain('Còn 1 dòng sai');
});

test('what was poor before the first review and is poor again is a relapse', async () => {
  const { officer, world } = at;
  const { db } = world.house;
  const earlier = newId();
  await sql`
    insert into review_rounds (id, province_id, year, standard_id, units_on, begins_on, ends_on,
      source, opened_at)
    select ${earlier}, province_id, 2022, standard_id, units_on, '2022-09-01', '2022-12-14', source,
      opened_at from review_rounds where year = 2025`.execute(db);
  await sql`
    insert into commune_reviews (commune_id, round_id, commune_name, office_id, opened_at)
    select commune_id, ${earlier}, commune_name, office_id, opened_at from commune_reviews
    where round_id = ${ROUND}`.execute(db);
  await sql`
    insert into household_reviews (commune_id, round_id, household_id, village_id, code, area_type,
      opening, closing, opening_members, members, ethnicity, marks)
    select commune_id, ${earlier}, household_id, village_id, code, area_type, 'poor', 'not-poor', 6, 6,
      ethnicity, '{}' from household_reviews where code = 'MT-004' and round_id = ${ROUND}`.execute(
    db,
  );
  const row = ['MT-004', 'Xã Mường Than', 100, ...INDICATORS.map(() => 'x')];
  const rows = [['Mã hộ', 'Xã', 'Điểm A', ...INDICATORS], row];
  await at.preview(await writeXlsx({ sheets: [{ name: 'Hộ', rows }] }));
  await officer.submit('Ghi 1 hộ vào sổ');
  await at.lookAgain();
  const { rows: stands } = await sql<{ closing: string; relapsed: boolean }>`
    select closing, relapsed from household_reviews
    where code = 'MT-004' and round_id = ${ROUND}`.execute(db);
  expect(stands).toEqual([{ closing: 'poor', relapsed: true }]);
});

test('a standard edited after the reading is read by again, not written past', async () => {
  const { officer, world } = at;
  await previewed();
  const before = await register();
  await sql`update poverty_standards set name = name || ' (sửa)'
    where id = (select standard_id from review_rounds where year = 2025)`.execute(world.house.db);
  await write();
  expect(officer.text).toContain('vừa được sửa sau khi đọc tệp');
  expect(await register()).toEqual(before);
  await officer.submit('Đọc lại tệp');
  await at.lookAgain();
  await write();
  expect(officer.heading).toContain('Đã ghi từ');
});

test('a list that hangs takes nothing, and says why', async () => {
  await sql`update commune_reviews set status = 'posted'
    where round_id = ${ROUND}`.execute(at.world.house.db);
  await at.preview(await communeBook(true));
  expect(at.officer.text).toContain('đang niêm yết kết quả năm 2025 nên không nhận thay đổi');
});

test('two clicks write once', async () => {
  const { officer } = at;
  await previewed();
  const { address } = officer;
  await write();
  await officer.post(`${address}/apply`);
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('Đợt nhập này đang ở bước “Đã ghi xong”');
});

test('what is no workbook is refused with what to do, and leaves nothing behind', async () => {
  const { officer, world } = at;
  const refused: readonly (readonly [Uint8Array, string])[] = [
    [strToU8('Mã hộ;Họ tên\nMT-001;Lò'), 'không phải là tệp Excel (.xlsx)'],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'không phải là tệp Excel (.xlsx)'],
    [new Uint8Array(), 'Tệp không có nội dung nào đọc được'],
  ];
  for (const [bytes, sentence] of refused) {
    await at.upload(bytes);
    expect(officer.text).toContain(sentence);
  }
  const { rows } = await sql`select import_id from import_pieces`.execute(world.house.db);
  expect(rows).toEqual([]);
});

test('a file is forgotten after thirty days', async () => {
  await previewed();
  const { db } = at.world.house;
  await sql`update household_imports set at = at - interval '31 days'`.execute(db);
  await at.upload(await communeBook(true));
  const { rows } = await sql<{ old: boolean }>`
    select distinct i.at < ${at.world.house.now()}::timestamptz - interval '30 days' as old
    from import_pieces p join household_imports i on i.id = p.import_id`.execute(db);
  expect(rows).toEqual([{ old: false }]);
});
