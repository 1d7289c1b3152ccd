import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOfDatabase } from '../../server/database/problem-of-database.ts';
import { day } from '../../shared/day.ts';
import {
  MEETING,
  openProcedureWorld,
  type ProcedureWorld,
  unitOf,
} from './fixtures/procedure-world.ts';

let house: ProcedureWorld;

beforeEach(async () => {
  house = await openProcedureWorld();
});
afterEach(() => house.close());

const SURVEYED = day('2025-11-03');

/** Mường Than with its list hung on Thursday 6/11: three working days end on Tuesday 11/11. */
async function posted(): Promise<void> {
  await house.survey(SURVEYED);
  await house.meet('Bản Một', '04/11/2025');
  await house.meet('Bản Hai', '05/11/2025');
  await house.on(day('2025-11-06'));
  await house.post('06/11/2025');
}

const ISSUE = { executors: 'Trưởng phòng Kinh tế; Trưởng các thôn, bản', number: '12' };

async function recognise(on = day('2025-11-12')): Promise<void> {
  await house.on(on);
  await house.chairman.get(`${house.desk}/recognition`);
  await house.chairman.submit('Xem trước quyết định', ISSUE);
  await house.chairman.submit('Ban hành quyết định');
}

test('the whole way: meetings, posting, recognition', async () => {
  const { officer, chairman, desk } = house;
  await posted();
  expect(officer.text).toContain('còn 3 ngày làm việc, đến hết 11/11/2025');
  await chairman.get(`${desk}/recognition`);
  expect(chairman.text).toContain('Còn 1 việc phải xong trước khi Chủ tịch công nhận');
  await house.on(day('2025-11-12'));
  await chairman.get(`${desk}/recognition`);
  expect(chairman.text).toContain('đã đủ thời gian, hết ngày 11/11/2025');
  await chairman.submit('Xem trước quyết định', ISSUE);
  expect(chairman.text).toContain('1. Hộ nghèo: 2 hộ, 7 nhân khẩu;');
  expect(chairman.text).toContain('3. Hộ thoát nghèo: 2 hộ, 11 nhân khẩu;');
  expect(chairman.text).toContain('Lò Văn Phương');
  await chairman.submit('Ban hành quyết định');
  expect(chairman.heading).toBe('Đã công nhận kết quả rà soát năm 2025');
  expect(chairman.text).toContain('Số 12/QĐ-UBND ngày 12/11/2025');
  expect(chairman.text).toContain('Dấu vân tay (khớp nội dung)');
  expect(chairman.text).not.toContain('Lò Văn Phương');
  expect(await house.status()).toBe('recognised');
});

describe('village meetings', () => {
  test('wait for the last survey, and say how many are missing', async () => {
    const { officer, desk, world } = house;
    await house.survey(SURVEYED, ['MT-001', 'MT-002']);
    await officer.get(`${desk}/meetings`);
    expect(officer.text).toContain('Còn 1 hộ chưa rà soát');
    const village = await unitOf(world, 'Bản Một');
    await officer.get(`${desk}/meetings/new?village=${village}`);
    expect(officer.text).toContain('Bản Một còn 1/3 hộ chưa rà soát');
    await officer.post(`${desk}/meetings`, { ...MEETING, village, heldOn: '04/11/2025' });
    expect(officer.status).toBe(422);
    expect(officer.text).toContain('Chưa ghi cuộc họp được. Bản Một còn 1/3 hộ chưa rà soát');
    await officer.follow('Xem các hộ chưa rà soát');
    expect(officer.text).toContain('MT-003');
    expect(officer.text).not.toContain('MT-001');
  });

  test.each([
    [{ heldOn: '06/11/2025' }, 'Ngày họp không thể sau hôm nay (05/11/2025)'],
    [{ heldOn: '31/08/2025' }, 'Kỳ rà soát bắt đầu ngày 01/09/2025'],
    [{ heldOn: '02/11/2025' }, 'Hộ rà soát cuối cùng của thôn, bản là ngày 03/11/2025'],
    [{ heldOn: '31/11/2025' }, 'không phải là một ngày có thật'],
    [{ agreed: '41' }, 'Số đồng ý (41) nhiều hơn số người dự (40)'],
    [{ attended: '0' }, 'Hãy ghi số người dự họp, từ 1 trở lên'],
    [{ began: '25:00' }, '“25:00” không phải là giờ'],
    [{ place: ' ' }, 'Hãy ghi nơi họp'],
  ])('refuse %o beside the field and keep what was typed', async (wrong, sentence) => {
    const { officer } = house;
    await house.survey(SURVEYED);
    await house.meet('Bản Một', '04/11/2025', { ...wrong, ...{ chairName: 'Giàng A Chủ' } });
    expect(officer.status).toBe(422);
    expect(officer.text).toContain(sentence);
    const kept = officer.document.querySelector('[name=chairName]');
    expect(kept?.getAttribute('value')).toBe('Giàng A Chủ');
  });

  test('without enough agreement are held again; the latest counts', async () => {
    const { officer, desk } = house;
    await house.survey(SURVEYED);
    await house.meet('Bản Một', '04/11/2025', { agreed: '19' });
    expect(officer.text).toContain('chưa đủ đồng ý, phải họp lại');
    await officer.get(`${desk}/posting`);
    expect(officer.text).toContain('Còn 2 thôn, bản chưa có cuộc họp đồng ý: Bản Hai, Bản Một.');
    await house.meet('Bản Một', '05/11/2025', { agreed: '20' });
    expect(officer.text).toContain('Họp ngày 05/11/2025, đồng ý 20/40');
    await officer.get(`${desk}/posting`);
    expect(officer.text).toContain('Còn 1 thôn, bản chưa có cuộc họp đồng ý: Bản Hai.');
  });

  test('are held again when a result changed after them', async () => {
    const { officer, desk, world } = house;
    await posted();
    await officer.submit('Rút niêm yết', { reason: 'Sai phiếu của một hộ' });
    await world.house.db
      .updateTable('household_reviews')
      .set({ closing: 'near-poor', deprived: [] })
      .where('code', '=', 'MT-006')
      .where('surveyed_on', '=', SURVEYED)
      .where('income_score', '=', 110)
      .execute();
    await officer.get(`${desk}/meetings`);
    expect(officer.text).toContain('Kết quả đã đổi sau cuộc họp, phải họp lại');
    await officer.get(`${desk}/posting`);
    expect(officer.text).toContain('Còn 1 thôn, bản chưa có cuộc họp đồng ý: Bản Hai.');
  });

  test('a village reviewer sees and records the own village only', async () => {
    const { desk, world } = house;
    await house.survey(SURVEYED);
    const head = await world.as('truong-ban');
    await head.get(`${desk}/meetings`);
    expect(head.text).not.toContain('Bản Hai');
    await head.follow('Ghi cuộc họp: Bản Một');
    await head.submit('Ghi cuộc họp', { ...MEETING, heldOn: '04/11/2025' });
    expect(head.text).toContain('Đã ghi cuộc họp của Bản Một: đủ đồng ý');
    await head.get(`${desk}/meetings/new?village=${await unitOf(world, 'Bản Hai')}`);
    expect(head.status).toBe(403);
    await house.meet('Bản Hai', '04/11/2025');
    const { id } = await world.house.db
      .selectFrom('village_meetings')
      .where('village_id', '=', await unitOf(world, 'Bản Hai'))
      .select('id')
      .executeTakeFirstOrThrow();
    await head.get(`${desk}/meetings/${id}.pdf`);
    expect(head.status).toBe(403);
  });

  test('whoever takes the minutes leaves a reading with its purpose', async () => {
    const { officer, desk, world } = house;
    await house.survey(SURVEYED);
    await house.meet('Bản Một', '04/11/2025');
    await officer.get(`${desk}/meetings`);
    await officer.follow('Tải DOCX biên bản Bản Một ngày 04/11/2025');
    expect(officer.status).toBe(200);
    const readings = await world.house.db.selectFrom('identity_readings').selectAll().execute();
    expect(readings).toHaveLength(1);
    expect(readings[0]?.purpose).toBe('Họp dân: biên bản Bản Một ngày 04/11/2025');
    expect(readings[0]?.household_ids).toHaveLength(3);
  });
});

describe('the posting', () => {
  test('runs three working days over a weekend', async () => {
    const { officer, desk } = house;
    await house.survey(SURVEYED);
    await house.meet('Bản Một', '04/11/2025');
    await house.meet('Bản Hai', '05/11/2025');
    await house.on(day('2025-11-07'));
    await house.post('07/11/2025');
    expect(officer.text).toContain('Đã ghi niêm yết, đến hết ngày 12/11/2025');
    for (const [on, words] of [
      ['2025-11-08', 'còn 3 ngày làm việc, đến hết 12/11/2025'],
      ['2025-11-10', 'còn 2 ngày làm việc, đến hết 12/11/2025'],
      ['2025-11-12', 'hôm nay (12/11/2025) là ngày cuối'],
      ['2025-11-13', 'đã đủ thời gian, hết ngày 12/11/2025'],
    ] as const) {
      await house.on(day(on));
      await officer.get(`${desk}/posting`);
      expect(officer.text).toContain(words);
    }
    expect(officer.text).toContain('Ngày nghỉ lễ và ngày nghỉ bù hệ thống chưa biết');
  });

  test('shows names masked, with neither scores nor health', async () => {
    const { officer, desk } = house;
    await posted();
    const head = await house.world.as('truong-ban');
    await head.get(`${desk}/posting/list`);
    expect(head.text).toContain('Lò Văn P.');
    await officer.get(`${desk}/posting/list`);
    expect(officer.text).toContain('Lò Văn P.');
    expect(officer.text).not.toContain('Lò Văn Phương');
    expect(officer.text).toContain('1980');
    expect(officer.text).not.toMatch(/điểm A|dinh dưỡng|120/i);
    expect(officer.text).toContain('Từ ngày 06/11/2025 đến hết ngày 11/11/2025');
    await officer.get(`${desk}/posting/list.pdf`);
    expect(officer.answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('before it hangs, a village head reads no list of the other villages', async () => {
    const { officer, desk, world } = house;
    const head = await world.as('truong-ban');
    for (const file of ['list', 'list.pdf']) {
      await head.get(`${desk}/posting/${file}`);
      expect(head.status).toBe(403);
    }
    await head.get(`${desk}/posting`);
    expect(head.text).not.toContain('Xem trước danh sách');
    await officer.get(`${desk}/posting/list`);
    expect(officer.status).toBe(200);
  });

  test('who posts a page behind keeps the places typed', async () => {
    const { officer, desk, world } = house;
    await house.survey(SURVEYED);
    await house.meet('Bản Một', '04/11/2025');
    await house.meet('Bản Hai', '05/11/2025');
    await house.on(day('2025-11-06'));
    await officer.get(`${desk}/posting`);
    await world.house.db
      .updateTable('commune_reviews')
      .set(({ eb }) => ({ version: eb('version', '+', 1) }))
      .where('status', '=', 'open')
      .execute();
    await officer.submit('Ghi đã niêm yết', { places: 'Nhà văn hóa Bản Một' });
    expect(officer.status).toBe(409);
    await officer.submit('Ghi đã niêm yết');
    expect(officer.text).toContain('Đã ghi niêm yết');
    expect(officer.text).toContain('Nhà văn hóa Bản Một');
  });

  test.each([
    [{ postedOn: '07/11/2025' }, 'Ngày niêm yết không thể sau hôm nay (06/11/2025)'],
    [{ postedOn: '04/11/2025' }, 'Cuộc họp dân cuối cùng là ngày 05/11/2025'],
    [{ places: '' }, 'Hãy ghi nơi niêm yết'],
  ])('refuses %o', async (wrong, sentence) => {
    const { officer, desk } = house;
    await house.survey(SURVEYED);
    await house.meet('Bản Một', '04/11/2025');
    await house.meet('Bản Hai', '05/11/2025');
    await house.on(day('2025-11-06'));
    await officer.get(`${desk}/posting`);
    await officer.submit('Ghi đã niêm yết', {
      postedOn: '06/11/2025',
      places: 'Trụ sở UBND xã',
      ...wrong,
    });
    expect(officer.status).toBe(422);
    expect(officer.text).toContain(sentence);
    expect(await house.status()).toBe('open');
  });

  test('is refused to a form of yesterday, and needs a reason to be taken down', async () => {
    const { officer, desk } = house;
    await posted();
    const stale = { version: '0', postedOn: '06/11/2025', places: 'x' };
    await officer.post(`${desk}/posting`, stale);
    expect(officer.status).toBe(409);
    expect(officer.text).toContain('đang ở bước “Đang niêm yết”');
    await officer.get(`${desk}/posting`);
    await officer.submit('Rút niêm yết');
    expect(officer.text).toContain('Hãy ghi lý do rút');
    await officer.submit('Rút niêm yết', { reason: 'Sót hộ của Bản Một' });
    expect(officer.text).toContain('Sót hộ của Bản Một');
    expect(await house.status()).toBe('open');
  });
});

describe('an objection', () => {
  const said = { saidBy: 'Vàng A Dơ', code: 'mt-005', content: 'Hộ này vẫn còn khó khăn' };

  test('is taken in only once the list hangs, about a household that is there', async () => {
    const { officer, desk } = house;
    await officer.get(`${desk}/objections`);
    expect(officer.text).toContain('Danh sách chưa niêm yết lần nào');
    await officer.post(`${desk}/objections`, { ...said, receivedOn: '05/11/2025' });
    expect(officer.status).toBe(422);
    await posted();
    await officer.get(`${desk}/objections`);
    await officer.submit('Ghi ý kiến phản ánh', { ...said, code: 'MT-999' });
    expect(officer.text).toContain('Không có hộ nào mang mã MT-999');
    await officer.submit('Ghi ý kiến phản ánh', { code: 'mt-005', receivedOn: '05/11/2025' });
    expect(officer.text).toContain('Danh sách niêm yết từ ngày 06/11/2025');
    await officer.submit('Ghi ý kiến phản ánh', { receivedOn: '06/11/2025' });
    expect(officer.text).toContain('MT-005, Vàng A P.');
  });

  test('blocks the recognition until it is answered with a reason', async () => {
    const { officer, chairman, desk } = house;
    await posted();
    await officer.get(`${desk}/objections`);
    await officer.submit('Ghi ý kiến phản ánh', said);
    await house.on(day('2025-11-12'));
    await chairman.get(`${desk}/recognition`);
    expect(chairman.text).toContain('Còn 1 ý kiến phản ánh chưa trả lời');
    await chairman.follow('Tới phần ý kiến phản ánh');
    await chairman.follow('Vàng A Dơ');
    await chairman.submit('Ghi trả lời', { outcome: 'rejected' });
    expect(chairman.text).toContain('Hãy ghi trả lời');
    await chairman.submit('Ghi trả lời', { outcome: 'rejected', answer: 'Đã xác minh tại hộ.' });
    expect(chairman.text).toContain('Không có cơ sở');
    await recognise();
    expect(await house.status()).toBe('recognised');
  });

  test('that is upheld takes the list down; the village surveys and meets again', async () => {
    const { officer, desk } = house;
    await posted();
    await house.on(day('2025-11-07'));
    await officer.get(`${desk}/objections`);
    await officer.submit('Ghi ý kiến phản ánh', said);
    await officer.follow('Vàng A Dơ');
    await officer.submit('Ghi trả lời', { outcome: 'upheld', answer: 'Hộ kê khai thiếu.' });
    expect(officer.text).toContain('Hộ MT-005 phải rà soát lại. Danh sách đã được rút');
    expect(officer.text).toContain('Rà soát viên: rà soát lại hộ MT-005');
    expect(await house.status()).toBe('open');
    await officer.get(`${desk}/posting`);
    expect(officer.text).toContain(
      'Ý kiến phản ánh nhận ngày 07/11/2025 có cơ sở: rà soát lại hộ MT-005.',
    );
    await house.survey(day('2025-11-07'), ['MT-005']);
    await officer.get(`${desk}/posting`);
    expect(officer.text).toContain('Còn 1 thôn, bản chưa có cuộc họp đồng ý: Bản Hai.');
    await house.meet('Bản Hai', '07/11/2025');
    await house.post('07/11/2025');
    await recognise(day('2025-11-13'));
    expect(await house.status()).toBe('recognised');
  });

  test('is answered once', async () => {
    const { officer, chairman, desk } = house;
    await posted();
    await officer.get(`${desk}/objections`);
    await officer.submit('Ghi ý kiến phản ánh', said);
    await officer.follow('Vàng A Dơ');
    await chairman.get(officer.address);
    const answer = { outcome: 'rejected', answer: 'Đã xác minh.' };
    await officer.submit('Ghi trả lời', answer);
    await chairman.submit('Ghi trả lời', answer);
    expect(chairman.status).toBe(409);
    expect(chairman.text).toContain('đã có trả lời');
    expect(chairman.text).toContain('Nội dung bạn vừa ghi, chưa được lưu');
  });
});

describe('the recognition', () => {
  test('names every gate that is still closed, and opens for nobody else', async () => {
    const { officer, chairman, desk } = house;
    await chairman.get(`${desk}/recognition`);
    expect(chairman.text).toContain('Còn 5 hộ chưa rà soát');
    expect(chairman.text).toContain('Danh sách chưa được niêm yết');
    await chairman.post(`${desk}/recognition`, { version: '0' });
    expect(chairman.status).toBe(409);
    await posted();
    await officer.post(`${desk}/recognition`, { version: '1' });
    expect(officer.status).toBe(403);
  });

  test('does not come before the last day of the posting', async () => {
    const { chairman, desk } = house;
    await posted();
    const wish = { ...ISSUE, version: '1', legalBases: 'Luật', recipients: 'Lưu: VT' };
    await chairman.post(`${desk}/recognition`, { ...wish, issuedOn: '06/11/2025' });
    expect(chairman.status).toBe(422);
    expect(chairman.text).toContain(
      'Chưa công nhận được. Danh sách niêm yết: còn 3 ngày làm việc, đến hết 11/11/2025.',
    );
    expect(await house.status()).toBe('posted');
    await house.on(day('2025-11-12'));
    await chairman.get(`${desk}/recognition`);
    await chairman.submit('Xem trước quyết định', { issuedOn: '11/11/2025', number: '0' });
    expect(chairman.text).toContain('quyết định chỉ ký được sau ngày đó');
    expect(chairman.text).toContain('Hãy nhập số quyết định là số nguyên từ 1 trở lên');
  });

  test('signs what was seen: a name mended meanwhile is shown again first', async () => {
    const { chairman, desk, world } = house;
    await posted();
    await house.on(day('2025-11-12'));
    await chairman.get(`${desk}/recognition`);
    await chairman.submit('Xem trước quyết định', ISSUE);
    await world.house.db
      .updateTable('member_identities')
      .set({ full_name: 'Lò Văn Phượng' })
      .where('full_name', '=', 'Lò Văn Phương')
      .execute();
    await chairman.submit('Ban hành quyết định');
    expect(chairman.status).toBe(409);
    expect(await house.status()).toBe('posted');
  });

  test('of two chairmen at once, one signs and the other is told', async () => {
    const { chairman, desk, world } = house;
    await posted();
    await house.on(day('2025-11-12'));
    const second = await world.as('chu-tich-muong-than');
    for (const one of [chairman, second]) {
      await one.get(`${desk}/recognition`);
      await one.submit('Xem trước quyết định', ISSUE);
    }
    await Promise.all([chairman, second].map((one) => one.submit('Ban hành quyết định')));
    expect([chairman.status, second.status].toSorted()).toEqual([200, 409]);
    const rows = await world.house.db.selectFrom('review_recognitions').selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  test('gives each number once a year and proposes the next', async () => {
    const { chairman, desk, world } = house;
    await posted();
    await world.house.db
      .insertInto('document_numbers')
      .values({
        unit_id: await unitOf(world, 'Ủy ban nhân dân xã Mường Than'),
        ...{ year: 2025, series: 'QĐ', last_number: 41 },
      })
      .execute();
    await house.on(day('2025-11-12'));
    await chairman.get(`${desk}/recognition`);
    expect(chairman.document.querySelector('[name=number]')?.getAttribute('value')).toBe('42');
  });

  test('closes the round: nothing can be written any more, and names are read on record', async () => {
    const { officer, chairman, desk, world } = house;
    await posted();
    await recognise();
    await officer.get(`${desk}/posting`);
    expect(officer.text).not.toContain('Rút niêm yết');
    await officer.post(`${desk}/posting/withdraw`, { version: '2', reason: 'Muộn' });
    expect(officer.status).toBe(409);
    expect(officer.text).toContain('đã được công nhận nên giữ nguyên');
    const village = await unitOf(world, 'Bản Một');
    await officer.post(`${desk}/meetings`, { ...MEETING, village, heldOn: '12/11/2025' });
    expect(officer.status).toBe(409);
    const { db } = world.house;
    const write = db
      .updateTable('household_reviews')
      .set({ note: 'x' })
      .where('code', '=', 'MT-001');
    await expect(write.execute()).rejects.toMatchObject({ code: 'CT002' });
    expect(problemOfDatabase({ code: 'CT002' })?.key).toBe('reviewRecognised');
    await chairman.get(`${desk}/recognition.docx`);
    expect(chairman.status).toBe(200);
    const purposes = await db.selectFrom('identity_readings').select('purpose').execute();
    expect(purposes.map(({ purpose }) => purpose)).toContain(
      'Ra quyết định: xem Quyết định số 12 ngày 12/11/2025',
    );
  });

  test('of last year, without a decision kept, says where it is', async () => {
    const { officer, desk, world } = house;
    const last = await world.house.db
      .selectFrom('review_rounds')
      .where('year', '=', 2024)
      .select('id')
      .executeTakeFirstOrThrow();
    await officer.get(
      `${desk.replace(/review-rounds\/[^/]+/, `review-rounds/${last.id}`)}/recognition`,
    );
    expect(officer.text).toContain('Quyết định không lưu ở đây');
  });
});
