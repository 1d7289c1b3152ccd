import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import {
  importFile,
  keptPlan,
  seedFile,
  startEmptyMovement,
} from './reading/fixtures/import-story.ts';
import { seedPlan, wordsOf } from './reading/fixtures/seed-plan.ts';
import { planText } from './reading/plan-text.ts';

let world: World;
let agency: Client;
let planId: string;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
  agency = await world.as('thuong-truc');
  await startEmptyMovement(agency);
  planId = await importFile(agency, seedFile());
});
afterAll(() => world.close());

const letters = async () =>
  wordsOf(planText({ ...(await keptPlan(world, planId)), signature: { lines: [], authority: [] } }))
    .toSorted()
    .join(' ');

async function open(path: string, client = agency): Promise<void> {
  await client.get(`/plans/${planId}/edit`);
  await client.follow(`Sửa mục ${path}`);
}

async function textAt(path: string): Promise<string | undefined> {
  const row = await world.house.db
    .selectFrom('clauses')
    .where('plan_id', '=', planId)
    .where('path', '=', path)
    .select('text')
    .executeTakeFirst();
  return row?.text;
}

test('moving, indenting and splitting keep every word; the page follows the clause', async () => {
  const before = await letters();
  await open('II.2');
  await agency.submit('Chuyển lên');
  expect(agency.text).toContain('Đã chuyển mục lên.');
  await agency.submit('Lùi vào');
  expect(agency.text).toContain('Chưa lùi vào được mục này vì phía trên không có mục cùng cấp');
  await agency.submit('Chuyển xuống');
  await agency.submit('Lùi vào');
  expect(agency.texts('.tree-open .tree-mark')).toEqual(['2.']);
  expect(await textAt('II.1.2')).toMatch(/^Ủy ban nhân dân cấp huyện, cấp xã/);
  await agency.submit('Đưa ra');
  await open('V-2.3');
  await agency.submit('Tách trước câu đã chọn', {
    at: 'Sở Lao động – Thương binh và Xã hội chủ trì, phối hợp với Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 30 tháng 11 hằng năm.',
  });
  expect(await textAt('V-2.đ1')).toMatch(/^Sở Lao động/);
  expect(await letters()).toBe(before);
  await open('V-2.đ1');
  await agency.submit('Gộp vào mục trước');
  expect(await textAt('V-2.3')).toMatch(/^Trước ngày 20 tháng 11.*30 tháng 11 hằng năm\.$/);
  expect(await letters()).toBe(before);
});

test('a clause is written anew; one that says something is not removed', async () => {
  await open('V-2');
  await agency.submit('Lưu mục', { 'Số mục': 'VI' });
  expect(await textAt('VI.3')).toMatch(/^Trước ngày 20 tháng 11/);
  const row = await world.house.db
    .selectFrom('clauses')
    .where('plan_id', '=', planId)
    .where('path', '=', 'VI.3')
    .select('id')
    .executeTakeFirstOrThrow();
  await agency.post(`/clauses/${row.id}/move`, { step: 'remove', version: await versionNow() });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Chưa bỏ được mục này vì mục còn chữ');
});

async function versionNow(): Promise<string> {
  const { db } = world.house;
  const row = await db.selectFrom('plans').where('id', '=', planId).select('version').execute();
  return String(row[0]?.version);
}

test('of two editors at once the later one is told, and loses no word', async () => {
  const colleague = await world.as('thuong-truc');
  await open('I.1');
  await open('II.4', colleague);
  await agency.submit('Lưu mục', { 'Tên mục': 'Mục đích của phong trào' });
  await colleague.submit('Lưu mục', { 'Nội dung': 'Các thôn, bản cùng nhau thoát nghèo.' });
  expect(colleague.status).toBe(409);
  expect(colleague.text).toContain('Kế hoạch vừa được người khác thay đổi');
  expect(colleague.document.querySelector('.tree-open textarea')?.textContent).toBe(
    'Các thôn, bản cùng nhau thoát nghèo.',
  );
  await colleague.submit('Lưu mục');
  expect(await textAt('II.4')).toBe('Các thôn, bản cùng nhau thoát nghèo.');
});

test('blanks of the head are filled in, a day that is none gets a sentence', async () => {
  await agency.get(`/plans/${planId}/edit`);
  await agency.submit('Lưu đầu văn bản', { 'Số văn bản': '2245', 'Ngày ban hành': '31/6/2022' });
  expect(agency.text).toContain('“31/6/2022” không phải là một ngày có trong lịch.');
  await agency.submit('Lưu đầu văn bản', { 'Ngày ban hành': '30/6/2022' });
  await agency.get(`/plans/${planId}`);
  expect(agency.text).toContain('Số: 2245/KH-UBND');
  expect(agency.text).toContain('ngày 30 tháng 6 năm 2022');
});

test('recipients are written a line each, a forgotten clause is added at the end', async () => {
  await agency.get(`/plans/${planId}/edit`);
  const [first = '', second = ''] = seedPlan().recipients.map((one) => one.text);
  await agency.submit('Lưu nơi nhận', { 'Nơi nhận: mỗi dòng một đoạn': `${first}\n\n${second}` });
  await agency.submit('Thêm mục', {
    'Nội dung mục, gồm cả số mục': 'VII. Sở Tài chính bố trí kinh phí.',
  });
  const kept = await keptPlan(world, planId);
  expect(kept.recipients.map((one) => one.text)).toEqual([first, second]);
  expect(kept.clauses.at(-1)).toMatchObject({
    marker: 'VII',
    text: 'Sở Tài chính bố trí kinh phí.',
  });
  const order = await world.house.db
    .selectFrom('clauses')
    .where('plan_id', '=', planId)
    .orderBy('position')
    .select(['position', 'kind'])
    .execute();
  expect(order.map((row) => row.position)).toEqual(order.map((_, place) => place));
  expect(order.at(-1)?.kind).toBe('recipient');
});

test('a commune corrects nothing, not even with a form of its own making', async () => {
  const commune = await world.as('can-bo-muong-than');
  const row = await world.house.db
    .selectFrom('clauses')
    .where('plan_id', '=', planId)
    .where('path', '=', 'I.1')
    .select('id')
    .executeTakeFirstOrThrow();
  const version = await versionNow();
  await commune.post(`/clauses/${row.id}/move`, { step: 'down', version });
  expect(commune.status).toBe(403);
  await commune.post(`/clauses/${row.id}/rewrite`, { kind: 'item', text: 'Khác', version });
  expect(commune.status).toBe(403);
  expect(await versionNow()).toBe(version);
});
