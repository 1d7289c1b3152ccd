import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { listDecisions } from './household-requests.sql.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
});
afterAll(() => world.close());

const THREE = ['nutrition', 'housingQuality', 'waterSource'];

async function householdId(code: string): Promise<string> {
  const row = await world.house.db
    .selectFrom('households')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Takes in a request and leaves the client on its page. */
async function ask(client: Client, code: string, wish: string): Promise<string> {
  await client.get(`/class-requests/new?household=${code}`);
  await client.submit('Nhận đề nghị', {
    ...{ wish, content: 'Bố bị tai nạn, mất nguồn thu nhập chính của gia đình.' },
  });
  return client.address;
}

async function survey(client: Client, score: string, deprived: string[]): Promise<void> {
  await client.follow('Nhập phiếu khảo sát');
  await client.submit('Lưu và xem kết quả', {
    ...{ incomeScore: score, areaType: 'rural' },
    ...(deprived.length > 0 ? { deprived } : { none: 'yes' }),
  });
}

function wordsOf(client: Client): string {
  const parts = unzipSync(new Uint8Array(client.answer.bytes));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .normalize('NFC');
}

async function readings() {
  return world.house.db
    .selectFrom('identity_readings')
    .select(['person_name', 'purpose'])
    .orderBy('at')
    .execute();
}

const events = async (id: string) =>
  (
    await world.house.db
      .selectFrom('events')
      .select('verb')
      .where('noun', '=', 'classRequest')
      .where('subject_id', '=', id)
      .orderBy('seq')
      .execute()
  ).map(({ verb }) => verb);

describe('a household that has become poor', () => {
  let address = '';

  test('is found by its code, and its request has a clock', async () => {
    const reviewer = await world.as('ra-soat-muong-than');
    await reviewer.get('/class-requests');
    expect(reviewer.text).toContain('Không có đề nghị nào đang chờ');
    await reviewer.follow('Nhận đề nghị');
    await reviewer.submit('Tìm hộ', { household: 'MT-999' });
    expect(reviewer.status).toBe(404);
    expect(reviewer.text).toContain('Không có hộ nào mang mã “MT-999”');
    await reviewer.submit('Tìm hộ', { household: 'MT-004' });
    expect(reviewer.heading).toBe('Nhận đề nghị của hộ Lò Thị H.');
    expect(reviewer.text).toContain('Hộ không nghèo');
    address = await ask(reviewer, 'MT-004', 'poor');
    expect(reviewer.text).toContain('30/11/2025');
    await reviewer.get('/class-requests');
    expect(reviewer.texts('tbody tr')[0]).toContain('Lò Thị H.');
    expect(reviewer.texts('tbody tr')[0]).toContain('còn 25 ngày');
    expect(reviewer.text).not.toContain('Hương');
  });

  test('has one open request, whatever way one comes', async () => {
    const reviewer = await world.as('ra-soat-muong-than');
    await reviewer.get(`/class-requests/new?household=${await householdId('MT-004')}`);
    expect(reviewer.address).toBe(address);
    await reviewer.post('/class-requests', {
      ...{ household: await householdId('MT-004'), wish: 'poor', receivedOn: '05/11/2025' },
      content: 'Gửi lại một lần nữa.',
    });
    expect(reviewer.status).toBe(409);
    expect(reviewer.text).toContain('đang có một đề nghị chưa trả lời');
  });

  test('is surveyed by the standard in force; faults keep what was typed', async () => {
    const reviewer = await world.as('ra-soat-muong-than');
    await reviewer.get(address);
    await survey(reviewer, '12o', THREE);
    expect(reviewer.status).toBe(422);
    expect(reviewer.document.querySelector('[name=incomeScore]')?.getAttribute('value')).toBe(
      '12o',
    );
    await reviewer.submit('Lưu và xem kết quả', { incomeScore: '120' });
    expect(reviewer.text).toContain('Kết quả: hộ nghèo');
    expect(reviewer.text).toContain('Điểm A 120 không quá 140');
    expect(reviewer.text).not.toContain('Ký và trả lời hộ');
  });

  test('is recognised by the chairman, with a certificate', async () => {
    world.setToday(day('2025-11-20'));
    const chairman = await world.as('chu-tich-muong-than');
    await chairman.get('/class-requests');
    await chairman.follow('Lò Thị H.');
    await chairman.submit('Ký và trả lời hộ', { decidedOn: '21/11/2025' });
    expect(chairman.status).toBe(422);
    expect(chairman.text).toContain('Ngày ký không thể sau hôm nay');
    await chairman.submit('Ký và trả lời hộ', { decidedOn: '20/11/2025' });
    expect(chairman.text).toContain('Đã công nhận.');
    expect(chairman.text).toContain('Giấy chứng nhận số 01');
    await chairman.follow('Tải Word');
    const words = wordsOf(chairman);
    expect(words).toContain('GIẤY CHỨNG NHẬN');
    expect(words).toContain('Hộ nghèo năm 2025');
    expect(words).toContain('Lò Thị Hương');
    expect(words).toContain('Số: 01/GCN-UBND');
    await chairman.get(`${address}/paper.pdf`);
    expect(chairman.answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await events(address.split('/').at(-1) ?? '')).toEqual(['receive', 'survey', 'grant']);
    expect(await readings()).toEqual(
      Array.from({ length: 3 }, () => ({
        person_name: 'Hoàng Thị Thử',
        purpose: 'Cấp giấy: giấy chứng nhận cho hộ MT-004',
      })),
    );
  });

  test('is poor from then on, and what was signed stays', async () => {
    const id = await householdId('MT-004');
    expect((await listDecisions(world.house.db, id)).at(-1)).toMatchObject({
      ...{ decidedOn: '2025-11-20', result: 'poor', number: 1 },
    });
    await expect(
      world.house.db.updateTable('class_requests').set({ reason: 'x' }).execute(),
    ).rejects.toThrow();
    const reviewer = await world.as('ra-soat-muong-than');
    await reviewer.get(`/class-requests/new?household=MT-004`);
    await reviewer.submit('Nhận đề nghị', { wish: 'poor', content: 'Đề nghị công nhận lại.' });
    expect(reviewer.status).toBe(422);
    expect(reviewer.text).toContain('Hộ đang là hộ nghèo rồi');
  });
});

describe('a household that is not poor', () => {
  let address = '';

  test('is refused in writing with the reason; granting against the survey is not possible', async () => {
    const reviewer = await world.as('ra-soat-muong-than');
    address = await ask(reviewer, 'MT-007', 'near-poor');
    await survey(reviewer, '141', THREE);
    expect(reviewer.text).toContain('Kết quả: hộ không nghèo');
    const chairman = await world.as('chu-tich-muong-than');
    await chairman.get(address);
    await chairman.post(`${address}/decision`, {
      ...{ verdict: 'grant', number: '2', decidedOn: '20/11/2025', version: '1' },
    });
    expect(chairman.status).toBe(422);
    expect(chairman.text).toContain('Kết quả khảo sát không đúng với điều hộ đề nghị');
    await chairman.submit('Ký và trả lời hộ', { reason: '' });
    expect(chairman.text).toContain('Từ chối thì phải nêu lý do');
    await chairman.submit('Ký và trả lời hộ', { reason: 'Thu nhập của hộ vượt chuẩn' });
    expect(chairman.text).toContain('Văn bản từ chối số');
    await chairman.follow('Tải Word');
    const words = wordsOf(chairman);
    expect(words).toContain('/UBND-KT');
    expect(words).toContain('Kính gửi: Ông Nguyễn Văn Bình, bản Hai, xã Mường Than');
    expect(words).toContain('Thu nhập của hộ vượt chuẩn.');
    expect(words).toContain('Điểm A 141 vượt mức 140');
  });

  test('waits late in red, and cannot be decided by two at once', async () => {
    const reviewer = await world.as('ra-soat-muong-than');
    const again = await ask(reviewer, 'MT-007', 'near-poor');
    await reviewer.get(again);
    const [one, other] = [
      await world.as('chu-tich-muong-than'),
      await world.as('chu-tich-muong-than'),
    ];
    await one.get(again);
    await other.get(again);
    const entries = {
      reason: 'Giấy đề nghị không có chữ ký của chủ hộ.',
      number: '7',
    };
    await one.submit('Ký và trả lời hộ', entries);
    await other.submit('Ký và trả lời hộ', { ...entries, number: '8' });
    expect([one.status, other.status]).toEqual([200, 409]);
    expect(other.text).toContain('Đề nghị này đang ở bước “Đã từ chối”');
  });

  test('a number that another refusal bears is told at its field', async () => {
    const reviewer = await world.as('ra-soat-muong-than');
    const third = await ask(reviewer, 'MT-007', 'near-poor');
    const chairman = await world.as('chu-tich-muong-than');
    await chairman.get(third);
    const reason = 'Giấy đề nghị không có chữ ký của chủ hộ.';
    await chairman.submit('Ký và trả lời hộ', { reason, number: '7' });
    expect(chairman.status).toBe(422);
    expect(chairman.text).toContain('Số 7 của năm 2025 đã dùng');
    expect(chairman.document.querySelector('textarea[name=reason]')?.textContent).toBe(reason);
    await chairman.submit('Ký và trả lời hộ', { number: '8' });
    expect(chairman.text).toContain('Đã từ chối.');
  });
});

test('a near-poor household leaves the list by a decision', async () => {
  const reviewer = await world.as('ra-soat-muong-than');
  const address = await ask(reviewer, 'MT-003', 'leave');
  await survey(reviewer, '150', []);
  const chairman = await world.as('chu-tich-muong-than');
  await chairman.get(address);
  expect(chairman.text).toContain('Công nhận hộ thoát cận nghèo');
  await chairman.submit('Ký và trả lời hộ');
  expect(chairman.text).toContain('Quyết định số 01');
  await chairman.follow('Tải Word');
  expect(wordsOf(chairman)).toContain('Điều 1. Công nhận hộ ông Hoàng Văn Nam');
});

describe('who may', () => {
  test('whoever takes in or surveys a request does not decide it', async () => {
    const { db } = world.house;
    await sql`
      insert into duties (id, person_id, unit_id, duty, valid_from)
      select ${newId()}, d.person_id, d.unit_id, 'reviewHouseholds', d.valid_from
      from duties d join accounts a on a.person_id = d.person_id
      where a.login = 'chu-tich-muong-than' and d.duty = 'recogniseReviews'`.execute(db);
    const chairman = await world.as('chu-tich-muong-than');
    const address = await ask(chairman, 'MT-006', 'leave');
    await survey(chairman, '150', []);
    expect(chairman.text).toContain('Bạn đã nhận hoặc khảo sát đề nghị này');
    expect(chairman.text).not.toContain('Ký và trả lời hộ');
    await chairman.post(`${address}/decision`, {
      ...{ verdict: 'grant', number: '9', decidedOn: '20/11/2025', version: '1' },
    });
    expect(chairman.status).toBe(403);
    expect(chairman.text).toContain('Hãy trình một lãnh đạo khác');
    expect((await listDecisions(db, await householdId('MT-006'))).at(-1)).toBeUndefined();
  });

  test('a village head takes in for the own village and sees no other', async () => {
    const head = await world.as('truong-ban');
    await head.get('/class-requests');
    expect(head.status).toBe(200);
    expect(head.text).not.toContain('MT-006');
    await ask(head, 'MT-002', 'leave');
    expect(head.heading).toBe('Đề nghị của hộ Giàng Thị M.');
    await head.get('/class-requests/new?household=MT-005');
    expect(head.status).toBe(403);
    const reviewer = await world.as('ra-soat-muong-than');
    await reviewer.get('/class-requests');
    expect(reviewer.texts('tbody tr')).toHaveLength(2);
  });

  test('another commune and people without the duty see nothing', async () => {
    const [open] = await world.house.db.selectFrom('class_requests').select('id').execute();
    const other = await world.as('ra-soat-than-uyen');
    await other.get('/class-requests');
    expect(other.text).toContain('Không có đề nghị nào đang chờ');
    for (const path of ['', '/survey', '/paper.pdf']) {
      await other.get(`/class-requests/${open?.id}${path}`);
      expect(other.status, path).toBe(404);
    }
    const agency = await world.as('thuong-truc');
    await agency.get('/class-requests');
    expect(agency.status).toBe(403);
  });

  test('the monthly report counts, and the standing agency may read it', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get('/class-requests/monthly');
    expect(agency.heading).toBe('Rà soát thường xuyên tháng 11/2025');
    const facts = agency.texts('.key-values > div');
    expect(facts).toContain('Đề nghị đã nhận7 hộ');
    expect(facts).toContain('Công nhận hộ nghèo1 hộ');
    expect(facts).toContain('Từ chối3 hộ');
    expect(facts).toContain('Chờ trả lời2 hộ');
    await agency.submit('Xem', { month: '2025-10' });
    expect(agency.texts('.key-values > div')).toContain('Đề nghị đã nhận0 hộ');
    world.setToday(day('2026-01-05'));
    const reviewer = await world.as('ra-soat-muong-than');
    await reviewer.get('/class-requests');
    expect(reviewer.text).toContain('quá 6 ngày');
    await reviewer.get('/class-requests/monthly?month=2025-11');
    expect(reviewer.texts('.key-values > div')).toContain(
      'Chờ trả lời2 hộ, trong đó 2 hộ đã quá hạn',
    );
  });
});

test('the list goes out as a workbook, heads masked, one row a request', async () => {
  const client = await world.as('ra-soat-muong-than');
  await client.get('/class-requests');
  await client.follow('Tải Excel');
  const [page] = (await readSheet(new Uint8Array(client.answer.bytes))).sheets;
  const rows = page?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  expect(rows[0]?.slice(0, 4)).toEqual(['Xã', 'Thôn, bản', 'Mã hộ', 'Chủ hộ (che bớt)']);
  const { rows: asked } = await sql<{ count: number }>`
    select count(*)::integer as count from class_requests`.execute(world.house.db);
  expect(rows).toHaveLength((asked[0]?.count ?? 0) + 1);
  for (const row of rows.slice(1)) expect(row[3]).toMatch(/ \p{L}\.$/u);
});
