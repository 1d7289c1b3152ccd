import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import type { World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import {
  columnOf,
  fillIn,
  openSheetWorld,
  reportOf,
  sendSheet,
} from '../totals/fixtures/sheet-world.ts';

let world: World;
let officer: Client;
let report: string;

beforeEach(async () => {
  world = await openSheetWorld();
  officer = await world.as('can-bo-muong-than');
  report = await reportOf(world, 'Mường Than');
});
afterEach(() => world.close());

const RIGHT = {
  now: {
    'Số hộ thoát nghèo': 35,
    'Số hộ nghèo cuối kỳ': 412,
    'Tổng số hộ dân cư': 2_117,
    'Nhà xây mới': 0,
    'Kinh phí xã hội hóa': 1_250_000_000,
    'Ngày công đóng góp': '1.234',
    'Kết quả nổi bật': 'Dòng một, có “ngoặc” & dấu <.\nDòng hai.',
    'Mô hình hay': 'Nuôi cá lồng | 12 hộ\nTrồng chè',
  },
};

async function download(client = officer): Promise<Uint8Array> {
  return (await client.get(`/reports/${report}/sheet.xlsx`)).bytes;
}

async function held(): Promise<Record<string, unknown>> {
  const rows = await world.house.db
    .selectFrom('report_values as v')
    .innerJoin('figures as f', 'f.id', 'v.figure_id')
    .where('v.report_id', '=', report)
    .select(['f.slug', 'v.amount', 'v.words', 'v.items', 'v.source', 'v.kept_reason as why'])
    .execute();
  return Object.fromEntries(
    rows.map(({ slug, amount, words, items }) => [slug, amount ?? words ?? items]),
  );
}

test('a filled sheet goes in whole, and comes out again as it went in', async () => {
  const sent = await fillIn(await download(), RIGHT);
  await sendSheet(officer, report, sent);
  expect(officer.text).toContain('Đã nhận 8 số liệu từ tệp Excel; 8 ô đổi');
  expect(officer.text).toContain('Từ tệp Excel');
  expect(await held()).toEqual({
    'ho-thoat-ngheo': 35,
    'ho-ngheo': 412,
    'tong-so-ho': 2_117,
    'nha-moi': 0,
    'kinh-phi': 1_250_000_000,
    'ngay-cong': 1_234,
    'ket-qua': RIGHT.now['Kết quả nổi bật'],
    'mo-hinh': [
      { title: 'Nuôi cá lồng', body: '12 hộ' },
      { title: 'Trồng chè', body: '' },
    ],
  });
  const out = await download();
  const numbers = await columnOf(out, 'Số liệu', 'Năm nay');
  expect([...numbers.values()]).toEqual([
    '35',
    '412',
    '2.117',
    '19,46',
    '0',
    '1.250.000.000',
    '1.234',
  ]);
  const words = await columnOf(out, 'Phần lời', 'Năm nay');
  expect([...words.values()]).toEqual([RIGHT.now['Kết quả nổi bật'], RIGHT.now['Mô hình hay']]);
  await sendSheet(officer, report, out);
  expect(officer.text).toContain('Đã nhận 8 số liệu từ tệp Excel; không ô nào đổi');
});

test('ten planted faults: ten reasons in the same rows, nothing stored', async () => {
  const sent = await fillIn(await download(), {
    now: {
      'Số hộ thoát nghèo': 'ba mươi lăm',
      'Số hộ nghèo cuối kỳ': -4,
      'Tổng số hộ dân cư': 12.5,
      'Tỷ lệ hộ nghèo': 99,
      'Nhà xây mới': '19/11/2025 ngày',
      'Kinh phí xã hội hóa': 9e15 + 2,
      'Kết quả nổi bật': 'Ph\u00adêng T©n Phong ®· hoµn thµnh chØ tiªu gi¶m nghÌo',
    },
    reason: { 'Ngày công đóng góp': 'Ñaõ kieåm tra laïi vôùi thoân baûn' },
    doubled: ['Suất quà đã tặng'],
    added: { 'Số con trâu': 7 },
  });
  await sendSheet(officer, report, sent, 'Biểu Mường Than.xlsx');
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Chưa ghi số nào: có 10 dòng cần sửa');
  expect(await held()).toEqual({});

  const file = await officer.follow('Nhận lại tệp có ghi lỗi');
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
    'Biểu Mường Than - lỗi cần sửa.xlsx',
  );
  const names = await columnOf(file.bytes, 'Số liệu', 'Chỉ tiêu');
  const reasons = [...(await columnOf(file.bytes, 'Số liệu', 'Lỗi cần sửa'))];
  expect(reasons.map(([row, reason]) => [names.get(row), reason])).toEqual([
    ['Số hộ thoát nghèo', expect.stringContaining('“ba mươi lăm” không phải là số')],
    ['Số hộ nghèo cuối kỳ', expect.stringContaining('không thể âm')],
    ['Tổng số hộ dân cư', expect.stringContaining('phải là số nguyên')],
    ['Tỷ lệ hộ nghèo', expect.stringContaining('do hệ thống tính')],
    ['Nhà xây mới', expect.stringContaining('không phải là số')],
    ['Kinh phí xã hội hóa', expect.stringContaining('quá lớn')],
    ['Ngày công đóng góp', expect.stringContaining('“Đã kiểm tra lại với thôn bản”')],
    ['Suất quà đã tặng', expect.stringContaining('chỉ giữ một dòng')],
    ['Số con trâu', expect.stringContaining('không có trong biểu')],
  ]);
  const words = [...(await columnOf(file.bytes, 'Phần lời', 'Lỗi cần sửa')).values()];
  expect(words).toEqual([
    expect.stringContaining('“Phường Tân Phong đã hoàn thành chỉ tiêu giảm nghèo”'),
  ]);
});

test('the returned file, mended, is taken; its reasons are no hindrance', async () => {
  const wrong = await fillIn(await download(), { now: { ...RIGHT.now, 'Nhà xây mới': 'hai' } });
  await sendSheet(officer, report, wrong);
  const { bytes } = await officer.follow('Nhận lại tệp có ghi lỗi');
  await sendSheet(officer, report, await fillIn(bytes, { now: { 'Nhà xây mới': 2 } }));
  expect(officer.text).toContain('Đã nhận 8 số liệu');
  expect(await held()).toMatchObject({ 'nha-moi': 2, 'ho-ngheo': 412 });
});

test('a formula and an error cell are refused in their rows, never computed', async () => {
  const files = unzipSync(await fillIn(await download(), RIGHT));
  const path = 'xl/worksheets/sheet1.xml';
  const xml = new TextDecoder().decode(files[path]);
  const formula = xml.replace('<v>412</v>', '<f>400+12</f><v>412</v>');
  expect(formula).not.toBe(xml);
  const broken = formula.replace(
    /<c r="(\w+)"([^>]*)><v>2117<\/v>/,
    '<c r="$1"$2 t="e"><v>#REF!</v>',
  );
  expect(broken).not.toBe(formula);
  await sendSheet(officer, report, zipSync({ ...files, [path]: strToU8(broken) }));
  expect(officer.text).toContain('Chưa ghi số nào: có 2 dòng cần sửa');
  expect(officer.text).toContain('Ô này là công thức; hãy dán giá trị.');
  expect(officer.text).toContain('đang báo lỗi #REF!');
  expect(await held()).toEqual({});
});

test('what is no Excel file gets a sentence, and the report stays as it was', async () => {
  const empty = await download();
  const bomb = zipSync({
    ...unzipSync(empty),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${' '.repeat(80_000_000)}`),
  });
  const word = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8('<w/>'),
  });
  const cases: [string, Uint8Array, string][] = [
    ['anh.xlsx', strToU8('GIF89a'), 'không phải là tệp Excel'],
    ['cu.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'không phải là tệp Excel'],
    ['van-ban.xlsx', word, 'không phải là tệp Excel'],
    ['dut.xlsx', empty.slice(0, empty.length / 2), 'không phải là tệp Excel'],
    ['bom.xlsx', bomb, 'lớn quá mức'],
    ['rong.xlsx', new Uint8Array(), 'không có nội dung'],
  ];
  for (const [name, bytes, sentence] of cases) {
    await sendSheet(officer, report, bytes, name);
    expect([name, officer.text]).toEqual([name, expect.stringContaining(sentence)]);
    expect(officer.status).toBeLessThan(500);
  }
  await officer.get(`/reports/${report}/sheet`);
  await officer.submit('Kiểm tra và lưu');
  expect(officer.text).toContain('Chưa chọn tệp nào');
  expect(await held()).toEqual({});
});

test("another unit's file is named, and not taken", async () => {
  const other = await world.as('can-bo-than-uyen');
  const theirs = await other.get(`/reports/${await reportOf(world, 'Than Uyên')}/sheet.xlsx`);
  await sendSheet(officer, report, await fillIn(theirs.bytes, RIGHT));
  expect(officer.text).toContain('là biểu của Ủy ban nhân dân xã Than Uyên, Báo cáo năm 2025');
  expect(await held()).toEqual({});
  expect((await other.get(`/reports/${report}/sheet`)).status).toBe(403);
  expect((await other.get(`/reports/${report}/sheet.xlsx`)).status).toBe(403);
});

test('rows are found by name when the hidden column is lost, the file by its title', async () => {
  await sendSheet(officer, report, await fillIn(await download(), { ...RIGHT, without: 'slugs' }));
  expect(officer.text).toContain('8 ô đổi');
  const bare = await fillIn(await download(), { now: { 'Nhà xây mới': 5 }, without: 'keys' });
  await sendSheet(officer, report, bare);
  expect(officer.text).toContain('1 ô đổi');
  expect(await held()).toMatchObject({ 'nha-moi': 5, 'kinh-phi': 1_250_000_000 });
});

test('cells that moved under another name are told, not stored', async () => {
  const shifted = await fillIn(await download(), {
    now: { 'Nhà xây mới': 3 },
    name: { 'Nhà xây mới': 'Nhà sửa chữa' },
  });
  await sendSheet(officer, report, shifted);
  expect(officer.text).toContain('là của chỉ tiêu “Nhà xây mới” nhưng tên đã bị đổi');
  expect(await held()).toEqual({});
});

test('an accepted figure stays; unchanged in the file it is no fault', async () => {
  await sendSheet(officer, report, await fillIn(await download(), RIGHT));
  await world.house.db
    .updateTable('report_values')
    .set({ accepted: true })
    .where('amount', '=', 412)
    .execute();
  const again = await download();
  await sendSheet(officer, report, await fillIn(again, { now: { 'Số hộ nghèo cuối kỳ': 400 } }));
  expect(officer.text).toContain('Số này đã được chấp nhận (412)');
  await sendSheet(officer, report, await fillIn(again, { now: { 'Nhà sửa chữa': 6 } }));
  expect(officer.text).toContain('1 ô đổi');
  expect(await held()).toMatchObject({ 'ho-ngheo': 412, 'nha-sua': 6 });
});

test('two officers upload at once: one goes in, the other learns what changed', async () => {
  const head = await world.as('chu-tich-muong-than');
  const blank = await download();
  const one = await fillIn(blank, { now: { 'Nhà xây mới': 3, 'Nhà sửa chữa': 1 } });
  const other = await fillIn(blank, { now: { 'Nhà xây mới': 4, 'Suất quà đã tặng': 9 } });
  await Promise.all([sendSheet(officer, report, one), sendSheet(head, report, other)]);
  const statuses = [officer.status, head.status].sort();
  expect(statuses).toEqual([200, 422]);
  const loser = officer.status === 422 ? officer : head;
  expect(loser.text).toContain('Sau khi tệp này được tải về');
  const stored = await held();
  const won = loser === officer ? { 'nha-moi': 4, 'qua-tang': 9 } : { 'nha-moi': 3, 'nha-sua': 1 };
  expect(stored).toEqual(won);
});

test('what was typed on the page after the download is not undone by the file', async () => {
  const blank = await download();
  await officer.get(`/reports/${report}`);
  await officer.submit('Lưu nháp', { 'f.nha-sua': '8' });
  await sendSheet(officer, report, await fillIn(blank, { now: { 'Nhà xây mới': 3 } }));
  expect(await held()).toEqual({ 'nha-moi': 3, 'nha-sua': 8 });
});

test('a marked file goes after a week, and a sent report takes no file', async () => {
  await sendSheet(officer, report, await fillIn(await download(), { now: { 'Nhà xây mới': 'x' } }));
  const address = officer.document
    .querySelector('a[href*="/sheet/returned/"]')
    ?.getAttribute('href');
  expect((await officer.get(address ?? '')).status).toBe(200);
  world.setToday(day('2025-11-26'));
  officer = await world.as('can-bo-muong-than');
  await sendSheet(officer, report, await fillIn(await download(), { now: { 'Nhà xây mới': 'y' } }));
  expect((await officer.get(address ?? '')).status).toBe(404);
  await world.house.db.updateTable('reports').set({ status: 'submitted' }).execute();
  await officer.get(`/reports/${report}/sheet`);
  expect(officer.text).toContain('đang ở bước “Đã nộp” nên không sửa được');
  expect(officer.texts('main form')).toEqual([]);
});

test('the list of a round goes out with the rows of the desk', async () => {
  const agency = await world.as('thuong-truc');
  const round = await world.house.db.selectFrom('rounds').select('id').executeTakeFirstOrThrow();
  const { bytes } = await agency.get(`/rounds/${round.id}/reports.xlsx`);
  const book = await readSheet(bytes);
  const rows = book.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text)) ?? [];
  expect(rows.slice(3).map((cells) => cells.slice(1, 6))).toEqual([
    ['Ủy ban nhân dân xã Mường Than', 'Đang lập', '', 'Còn hạn', '19/11/2025'],
    ['Ủy ban nhân dân xã Than Uyên', 'Đang lập', '', 'Còn hạn', '19/11/2025'],
  ]);
  const own = await officer.get(`/rounds/${round.id}/reports.xlsx`);
  const seen = await readSheet(own.bytes);
  expect(seen.sheets[0]?.rows).toHaveLength(4);
});
