import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

const MUONG_THAN = 'Ủy ban nhân dân xã Mường Than';
const THAN_UYEN = 'Ủy ban nhân dân xã Than Uyên';
const TICK = 'Ban hành khi còn 1 đơn vị chưa có số liệu được chấp nhận';

let world: World;
let at: string;
let officer: Client;
let head: Client;

beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-24') });
  const round = await world.house.db.selectFrom('rounds').select('id').executeTakeFirstOrThrow();
  at = `/rounds/${round.id}/document`;
  await accept(MUONG_THAN, 120);
  officer = await world.as('thuong-truc');
  head = await world.as('lanh-dao-so');
});
afterEach(() => world.close());

/** A report that was sent on its last day and accepted with one figure. */
async function accept(unit: string, amount: number): Promise<void> {
  const { db } = world.house;
  const { id } = await db
    .updateTable('reports')
    .set({ status: 'accepted', sent_on: day('2025-11-19') })
    .where('unit_name', '=', unit)
    .returning('id')
    .executeTakeFirstOrThrow();
  const figure = await db
    .selectFrom('figures')
    .where('slug', '=', 'ho-thoat-ngheo')
    .select('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('report_values')
    .values({
      ...{ report_id: id, figure_id: figure.id, amount, accepted: true },
      updated_at: world.house.now(),
    })
    .onConflict((conflict) => conflict.columns(['report_id', 'figure_id']).doUpdateSet({ amount }))
    .execute();
  await db
    .insertInto('report_steps')
    .values({
      ...{ id: crypto.randomUUID(), report_id: id, step: 'accept', at: world.house.now() },
      ...{ person_name: 'Nguyễn Văn Thử', position_title: 'Chuyên viên' },
    })
    .execute();
}

/** Writes both passages that only a person can write. */
async function writeAll(): Promise<void> {
  await officer.get(at);
  await officer.submit('Lập dự thảo báo cáo');
  for (const words of ['đánh giá chung', 'phương hướng']) {
    await officer.get(at);
    const link = officer.texts('.notice a').find((text) => text.includes(words)) ?? words;
    await officer.follow(link);
    await officer.submit('Lưu đoạn', { 'Nội dung đoạn': `Nội dung ${words} do cán bộ viết.` });
  }
}

const words = (client: Client) => client.text.replaceAll('\u00A0', ' ');
const paper = (client: Client) => client.texts('.paper').join('\n').replaceAll('\u00A0', ' ');

test('a draft is written from the round, its figures linked to their rows', async () => {
  await officer.get(at);
  expect(officer.text).toContain('Kỳ này chưa có dự thảo');
  await officer.submit('Lập dự thảo báo cáo');
  expect(paper(officer)).toContain('DỰ THẢO BÁO CÁO');
  expect(paper(officer)).toContain('Kính gửi: Ủy ban nhân dân tỉnh Lai Châu');
  expect(paper(officer)).toContain('- Số hộ thoát nghèo là 120 hộ, chưa có số liệu năm 2024');
  expect(paper(officer)).toContain('Chưa gửi: 1 đơn vị (UBND xã Than Uyên).');
  const figure = [...officer.document.querySelectorAll('.paper-figure')].find(
    (link) => link.textContent?.replace('\u00A0', ' ') === '120 hộ',
  );
  expect(figure?.getAttribute('href')).toContain('/figures/ho-thoat-ngheo?unit=');
  expect(figure?.getAttribute('title')).toContain('Số hộ thoát nghèo; năm trước chưa có số liệu');
  await accept(THAN_UYEN, 30);
  await officer.get(at);
  expect(paper(officer)).toContain('Số hộ thoát nghèo là 150 hộ');
});

test('an officer edits words, a wrong name comes back with a sentence, nothing is lost', async () => {
  await officer.get(at);
  await officer.submit('Lập dự thảo báo cáo');
  await officer.follow(officer.texts('.notice a')[0] ?? '');
  await officer.submit('Lưu đoạn', { 'Nội dung đoạn': 'Có {{Hộ giàu}} trong năm' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Không có số liệu nào tên là “Hộ giàu”');
  const typed = officer.document.querySelector('textarea')?.textContent;
  expect(typed).toBe('Có {{Hộ giàu}} trong năm');
  await officer.submit('Lưu đoạn', { 'Nội dung đoạn': 'Đã có {{Số hộ thoát nghèo}} vươn lên.' });
  expect(paper(officer)).toContain('Đã có 120 hộ vươn lên.');
});

test('two who edit at once: the second is told, and keeps what was typed', async () => {
  await officer.get(at);
  await officer.submit('Lập dự thảo báo cáo');
  const link = officer.texts('.notice a')[0] ?? '';
  const other = await world.as('thuong-truc');
  await other.get(at);
  await other.follow(link);
  await officer.follow(link);
  await officer.submit('Lưu đoạn', { 'Nội dung đoạn': 'Bản của người thứ nhất.' });
  await other.submit('Lưu đoạn', { 'Nội dung đoạn': 'Bản của người thứ hai.' });
  expect(other.status).toBe(409);
  expect(other.document.querySelector('textarea')?.textContent).toBe('Bản của người thứ hai.');
  expect(paper(other)).toContain('Bản của người thứ nhất.');
});

test('a report with gaps, or on a day that is none, is not issued', async () => {
  await officer.get(at);
  await officer.submit('Lập dự thảo báo cáo');
  await head.get(`${at}/issue`);
  expect(head.text).toContain('Chưa có nội dung về phương hướng');
  await writeRest();
  await head.get(`${at}/issue`);
  await head.submit('Ban hành báo cáo', { 'Ngày ban hành': '31/2/2025', [TICK]: true });
  expect(head.status).toBe(422);
  expect(head.text).toContain('“31/2/2025” không phải là một ngày có thật');
  await head.submit('Ban hành báo cáo', { 'Ngày ban hành': '24/11/2025', [TICK]: false });
  expect(head.text).toContain('Còn 1 đơn vị chưa có số liệu được chấp nhận');
});

async function writeRest(): Promise<void> {
  for (let left = 2; left > 0; left--) {
    await officer.get(at);
    await officer.follow(officer.texts('.notice a')[0] ?? '');
    await officer.submit('Lưu đoạn', { 'Nội dung đoạn': 'Đã viết.' });
  }
}

test('issued, it stays as it was; a source that changes is told and mended by an erratum', async () => {
  await writeAll();
  await head.get(`${at}/issue`);
  await head.submit('Ban hành báo cáo', { 'Họ và tên người ký': 'Trần Thị Thử', [TICK]: true });
  expect(head.heading).toBe('Báo cáo số 01/BC-SNNMT');
  expect(paper(head)).toContain('Lai Châu, ngày 24 tháng 11 năm 2025');
  expect(head.text).not.toContain('Nguồn đã thay đổi');
  const pdf = await file('.pdf');
  expect(pdf.headers['content-disposition']).toContain('filename="01-BC-SNNMT.pdf"');
  const docx = await file('.docx');
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK');

  world.wait(60);
  await accept(MUONG_THAN, 118);
  await officer.get(at);
  expect(paper(officer)).toContain('Số hộ thoát nghèo là 120 hộ');
  expect(words(officer)).toContain('Nguồn đã thay đổi sau khi ban hành');
  expect(officer.texts('.table tr').join('\n').replaceAll('\u00A0', ' ')).toMatch(
    /Số hộ thoát nghèo120 hộ118 hộ.*Mường Than: chấp nhận/,
  );
  expect((await file('.pdf')).bytes.equals(pdf.bytes)).toBe(true);
  await officer.get(await document());
  expect(officer.text).toContain('khớp với dấu vân tay lúc ban hành');

  await officer.get(at);
  await officer.submit('Lập đính chính', { 'Lý do thay số liệu': 'Rà soát lại hai bản.' });
  expect(officer.text).not.toContain('Nguồn đã thay đổi');
  await officer.follow(officer.texts('.notice a').find((text) => /Đính chính/.test(text)) ?? '');
  expect(paper(officer)).toContain('Đính chính, thay thế số liệu tại Báo cáo số 01/BC-SNNMT');
  expect(paper(officer)).toContain('Lý do: Rà soát lại hai bản.');
  const erratum = await officer.get(`${officer.address}/pdf`);
  expect(erratum.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await officer.post(`${at}/errata`);
  expect(officer.status).toBe(409);
});

async function document(): Promise<string> {
  const { db } = world.house;
  const row = await db.selectFrom('issued_documents').select('id').executeTakeFirstOrThrow();
  return `/documents/${row.id}`;
}

async function file(ending: string) {
  return head.get(`${await document()}${ending}`);
}

test('of two who issue at once one wins, and only one number is taken', async () => {
  await writeAll();
  await head.get(`${at}/issue`);
  const other = await world.as('lanh-dao-so');
  await other.get(`${at}/issue`);
  const both = await Promise.all(
    [head, other].map((one) => one.submit('Ban hành báo cáo', { [TICK]: true })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { db } = world.house;
  const numbers = await db.selectFrom('document_numbers').select('last_number').execute();
  expect(numbers).toEqual([{ last_number: 1 }]);
  const events = await db.selectFrom('events').where('verb', '=', 'issue').select('noun').execute();
  expect(events).toEqual([{ noun: 'document' }]);
});

test('who only reports sees no draft; who oversees reads and cannot write; the writer cannot issue', async () => {
  await writeAll();
  const commune = await world.as('can-bo-muong-than');
  expect((await commune.get(at)).status).toBe(403);
  expect((await commune.get(`${at}/draft.pdf`)).status).toBe(403);
  const leader = await world.as('lanh-dao-tinh');
  await leader.get(at);
  expect(leader.status).toBe(200);
  expect(leader.texts('.paper-figure')).not.toContain('Sửa đoạn');
  expect((await leader.get(`${at}/header`)).status).toBe(403);
  expect((await leader.get(`${at}/issue`)).status).toBe(403);
  expect((await officer.get(`${at}/issue`)).status).toBe(403);
  const { db } = world.house;
  const writer = await db
    .selectFrom('accounts')
    .innerJoin('positions', 'positions.person_id', 'accounts.person_id')
    .where('login', '=', 'thuong-truc')
    .select(['accounts.person_id', 'unit_id'])
    .executeTakeFirstOrThrow();
  const duty = { duty: 'issueDocuments', valid_from: day('2025-07-01') };
  await db
    .insertInto('duties')
    .values({ id: crypto.randomUUID(), ...writer, ...duty })
    .execute();
  await officer.get(`${at}/issue`);
  await officer.submit('Ban hành báo cáo', { [TICK]: true });
  expect(officer.status).toBe(403);
  expect(officer.text).toContain('Bạn đã soạn báo cáo này');
});

test('another issuer brings its own names; an empty recipient list is refused', async () => {
  await writeAll();
  await officer.get(`${at}/header`);
  await officer.submit('Lưu', { 'Nơi nhận': '' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Hãy ghi nơi nhận');
  await officer.submit('Lưu', {
    'Ủy ban nhân dân tỉnh ban hành': true,
    'Nơi nhận': 'Như trên',
  });
  expect(paper(officer)).toContain('ỦY BAN NHÂN DÂN TỈNH LAI CHÂU');
  expect(paper(officer)).toContain('TM. ỦY BAN NHÂN DÂN');
  expect(paper(officer)).toContain('Ủy ban nhân dân tỉnh Lai Châu báo cáo kết quả thực hiện');
});

test('blocks move, hide, and go back to what the system wrote', async () => {
  await writeAll();
  await officer.get(at);
  await officer.follow('Kết quả thực hiện');
  await officer.submit('Ẩn khỏi báo cáo');
  expect(paper(officer)).not.toContain('II. KẾT QUẢ THỰC HIỆN');
  await officer.submit('Hiện lại');
  expect(paper(officer)).toContain('II. KẾT QUẢ THỰC HIỆN');
  await officer.submit('Thêm đoạn sau');
  await officer.submit('Lưu đoạn', { 'Nội dung đoạn': 'Đoạn của cán bộ.' });
  expect(paper(officer)).toMatch(/II. KẾT QUẢ THỰC HIỆN\s*Đoạn của cán bộ\./);
});
