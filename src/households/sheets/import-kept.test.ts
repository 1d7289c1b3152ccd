import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onceADay } from '../../server/chores.ts';
import { day } from '../../shared/day.ts';
import { communeBook } from './fixtures/faulty-book.ts';
import { type ImportWorld, openImportWorld } from './fixtures/import-world.ts';
import { clearOldImports } from './old-imports.actions.ts';

let at: ImportWorld;
beforeEach(async () => {
  at = await openImportWorld();
});
afterEach(() => at?.world.close());

const KEPT = 'tệp chỉ được giữ 30 ngày';

async function all(query: ReturnType<typeof sql>): Promise<unknown[]> {
  return (await query.execute(at.world.house.db)).rows;
}

/** A file with names was read; now it is a month later. */
async function monthLater(): Promise<string> {
  await at.preview(await communeBook(false));
  await sql`update household_imports set at = at - interval '31 days'`.execute(at.world.house.db);
  return at.officer.address;
}

test('after thirty days nothing of a file is left, and its pages say so', async () => {
  const { officer, world } = at;
  const address = await monthLater();
  await clearOldImports(world.house);
  const { db } = world.house;
  expect(await all(sql`select columns, summary from household_imports`)).toEqual([
    { columns: null, summary: null },
  ]);
  for (const table of ['import_pieces', 'import_rows', 'import_members', 'import_faults'] as const)
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  await officer.get(address);
  expect(officer.text).toContain('Tệp chỉ được giữ 30 ngày nên tệp này và những gì đọc được');
  expect(officer.text).not.toContain('Đọc lại tệp');
  const communes = await all(sql`select commune_id as id from import_communes`);
  const [commune] = communes as { id: string }[];
  for (const rest of ['/columns', '/returned.xlsx', `/communes/${commune?.id}`]) {
    await officer.get(`${address}${rest}`);
    expect([officer.status, officer.text], rest).toEqual([404, expect.stringContaining(KEPT)]);
  }
  for (const rest of ['/columns', '/read', '/fonts', '/apply']) {
    await officer.post(`${address}${rest}`);
    expect([officer.status, officer.text], rest).toEqual([404, expect.stringContaining(KEPT)]);
  }
  await officer.get('/household-imports');
  expect(officer.text).toContain('Tệp đã xóa sau 30 ngày');
});

test('what is read or written just now waits for the next time', async () => {
  await monthLater();
  await sql`update household_imports set status = 'reading'`.execute(at.world.house.db);
  await clearOldImports(at.world.house);
  expect(await all(sql`select from household_imports where columns is not null`)).toHaveLength(1);
  expect(await all(sql`select from import_pieces`)).not.toEqual([]);
});

test('pieces of a file that never became an import go after a day', async () => {
  const { house } = at.world;
  await at.upload(await communeBook(true));
  const mine = await all(sql`select import_id as id from import_pieces`);
  const [old, fresh] = [v7({ msecs: Date.now() - 90_000_000 }), v7()];
  for (const id of [old, fresh])
    await sql`insert into import_pieces (import_id, place, bytes)
      values (${id}, 0, '\\x00')`.execute(house.db);
  await clearOldImports(house);
  const left = await all(sql`select import_id as id from import_pieces order by 1`);
  expect(left).toEqual([...mine, { id: fresh }]);
});

test('the server clears away once a day, and again after a failure', async () => {
  const times: string[] = [];
  const { house } = at.world;
  const chore = onceADay(house, async () => {
    times.push(house.today());
    if (times.length === 1) throw new Error('no database');
  });
  await expect(chore()).rejects.toThrow('no database');
  await chore();
  await chore();
  at.world.setToday(day('2025-11-06'));
  await chore();
  expect(times).toEqual(['2025-11-05', '2025-11-05', '2025-11-06']);
});

test('a file that is gone is not called a file of another kind', async () => {
  const { officer, world } = at;
  await at.preview(await communeBook(true));
  await sql`delete from import_pieces`.execute(world.house.db);
  await officer.submit('Đọc lại tệp');
  await at.lookAgain();
  expect(officer.text).toContain(KEPT);
  expect(officer.text).not.toContain('không phải là tệp Excel');
});

test('whoever lost the duty opens no file of households any more', async () => {
  const { officer, world } = at;
  await at.preview(await communeBook(false));
  const { address } = officer;
  await sql`delete from duties where duty = 'reviewHouseholds'`.execute(world.house.db);
  for (const rest of ['', '/columns', '/returned.xlsx']) {
    await officer.get(`${address}${rest}`);
    expect(officer.status, rest).toBe(403);
  }
  await officer.post(`${address}/apply`);
  expect(officer.status).toBe(403);
});

test('a file with headings alone is not called what the register has already', async () => {
  await at.preview(
    await writeXlsx({ sheets: [{ name: 'Hộ', rows: [['Mã hộ', 'Xã', 'Số nhân khẩu']] }] }),
  );
  expect(at.officer.text).toContain('Tệp không có dòng nào dưới tiêu đề');
  expect(at.officer.text).not.toContain('Sổ hộ đã đúng như tệp');
});

test('rows of no known commune are not called what the register has already', async () => {
  const rows = [
    ['Mã hộ', 'Xã', 'Số nhân khẩu'],
    ['MT-004', 'Xã Nơi Khác', 5],
  ];
  await at.preview(await writeXlsx({ sheets: [{ name: 'Hộ', rows }] }));
  expect(at.officer.text).toContain('1 dòng chưa biết thuộc xã nào. Hãy sửa cột Xã');
  expect(at.officer.text).not.toContain('Sổ hộ đã đúng như tệp');
});

test('of more faults than are kept the page does not promise all', async () => {
  const { officer, world } = at;
  await at.preview(await communeBook(false));
  await sql`update household_imports
    set summary = jsonb_set(summary, '{faults}', '30000')`.execute(world.house.db);
  await officer.get(officer.address);
  expect(officer.text).toContain(
    'trong tệp có 20.000 chỗ, sửa rồi gửi lại sẽ thấy các chỗ còn lại',
  );
  expect(officer.text).not.toContain('tất cả ở trong tệp');
});

test('the list tells of an import that was cut off; one at work has no columns to change', async () => {
  const { officer, world } = at;
  await at.preview(await communeBook(true));
  const { address } = officer;
  await sql`update household_imports set status = 'reading',
    progress_at = ${world.house.now()}`.execute(world.house.db);
  await officer.get(`${address}/columns`);
  expect(officer.address).toBe(address);
  world.wait(1);
  await officer.get('/household-imports');
  expect(officer.text).toContain('Bị ngắt');
});
