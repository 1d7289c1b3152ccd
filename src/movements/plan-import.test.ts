import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import {
  EMPTY_MOVEMENT,
  importFile,
  keptPlan,
  planIdOf,
  seedFile,
  startEmptyMovement,
} from './reading/fixtures/import-story.ts';
import { planAsDocx } from './reading/fixtures/plan-docx.ts';
import { seedPlan, seedPlanBytes } from './reading/fixtures/seed-plan.ts';
import { clauseDifferences, planDifferences } from './reading/plan-diff.ts';

let world: World;
let agency: Client;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});
afterAll(() => world.close());
beforeEach(async () => {
  agency = await world.as('thuong-truc');
});

const noPlan = (name: string) => ({
  ...seedFile(name),
  bytes: new TextEncoder().encode('%PDF-1.7 …'),
});

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('the real plan goes into an empty movement without loss, its second V said', async () => {
  await startEmptyMovement(agency);
  const id = await importFile(agency, seedFile());
  expect(agency.heading).toBe('Xem lại bản nháp kế hoạch');
  expect(planDifferences(await keptPlan(world, id), seedPlan())).toEqual([]);
  expect(agency.text).toContain('Số V được dùng hai lần');
  await agency.submit('Đã xem', {}, 'Số V được dùng hai lần');
  expect(agency.text).not.toContain('Số V được dùng hai lần');
});

test('the same plan as Word, numbers typed or left to its lists, gives the same tree', async () => {
  for (const numbering of ['typed', 'lists'] as const) {
    await startEmptyMovement(
      agency,
      `Phong trào thử Word ${numbering === 'typed' ? 'một' : 'hai'}`,
    );
    const bytes = await planAsDocx(seedPlan(), numbering);
    const id = await importFile(agency, { name: 'Kế hoạch.docx', type: DOCX, bytes });
    const kept = await keptPlan(world, id);
    expect(clauseDifferences(kept.clauses, seedPlan().clauses)).toEqual([]);
    expect(kept.recipients.map((one) => one.text)).toEqual(
      seedPlan().recipients.map((one) => one.text),
    );
  }
});

test('pasted text is read as well, and the same text twice is refused by name', async () => {
  await startEmptyMovement(agency, 'Phong trào thử dán');
  const pasted = new TextDecoder().decode(seedPlanBytes());
  await agency.submit('Đọc thành bản nháp', { 'Hoặc dán nội dung kế hoạch': pasted });
  const id = planIdOf(agency);
  expect(clauseDifferences((await keptPlan(world, id)).clauses, seedPlan().clauses)).toEqual([]);
  await agency.get('/plans/new');
  await agency.submit('Đọc thành bản nháp', {
    'Của phong trào': 'Phong trào thử dán',
    'Hoặc dán nội dung kế hoạch': pasted,
  });
  expect(agency.status).toBe(409);
  expect(agency.text).toContain('Tệp này đã được nhập thành kế hoạch “Tổ chức thực hiện');
  expect(agency.document.querySelector('textarea')?.textContent).toContain('MỤC ĐÍCH');
});

test('a plan without numbers and a file that is no plan each get their sentence', async () => {
  await agency.get('/plans/new');
  const text = 'KẾ HOẠCH\nVề giảm nghèo\n\nCác xã rà soát hộ nghèo.\n\nCác sở hỗ trợ các xã.';
  const bytes = new TextEncoder().encode(text);
  await importFile(agency, { name: 'khong-so.txt', type: 'text/plain', bytes });
  expect(agency.text).toContain('Kế hoạch không đánh số.');
  expect(agency.texts('.tree-row')).toHaveLength(2);
  await agency.get('/plans/new');
  await agency.upload('Đọc thành bản nháp', 'Tệp kế hoạch', noPlan('ke-hoach.pdf'));
  expect(agency.text).toContain('Chưa đọc được kế hoạch từ tệp ke-hoach.pdf.');
  await agency.upload('Đọc thành bản nháp', 'Tệp kế hoạch', noPlan('ke-hoach.docx'));
  expect(agency.status).toBe(422);
  await agency.submit('Đọc thành bản nháp');
  expect(agency.text).toContain('Tệp không có nội dung nào đọc được.');
});

test('a draft is the agency’s own until it is put in force; a draft can be discarded', async () => {
  await startEmptyMovement(agency, 'Phong trào thử nháp');
  const id = await importFile(agency, seedFile());
  const commune = await world.as('can-bo-muong-than');
  expect((await commune.get(`/plans/${id}`)).status).toBe(403);
  await agency.submit('Đưa vào thực hiện');
  expect((await commune.get(`/plans/${id}`)).status).toBe(200);
  expect(commune.texts('.clause-title')).toContain('V. TỔ CHỨC THỰC HIỆN');
  expect((await commune.get(`/plans/${id}/edit`)).status).toBe(403);
  await agency.post(`/plans/${id}/discard`);
  expect(agency.text).toContain('Kế hoạch này đã được đưa vào thực hiện nên không bỏ được');
  await startEmptyMovement(agency, 'Phong trào thử bỏ');
  const second = await importFile(agency, seedFile());
  await agency.submit('Bỏ bản nháp');
  expect(agency.heading).toBe('Các phong trào và kế hoạch');
  expect((await agency.get(`/plans/${second}`)).status).toBe(404);
});

test('what is wrong with a new movement is said at its fields', async () => {
  await agency.get('/movements/new');
  await agency.submit('Lập phong trào', { 'Từ năm': '2030', 'Đến năm': '2026' });
  expect(agency.texts('.fault')).toEqual([
    'Lỗi: Hãy ghi tên đầy đủ của phong trào.',
    'Lỗi: Năm kết thúc phải từ năm bắt đầu trở đi.',
  ]);
  await agency.get('/movements');
  expect(agency.text).toContain(EMPTY_MOVEMENT);
});
