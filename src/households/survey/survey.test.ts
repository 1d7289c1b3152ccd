import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { day } from '../../shared/day.ts';
import { ANSWERS, openSurveyWorld, type SurveyWorld } from './fixtures/survey-world.ts';

let house: SurveyWorld;
let officer: Client;

beforeEach(async () => {
  house = await openSurveyWorld();
  officer = await house.as('ra-soat-muong-than');
});
afterEach(() => house.world.close());

const SAVE = 'Lưu và xem kết quả';

test('a household is surveyed: class, working and change in words, then the next one', async () => {
  await officer.get(await house.survey('MT-001'));
  expect(officer.heading).toBe('Phiếu rà soát hộ MT-001');
  expect(officer.text).toContain('Lò Văn P., Bản Một; đầu năm là hộ nghèo');
  expect(officer.text).toContain('Đầu năm: 5 người.');
  expect(officer.text).toContain('Mức 140 điểm, ứng với 1.500.000 đồng/người/tháng');
  await officer.submit(SAVE, ANSWERS);
  expect(officer.heading).toBe('Kết quả rà soát hộ MT-001');
  expect(officer.text).toContain('Vẫn là hộ nghèo.');
  expect(officer.text).toContain('Điểm A 120 không quá 140 (khu vực nông thôn) và điểm B 30');
  expect(officer.text).not.toContain('còn chỗ nên xem lại');
  expect(await house.totals()).toEqual({ pending: 4, poor: 1, 'not-poor': 2 });
  await officer.follow('Hộ tiếp theo chưa rà soát: MT-002');
  expect(officer.heading).toBe('Phiếu rà soát hộ MT-002');
});

test('an escape is told as one, and the totals of village and commune follow', async () => {
  await officer.get(await house.survey('MT-001'));
  await officer.submit(SAVE, { ...ANSWERS, 'Điểm A (thu nhập)': '141', 'Số nhân khẩu': '4' });
  expect(officer.text).toContain('Đã lưu phiếu hộ MT-001: hộ không nghèo (thoát nghèo).');
  expect(officer.text).toContain('Thoát nghèo. Điểm A 141 vượt mức 140');
  expect(officer.text).toContain('Số nhân khẩu đổi từ 5 thành 4');
  expect(await house.totals()).toEqual({ pending: 4, 'not-poor': 3 });
  await officer.follow('Sửa');
  await officer.submit(SAVE, { 'Điểm A (thu nhập)': '140' });
  expect(await house.totals()).toEqual({ pending: 4, poor: 1, 'not-poor': 2 });
  const row = await house.row('MT-001');
  expect(row).toMatchObject({ version: 2, members: 4, income_score: 140, closing: 'poor' });
});

test.each([
  ['Nông thôn', '140', 3, 'Hộ nghèo'],
  ['Nông thôn', '140', 2, 'Hộ cận nghèo'],
  ['Nông thôn', '141', 8, 'Hộ không nghèo'],
  ['Thành thị', '175', 3, 'Hộ nghèo'],
  ['Thành thị', '175', 0, 'Hộ cận nghèo'],
  ['Thành thị', '176', 12, 'Hộ không nghèo'],
])('boundary on the form: %s, A %s, %d deprived is %s', async (area, score, count, outcome) => {
  await officer.get(await house.survey('MT-001'));
  const boxes = officer.document.querySelectorAll('input[name=deprived]');
  const deprived = [...boxes].slice(0, count).map((box) => box.getAttribute('value') ?? '');
  expect(boxes).toHaveLength(12);
  await officer.submit(SAVE, {
    ...{ ...ANSWERS, deprived, 'Hộ ở khu vực nào': area, 'Điểm A (thu nhập)': score },
    'Không thiếu hụt chỉ số nào': count === 0,
  });
  expect(officer.texts('.panel-head h2')[0]).toBe(outcome);
});

test('twelve blank boxes are no answer, and nothing typed is lost', async () => {
  await officer.get(await house.survey('MT-001'));
  await officer.submit(SAVE, {
    ...ANSWERS,
    deprived: [],
    'Số nhân khẩu': '0',
    'Ghi chú': 'Đi vắng',
  });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Chưa đánh dấu chỉ số nào.');
  expect(officer.text).toContain('Số nhân khẩu không thể là 0.');
  expect(officer.document.querySelector('textarea')?.textContent).toBe('Đi vắng');
  expect(officer.document.querySelector('[name=incomeScore]')?.getAttribute('value')).toBe('120');
  expect((await house.row('MT-001')).closing).toBeNull();
  await officer.submit(SAVE, { 'Không thiếu hụt chỉ số nào': true, 'Số nhân khẩu': '5' });
  expect(officer.text).toContain('Thoát nghèo, còn cận nghèo');
  expect((await house.row('MT-001')).deprived).toEqual([]);
});

test('a relapse is told from the years before', async () => {
  const { db } = house.world.house;
  const { household_id, ...row } = await house.row('MT-004');
  const { id: last } = await db
    .selectFrom('review_rounds')
    .where('year', '=', 2024)
    .select('id')
    .executeTakeFirstOrThrow();
  const earlier = crypto.randomUUID();
  const round = await db
    .selectFrom('review_rounds')
    .where('id', '=', last)
    .selectAll()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('review_rounds')
    .values({ ...round, id: earlier, year: 2023 })
    .execute();
  await db
    .insertInto('household_reviews')
    .values({ ...row, household_id, round_id: earlier, opening: 'poor', closing: 'poor' })
    .execute();
  await officer.get(await house.survey('MT-004'));
  await officer.submit('Đưa vào danh sách', { 'Vì sao rà soát': 'Có giấy đề nghị rà soát' });
  expect(officer.text).toContain('Đã đưa hộ MT-004 vào danh sách.');
  await officer.submit(SAVE, ANSWERS);
  expect(officer.text).toContain('Tái nghèo.');
  expect(await house.row('MT-004')).toMatchObject({ relapsed: true, opening: 'not-poor' });
  const found = await db.selectFrom('events').where('verb', '=', 'survey').selectAll().execute();
  expect(found).toHaveLength(1);
  expect(found[0]?.detail).toMatchObject({ closing: 'poor', relapsed: true, code: 'MT-004' });
});

test('two people survey the same household: one is kept, the other sees both and decides', async () => {
  const elder = await house.as('truong-ban');
  const address = await house.survey('MT-001');
  await elder.get(address);
  await officer.get(address);
  await elder.submit(SAVE, { ...ANSWERS, 'Điểm A (thu nhập)': '150' });
  await officer.submit(SAVE, { ...ANSWERS, 'Ghi chú': 'Nhà dột' });
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('Người khác vừa lưu phiếu của hộ này');
  expect(officer.text).toContain('Giàng A Thử, ngày 05/11/2025');
  expect(officer.document.querySelector('textarea')?.textContent).toBe('Nhà dột');
  expect((await house.row('MT-001')).income_score).toBe(150);
  await officer.submit('Lưu phiếu của tôi thay bản đang lưu');
  expect(officer.text).toContain('Vẫn là hộ nghèo.');
  expect(await house.row('MT-001')).toMatchObject({
    income_score: 120,
    note: 'Nhà dột',
    version: 2,
  });
});

test('sent at the same moment, one survey is stored and one is asked', async () => {
  const address = await house.survey('MT-001');
  const elder = await house.as('truong-ban');
  const fields = {
    ...{ version: '0', areaType: 'rural', incomeScore: '120', none: 'yes', members: '5' },
    ...{ children: '0', ethnicity: '03', surveyedOn: '05/11/2025', surveyorName: 'Người thử' },
  };
  const answers = await Promise.all([
    officer.post(address, fields),
    elder.post(address, { ...fields, incomeScore: '150' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await house.row('MT-001')).version).toBe(1);
  const { pending, ...rest } = await house.totals();
  expect(pending).toBe(4);
  expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(3);
});

test('a survey is taken back with a reason, and not from a page that is no longer true', async () => {
  const address = await house.survey('MT-001');
  await officer.get(address);
  await officer.submit(SAVE, ANSWERS);
  await officer.submit('Xóa phiếu, về chưa rà soát', { 'Vì sao xóa phiếu': ' ' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Hãy ghi lý do xóa phiếu.');
  await officer.post(`${address}/clear`, { version: '0', reason: 'Nhầm hộ' });
  expect(officer.status).toBe(409);
  await officer.get(address);
  await officer.submit('Xóa phiếu, về chưa rà soát', { 'Vì sao xóa phiếu': 'Nhầm hộ' });
  expect(officer.text).toContain('Đã xóa phiếu hộ MT-001; hộ về chưa rà soát.');
  expect(officer.heading).toBe('Phiếu rà soát hộ MT-001');
  expect(await house.row('MT-001')).toMatchObject({ closing: null, deprived: null, members: 5 });
  expect(await house.totals()).toEqual({ pending: 5, 'not-poor': 2 });
  const { detail } = await house.world.house.db
    .selectFrom('events')
    .where('verb', '=', 'clearSurvey')
    .select('detail')
    .executeTakeFirstOrThrow();
  expect(detail).toMatchObject({ reason: 'Nhầm hộ', before: 'poor' });
});

test('what hangs or is signed stays as it is', async () => {
  const address = await house.survey('MT-001');
  await officer.get(address);
  await house.setStatus('posted');
  await officer.submit(SAVE, ANSWERS);
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('Xã Mường Than đang niêm yết kết quả');
  const kept = officer.document.querySelector('[name=incomeScore]');
  expect(kept?.getAttribute('value')).toBe('120');
  await officer.get(address);
  expect(officer.text).toContain('xã không còn nhận phiếu trong đợt này');
  await house.setStatus('recognised');
  await officer.post(address, {});
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('đã được công nhận');
});

test('a survey and a posting at the same moment: the survey waits, and is refused', async () => {
  const { db } = house.world.house;
  const address = await house.survey('MT-001');
  await officer.get(address);
  const posting = db.transaction().execute(async (tx) => {
    await tx
      .updateTable('commune_reviews')
      .set({ status: 'posted' })
      .where('round_id', '=', house.roundId)
      .execute();
    await new Promise((resume) => setTimeout(resume, 300));
  });
  await Promise.all([posting, officer.submit(SAVE, ANSWERS)]);
  expect(officer.status).toBe(409);
  expect((await house.row('MT-001')).closing).toBeNull();
});

test('outside the list, and gone, there is no survey', async () => {
  const address = await house.survey('MT-004');
  await officer.get(address);
  expect(officer.text).toContain('Hộ không có trong danh sách rà soát năm nay');
  await officer.post(address, { version: '0' });
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('chưa có trong danh sách rà soát');
  await house.world.house.db
    .updateTable('household_reviews')
    .set({ closing: 'gone', reason: 'moved-away', members: 0 })
    .where('code', '=', 'MT-003')
    .where('round_id', '=', house.roundId)
    .execute();
  await officer.get(await house.survey('MT-003'));
  expect(officer.text).toContain('năm nay: chuyển đi. Không phải rà soát.');
  await officer.post(await house.survey('MT-003'), {});
  expect(officer.status).toBe(409);
});

test('outside the window a survey is still taken, and says so', async () => {
  house.world.setToday(day('2025-12-20'));
  officer = await house.as('ra-soat-muong-than');
  await officer.get(await house.survey('MT-001'));
  expect(officer.text).toContain('Ngoài thời gian rà soát');
  await officer.submit(SAVE, ANSWERS);
  expect(officer.text).toContain('nằm ngoài thời gian rà soát 01/09/2025 – 14/12/2025');
});

test('a village reviewer surveys the own village only; the chairman reads', async () => {
  const elder = await house.as('truong-ban');
  await elder.get(await house.survey('MT-005'));
  expect(elder.status).toBe(403);
  expect(elder.text).toContain('Bạn không có nhiệm vụ làm việc này với hộ MT-005');
  await elder.post(await house.survey('MT-005'), {});
  expect(elder.status).toBe(403);
  const chairman = await house.as('chu-tich-muong-than');
  await chairman.get(await house.survey('MT-001'));
  expect(chairman.text).toContain('đang chờ người được giao rà soát ghi phiếu');
  await chairman.post(await house.survey('MT-001'), {});
  expect(chairman.status).toBe(403);
});
