import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { ANSWERS, openSurveyWorld, type SurveyWorld } from './fixtures/survey-world.ts';
import { listHouseholds, listQuery } from './household-list.sql.ts';

let house: SurveyWorld;
let officer: Client;

beforeEach(async () => {
  house = await openSurveyWorld();
  officer = await house.as('ra-soat-muong-than');
});
afterEach(() => house.world.close());

const list = (words = '') => officer.get(`${house.desk}/households${words}`);
const codes = (client = officer) => client.texts('tbody th a');

function readings() {
  return house.world.house.db.selectFrom('identity_readings').selectAll().execute();
}

test('a commune has its households in one list, heads masked', async () => {
  await list();
  expect(officer.heading).toBe('Danh sách hộ xã Mường Than, năm 2025');
  expect(codes()).toEqual([1, 2, 3, 4, 5, 6, 7].map((one) => `MT-00${one}`));
  expect(officer.text).toContain('Xã Mường Than: 7 hộ, còn 5 hộ chưa rà soát.');
  expect(officer.text).toContain('Lò Văn P.');
  expect(officer.text).not.toContain('Văn Phương');
  expect(await readings()).toEqual([]);
});

test('the list is narrowed by class, village, list, change, mark and indicator', async () => {
  await officer.get(await house.survey('MT-001'));
  await officer.submit('Lưu và xem kết quả', ANSWERS);
  await list('?closing=pending');
  expect(codes()).toEqual(['MT-002', 'MT-003', 'MT-005', 'MT-006']);
  await list('?closing=poor');
  expect(codes()).toEqual(['MT-001']);
  await list('?listed=unlisted');
  expect(codes()).toEqual(['MT-004', 'MT-007']);
  await list('?change=still-poor');
  expect(codes()).toEqual(['MT-001']);
  await list('?change=relapse-poor');
  expect(officer.text).toContain('Không có hộ nào như đang lọc');
  await list('?mark=need.credit');
  expect(codes()).toEqual(['MT-001']);
  await list('?deprived=nutrition');
  expect(codes()).toEqual(['MT-001']);
  await officer.get(`${house.desk}/households`);
  await officer.submit('Lọc', { 'Thôn, bản': 'Bản Hai' });
  expect(codes()).toEqual(['MT-005', 'MT-006', 'MT-007']);
  expect(officer.text).toContain('Bản Hai: 3 hộ, còn 2 hộ chưa rà soát.');
});

test('it is sorted by class or by score A', async () => {
  await officer.get(await house.survey('MT-006'));
  await officer.submit('Lưu và xem kết quả', { ...ANSWERS, 'Số nhân khẩu': '2' });
  await officer.get(await house.survey('MT-002'));
  await officer.submit('Lưu và xem kết quả', { ...ANSWERS, 'Điểm A (thu nhập)': '90' });
  await list('?sort=class');
  expect(codes()).toEqual(['MT-002', 'MT-006', 'MT-001', 'MT-003', 'MT-005', 'MT-004', 'MT-007']);
  await list('?sort=income');
  expect(codes().slice(0, 3)).toEqual(['MT-002', 'MT-006', 'MT-001']);
});

test('a head is found by name: accents optional, respected when typed; the code too', async () => {
  for (const words of ['lo van phuong', 'Lò Văn Phương', 'văn phương', 'mt-001', 'PHUONG']) {
    await list(`?words=${encodeURIComponent(words)}`);
    expect(codes(), words).toEqual(['MT-001']);
    expect(officer.text).toContain('Lò Văn P.');
    expect(officer.text).not.toMatch(/Lò Văn Phương/);
  }
  await list(`?words=${encodeURIComponent('lồ văn phương')}`);
  expect(codes()).toEqual([]);
  await list('?words=lo');
  expect(codes()).toEqual(['MT-001', 'MT-004']);
  for (const words of ['%', '_', "'", 'Lù Văn Sơn', 'TU-001']) {
    await list(`?words=${encodeURIComponent(words)}`);
    expect(codes(), words).toEqual([]);
  }
  expect(await readings()).toEqual([]);
});

test('names are shown once, for a purpose, with one reading on record', async () => {
  await list('?village=&closing=pending');
  await officer.submit('Hiện họ tên trang này');
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Hãy chọn mục đích');
  await officer.submit('Hiện họ tên trang này', {
    'Mục đích': 'Họp dân',
    'Ghi rõ thêm': 'tối 6/11',
  });
  expect(officer.text).toContain('Lò Văn Phương');
  expect(officer.text).toContain('Đang hiện họ tên của 5 chủ hộ');
  const [reading, ...more] = await readings();
  expect(more).toEqual([]);
  expect(reading).toMatchObject({ purpose: 'Họp dân: tối 6/11', person_name: 'Tẩn Thị Thử' });
  expect(reading?.household_ids).toHaveLength(5);
  await list();
  expect(officer.text).not.toContain('Văn Phương');
});

test('a village reviewer sees the own village, others nothing', async () => {
  const elder = await house.as('truong-ban');
  await elder.get(`${house.desk}/households`);
  expect(codes(elder)).toEqual(['MT-001', 'MT-002', 'MT-003', 'MT-004']);
  expect(elder.text).toContain('Bản Một: 4 hộ, còn 3 hộ chưa rà soát.');
  await elder.get(`${house.desk}/households?words=pao`);
  expect(codes(elder)).toEqual([]);
  const { village_id } = await house.row('MT-005');
  await elder.get(`${house.desk}/households?village=${village_id}`);
  expect(codes(elder)).toEqual([]);
  for (const login of ['ra-soat-than-uyen', 'thuong-truc', 'lanh-dao-tinh']) {
    const stranger = await house.as(login);
    await stranger.get(`${house.desk}/households`);
    expect(stranger.status).toBe(403);
    expect(stranger.text).toContain('không có nhiệm vụ làm việc này với danh sách hộ');
  }
});

test('the chairman reads the list and changes nothing', async () => {
  const chairman = await house.as('chu-tich-muong-than');
  await chairman.get(`${house.desk}/households`);
  expect(codes(chairman)).toHaveLength(7);
  expect(chairman.text).not.toContain('Đưa thêm hộ');
  const { household_id } = await house.row('MT-004');
  await chairman.post(`${house.desk}/listings`, { household: household_id, why: 'requested' });
  expect(chairman.status).toBe(403);
});

test('the list as a sheet: masked, or named for a purpose on record, and never a formula', async () => {
  const { household_id } = await house.row('MT-002');
  await house.world.house.db
    .updateTable('member_identities')
    .set({ full_name: '=HYPERLINK("x") Mai' })
    .where('household_id', '=', household_id)
    .execute();
  await officer.get(`${house.desk}/households.xlsx?closing=pending`);
  const masked = await cells();
  expect(masked.flat()).toContain('Lò Văn P.');
  expect(masked.filter((row) => row[0]?.startsWith('MT-'))).toHaveLength(5);
  expect(await readings()).toEqual([]);
  await officer.get(`${house.desk}/households`);
  await officer.submit('Tải Excel kèm họ tên', { 'Mục đích': 'Rà soát tại hộ' });
  const named = await cells();
  expect(named.flat()).toContain('Lò Văn Phương');
  expect(named.flat()).toContain('=HYPERLINK("x") Mai');
  const [reading] = await readings();
  expect(reading?.household_ids).toHaveLength(7);
});

async function cells(): Promise<string[][]> {
  const book = await readSheet(officer.answer.bytes);
  return (book.sheets[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell?.text ?? ''));
}

test('a household that asks is put on the list, and may leave it until it is surveyed', async () => {
  await list();
  await officer.submit('Đưa vào danh sách', { 'Mã hộ': 'mt-099' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Xã không có hộ mã mt-099 trong đợt này');
  await officer.submit('Đưa vào danh sách', {
    ...{ 'Mã hộ': 'mt-004', 'Vì sao rà soát': 'Có giấy đề nghị rà soát' },
  });
  expect(officer.heading).toBe('Phiếu rà soát hộ MT-004');
  expect(await house.totals()).toEqual({ pending: 6, 'not-poor': 1 });
  const { household_id: household } = await house.row('MT-004');
  await officer.post(`${house.desk}/listings`, { household, why: 'found' });
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('Hộ MT-004 trong danh sách rà soát đã có rồi');
  await officer.get(await house.survey('MT-004'));
  await officer.submit('Đưa hộ MT-004 ra khỏi danh sách rà soát');
  expect(await house.row('MT-004')).toMatchObject({ listed: null, closing: 'not-poor' });
  expect(await house.totals()).toEqual({ pending: 5, 'not-poor': 2 });
  const { household_id: last } = await house.row('MT-001');
  await officer.post(`${house.desk}/listings/take-off`, { household: last });
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('có trong danh sách năm trước nên phải rà soát');
});

test('while the result hangs the list stays as it is', async () => {
  await house.setStatus('posted');
  const { household_id: household } = await house.row('MT-004');
  await officer.post(`${house.desk}/listings`, { household, why: 'found' });
  expect(officer.status).toBe(409);
  await list();
  expect(officer.text).not.toContain('Đưa thêm hộ');
});

test('pages follow each other by code, class and score without gap or repetition', async () => {
  const { db } = house.world.house;
  const { household_id: _, ...like } = await house.row('MT-004');
  const CLASSES = [null, 'poor', 'near-poor', 'not-poor', null];
  const rows = Array.from({ length: 130 }, (_one, at) => ({
    ...{ ...like, household_id: crypto.randomUUID(), code: `MT-${100 + at}`, listed: 'found' },
    ...{ closing: CLASSES[at % 5] ?? null, income_score: at % 3 === 0 ? null : 90 + (at % 7) },
  }));
  await db.insertInto('household_reviews').values(rows).execute();
  const { communeId, roundId } = house;
  for (const sort of ['code', 'class', 'income'] as const) {
    const whole = await listHouseholds(db, { communeId, roundId, sort, limit: 1000 });
    expect(whole).toHaveLength(137);
    const seen: string[] = [];
    await list(`?sort=${sort}`);
    for (;;) {
      seen.push(...codes());
      if (!officer.texts('a').includes('Trang sau')) break;
      await officer.follow('Trang sau');
    }
    expect(seen).toEqual(whole.map(({ code }) => code));
  }
});

test('each order of the list goes by an index of commune and round, names by their keys', async () => {
  const { communeId, roundId } = house;
  const wishes = [{}, { sort: 'class' }, { closing: 'poor' }, { words: 'lo van' }] as const;
  for (const wish of wishes) {
    const { rows } = await house.world.house.db.transaction().execute(async (tx) => {
      // A table of a few rows is read whole unless that is made dear.
      await sql`set local enable_seqscan = off`.execute(tx);
      const query = listQuery({ communeId, roundId, ...wish });
      return sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(tx);
    });
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/household_reviews_(list|class|pkey)/);
    expect(plan).not.toContain('Seq Scan on household_reviews');
    if ('words' in wish) expect(plan).toContain('member_identities_pkey');
  }
});

test('paper forms carry names, so they are asked for and recorded', async () => {
  const { village_id } = await house.row('MT-001');
  await officer.get(`${house.desk}/survey-sheets?village=${village_id}`);
  expect(officer.text).not.toContain('Văn Phương');
  await officer.submit('Mở phiếu để in');
  expect(officer.heading).toBe('Phiếu rà soát Bản Một');
  expect(officer.text).toContain('Chủ hộ: Lò Văn Phương');
  expect(officer.texts('article h2')).toHaveLength(4); // the last page: when deprived
  expect(officer.text).not.toContain('MT-004');
  const [reading, ...more] = await readings();
  expect(more).toEqual([]);
  expect(reading).toMatchObject({ purpose: 'Rà soát tại hộ' });
  const elder = await house.as('truong-ban');
  await elder.get(`${house.desk}/survey-sheets`);
  await elder.submit('Mở phiếu để in', { 'Thôn, bản': 'Bản Một' });
  expect(elder.text).toContain('Lò Văn Phương');
  const { village_id: other } = await house.row('MT-005');
  await elder.post(`${house.desk}/survey-sheets`, { village: other });
  expect(elder.status).toBe(422);
  expect(elder.text).not.toContain('Páo');
  const chairman = await house.as('chu-tich-muong-than');
  await chairman.get(`${house.desk}/survey-sheets`);
  expect(chairman.status).toBe(403);
});
