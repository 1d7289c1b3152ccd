import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { importFile, seedFile } from './reading/fixtures/import-story.ts';
import { seedPlan } from './reading/fixtures/seed-plan.ts';

let world: World;
let agency: Client;
let commune: Client;
let planId: string;

/** The seed plan in force in the small movement, whose two communes report in 2025. */
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
  agency = await world.as('thuong-truc');
  commune = await world.as('can-bo-muong-than');
  await agency.get('/plans/new');
  planId = await importFile(agency, seedFile());
  await agency.submit('Đưa vào thực hiện');
  await giveTask('V-2.3', 'Báo cáo về cơ quan thường trực', {
    Hạn: 'Hằng năm, trước ngày',
    dueDay: '20/11',
  });
});
afterAll(() => world.close());

async function openClause(path: string): Promise<void> {
  const row = await world.house.db
    .selectFrom('clauses')
    .where('plan_id', '=', planId)
    .where('path', '=', path)
    .select('id')
    .executeTakeFirstOrThrow();
  await agency.get(`/clauses/${row.id}`);
}

async function giveTask(
  path: string,
  name: string,
  due: Record<string, string>,
  proof = 'Báo cáo của các đơn vị',
) {
  await openClause(path);
  await agency.follow('Giao nhiệm vụ');
  await agency.submit('Giao nhiệm vụ', {
    ...{ 'Việc phải làm': name, lead: ['Ủy ban nhân dân cấp xã'] },
    ...{ with: ['Cơ quan thường trực'], 'Minh chứng': proof, ...due },
  });
}

const notesAt = (client: Client, path: string) =>
  client.texts(`[id="muc-${path}"] .clause-notes`).join('');

test('the rail leads to the plan: as signed, and in its margin who is how far', async () => {
  await commune.get('/plans');
  expect(commune.address).toBe(`/plans/${planId}`);
  expect(commune.text).toContain('Đến ngày 17/11/2025: 1 nhiệm vụ, 0 đã xong, 1 cần chú ý');
  const notes = notesAt(commune, 'V-2.3');
  expect(notes).toContain('Có nguy cơ chậm: 0/2 đơn vị đã nộp');
  expect(notes).toContain('Ủy ban nhân dân cấp xã (2) · trước ngày 20/11 hằng năm, còn 2 ngày');
  expect(notes).toContain('Cơ quan thường trực: Sở Nông nghiệp và Môi trường');
  expect(commune.texts('.plan-basis')).toEqual(seedPlan().legalBases.map(({ text }) => text));
  expect(commune.texts('.plan-recipients li')).toHaveLength(14);
  expect(commune.text).toContain('Giàng A Tính');
});

test('clauses that nobody answers for are visible, and are those that the filter shows', async () => {
  await commune.get(`/plans/${planId}`);
  expect(notesAt(commune, 'II.4')).toContain('Chưa có nhiệm vụ');
  expect(notesAt(commune, 'II.4')).not.toContain('Giao nhiệm vụ');
  await commune.get(`/plans/${planId}?show=mine`);
  expect(commune.texts('.clause').length).toBe(2);
  await commune.get(`/plans/${planId}?show=no-task`);
  expect(commune.document.querySelector('[id="muc-V-2.3"]')).toBeNull();
  expect(commune.document.querySelector('[id="muc-II.4"]')).not.toBeNull();
});

test('after the day the missing are late; sent in time they are done', async () => {
  world.setToday(day('2025-11-20'));
  const reader = await world.as('lanh-dao-tinh');
  await reader.get(`/plans/${planId}?show=late`);
  expect(notesAt(reader, 'V-2.3')).toContain('2/2 đơn vị quá hạn chưa nộp');
  await world.house.db
    .updateTable('reports')
    .set({ sent_on: day('2025-11-19') })
    .execute();
  await reader.get(`/plans/${planId}`);
  expect(notesAt(reader, 'V-2.3')).toContain('Đủ 2/2 đơn vị');
  await reader.get(`/plans/${planId}?show=late`);
  expect(reader.text).toContain('Không có nhiệm vụ nào chậm');
  world.setToday(day('2025-11-17'));
});

test('a wrong day is said and nothing typed is lost; a result is written once', async () => {
  await openClause('III.4');
  await agency.follow('Giao nhiệm vụ');
  await agency.submit('Giao nhiệm vụ', {
    ...{ 'Việc phải làm': 'Kiểm tra phong trào', lead: ['Cơ quan thường trực'], dueDay: '31/2' },
    'Minh chứng': 'Văn bản',
  });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('“31/2” không phải là ngày có trong mọi năm.');
  await agency.submit('Giao nhiệm vụ', { Hạn: 'Hằng năm, đến hết ngày', dueDay: '31/10' });
  expect(agency.text).toContain('Qua hạn, chưa ghi kết quả');
  await agency.follow('Ghi kết quả');
  await agency.submit('Ghi kết quả', {
    'Minh chứng': 'Biên bản ngày 12/10/2025',
    'Ngày hoàn thành': '12/10/2025',
  });
  expect(agency.text).toContain(
    'Xong ngày 12/10/2025: Biên bản ngày 12/10/2025 (Nguyễn Văn Thử ghi)',
  );
  await agency.follow('Ghi kết quả');
  await agency.submit('Ghi kết quả', { 'Minh chứng': 'Biên bản khác' });
  expect(agency.status).toBe(409);
});

test('a task is said anew, then ended: it asks nobody any more', async () => {
  await giveTask(
    'II.7',
    'Vận động hộ đăng ký thoát nghèo',
    { Hạn: 'Trong một năm', dueYear: '2025' },
    'Hoạt động',
  );
  await agency.follow('Sửa nhiệm vụ');
  await agency.submit('Lưu nhiệm vụ', { 'Việc phải làm': 'Vận động từng hộ đăng ký thoát nghèo' });
  expect(agency.texts('.task-card h3')).toEqual(['Vận động từng hộ đăng ký thoát nghèo']);
  await agency.submit('Kết thúc nhiệm vụ');
  expect(agency.text).toContain('Kết thúc từ 16/11/2025');
  await commune.get(`/plans/${planId}`);
  expect(notesAt(commune, 'II.7')).toContain('Chưa có nhiệm vụ');
});

test('a target carries its years, planned and reached, each with its source', async () => {
  await openClause('I.1.g1');
  await agency.follow('Thêm chỉ tiêu');
  await agency.submit('Thêm chỉ tiêu', {
    ...{ 'Tên chỉ tiêu': 'Tỷ lệ hộ nghèo', 'Đơn vị tính': '%', 'Thế nào là tốt': 'Giảm là tốt' },
    'Nguồn của chỉ tiêu': 'Nghị quyết của tỉnh',
  });
  await agency.follow('Ghi số theo năm');
  await agency.submit('Ghi số theo năm', {
    'Mục tiêu': '15,78',
    'Đạt được': '15,2',
    Nguồn: 'Quyết định công bố',
  });
  await commune.get(`/plans/${planId}`);
  expect(notesAt(commune, 'I.1.g1')).toMatch(/2025: mục tiêu 15,78 % ?, đạt 15,2 % ?Đạt mục tiêu/);
});

test('a figure of a clause shows its sum so far; only those above get its address', async () => {
  const { db } = world.house;
  await db.updateTable('figures').set({ clause_path: 'II.2' }).execute();
  const report = await db.selectFrom('reports').selectAll().executeTakeFirstOrThrow();
  const figure = await db.selectFrom('figures').select('id').executeTakeFirstOrThrow();
  const ids = { report_id: report.id, figure_id: figure.id };
  await db
    .insertInto('report_values')
    .values({ ...ids, amount: 12, accepted: true, updated_at: world.house.now() })
    .execute();
  await commune.get(`/plans/${planId}`);
  expect(notesAt(commune, 'II.2')).toContain('12 hộ đến nay, 1 báo cáo');
  expect(commune.document.querySelector('.figure-note a')).toBeNull();
  await agency.get(`/plans/${planId}`);
  expect(agency.document.querySelector('.figure-note a')?.getAttribute('href')).toMatch(
    /^\/rounds\/.*\/figures\/ho-thoat-ngheo$/,
  );
});

test('merging clauses takes the tasks along, and figures follow the new labels', async () => {
  await giveTask(
    'III.3',
    'Hướng dẫn báo chí',
    { Hạn: 'Trong một năm', dueYear: '2025' },
    'Văn bản',
  );
  await world.house.db.updateTable('figures').set({ clause_path: 'III.4' }).execute();
  await agency.get(`/plans/${planId}/edit`);
  await agency.follow('Sửa mục III.4');
  await agency.submit('Lưu mục', { 'Số mục': '9' });
  const moved = await world.house.db.selectFrom('figures').select('clause_path').execute();
  expect(new Set(moved.map((row) => row.clause_path))).toEqual(new Set(['III.9']));
  await agency.follow('Sửa mục III.3');
  await agency.submit('Gộp vào mục trước');
  await commune.get(`/plans/${planId}`);
  expect(notesAt(commune, 'III.2')).toContain('Hướng dẫn báo chí');
});

test('the search finds clauses, with accents or without', async () => {
  for (const words of ['doan kiem tra', 'đoàn kiểm tra']) {
    await commune.get(`/search?q=${encodeURIComponent(words)}`);
    expect(commune.text).toContain('Khoản mục của kế hoạch');
    expect(commune.texts('.findings a').some((one) => one.startsWith('Mục III.'))).toBe(true);
  }
  await commune.get(`/search?q=${encodeURIComponent('đoán kiếm tra')}`);
  expect(commune.text).not.toContain('Khoản mục của kế hoạch');
});
