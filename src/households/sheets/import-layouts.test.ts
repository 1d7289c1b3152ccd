import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawBook } from '../../shared/sheet/fixtures/raw-book.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { type ImportWorld, openImportWorld } from './fixtures/import-world.ts';

let at: ImportWorld;
beforeAll(async () => {
  at = await openImportWorld();
});
afterAll(() => at?.world.close());

function book(rows: CellValue[][], more: object = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Trang tính 1', rows, ...more }] });
}

const OWN_HEADINGS = [
  'TT',
  'Bản',
  'Tên chủ hộ',
  'Phái',
  'Năm sinh',
  'Dân tộc',
  'NT/TT',
  'Khẩu',
  'Thu',
];
const own = (name: string, score: number, deprived: readonly string[]): CellValue[] => [
  ...[1, 'Một', name, 'Nam', 1980, 'Thái', 'NT', 5, score],
  ...Array.from({ length: 12 }, (_, place) => (deprived.includes(`CS${place + 1}`) ? 'x' : 0)),
];
/** A commune's own sheet: titles above, headings of its own, no column for the commune. */
const ownBook = (...rows: CellValue[][]) =>
  book([
    ['UBND XÃ MƯỜNG THAN'],
    ['Bảng tổng hợp phiếu B năm 2025'],
    [],
    [...OWN_HEADINGS, ...Array.from({ length: 12 }, (_, place) => `CS${place + 1}`)],
    ...rows,
    ['Tổng cộng', null, null, null, null, null, null, 5],
  ]);

const KEYS = [
  ...['employment', 'dependents', 'nutrition', 'healthInsurance', 'adultEducation'],
  ...['childSchooling', 'housingQuality', 'housingArea', 'waterSource', 'hygienicLatrine'],
  ...['telecomService', 'informationMeans'],
];

test('a sheet of a commune of its own is matched by hand once, and remembered', async () => {
  const { officer } = at;
  await at.upload(await ownBook(own('Lò Văn Phương', 120, ['CS1', 'CS2', 'CS3'])));
  expect(officer.heading).toBe('Cột nào là gì?');
  await officer.submit('Đọc và kiểm tra tệp');
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('thiếu cột “Khu vực”');
  await officer.submit('Đọc và kiểm tra tệp', {
    ...{ 'meaning-0-6': 'areaType', 'meaning-0-7': 'members', 'meaning-0-8': 'incomeScore' },
    ...Object.fromEntries(KEYS.map((key, place) => [`meaning-0-${place + 9}`, `indicator.${key}`])),
  });
  await at.lookAgain();
  expect(await at.faults()).toEqual([]);
  expect(officer.text).toContain('Xã Mường Than: 1 hộ có thay đổi');
  // The same headings again: nothing is asked any more.
  await at.preview(await ownBook(own('Lò Văn Phương', 120, ['CS1', 'CS2', 'CS3'])));
  expect(await at.faults()).toEqual([]);
  await officer.submit('Ghi 1 hộ vào sổ');
  await at.lookAgain();
  const { rows } = await sql<{ closing: string; deprived: string[] }>`
    select closing, deprived from household_reviews r join review_rounds o on o.id = r.round_id
    where r.code = 'MT-001' and o.year = 2025`.execute(at.world.house.db);
  expect(rows).toEqual([{ closing: 'poor', deprived: ['employment', 'dependents', 'nutrition'] }]);
});

test('headings in another row, or a sheet that is something else, are looked at again', async () => {
  const { officer } = at;
  await at.upload(await ownBook(own('Giàng Thị Mai', 120, [])));
  await officer.submit('Đọc và kiểm tra tệp', { 'header-0': '2' });
  expect(officer.text).toContain('Đã xem lại dòng tiêu đề');
  await officer.submit('Đọc và kiểm tra tệp', { 'header-0': 'bốn' });
  expect(officer.text).toContain('phải là số từ 1 đến 30');
  await officer.submit('Đọc và kiểm tra tệp', { 'header-0': '4' });
  await officer.submit('Đọc và kiểm tra tệp', { 'role-0': '' });
  expect(officer.text).toContain('Chưa có trang nào là trang Hộ');
});

/** The list of the commune as the desk gives it out, from its headings on. */
async function ownList(): Promise<CellValue[][]> {
  const { officer } = at;
  await officer.get('/households');
  await officer.follow('Làm tiếp');
  await officer.follow('Danh sách hộ');
  const { bytes } = await officer.get(`${officer.address.replace(/\?.*/, '')}.xlsx`);
  const [page] = (await readSheet(bytes)).sheets;
  const headings = page?.rows.find(({ cells }) => cells[0]?.text === 'Mã hộ');
  if (!page || !headings) throw new Error('no list');
  return page.rows
    .filter(({ number }) => number >= headings.number)
    .map(({ cells }) => cells.map(({ text }): CellValue => text || null));
}

test('our own list comes back half filled in, and its masked names change no name', async () => {
  const { officer, world } = at;
  const rows = await ownList();
  const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
  const [first, last] = [column('Việc làm'), column('Phương tiện phục vụ tiếp cận thông tin')];
  const filled = rows.find(([code]) => code === 'MT-002');
  const leaver = rows.find(([code]) => code === 'MT-004');
  if (!filled || !leaver) throw new Error('no household');
  filled[column('Điểm A')] = 141;
  for (let place = first; place <= last; place++) filled[place] = 0;
  leaver[column('Biến động')] = 'Chuyển đi';
  expect(rows.length).toBeGreaterThan(5);
  await at.preview(await book(rows));
  expect(await at.faults()).toEqual([]);
  await officer.submit('Ghi 2 hộ vào sổ');
  await at.lookAgain();
  const { rows: told } = await sql<{ name: string; closing: string }>`
    select i.full_name as name, r.closing from households h
    join member_identities i on i.household_id = h.id and i.member_no = h.head_no
    join household_reviews r on r.household_id = h.id
    join review_rounds o on o.id = r.round_id and o.year = 2025
    where h.code in ('MT-002', 'MT-004') order by h.code`.execute(world.house.db);
  expect(told).toEqual([
    { name: 'Giàng Thị Mai', closing: 'not-poor' },
    { name: expect.any(String), closing: 'gone' },
  ]);
});

test('our own list as it stands, with who left and who still waits, says nothing new', async () => {
  await at.preview(await book(await ownList()));
  expect(await at.faults()).toEqual([]);
  expect(at.officer.text).toContain('Sổ hộ đã đúng như tệp: không có gì phải ghi.');
});

test('a row of our own list that lost its code says what to do', async () => {
  const rows = await ownList();
  const lost = rows.find(([code]) => code === 'MT-003');
  if (!lost) throw new Error('no household');
  lost[0] = null;
  await at.preview(await book(rows));
  const [one, ...others] = await at.faults();
  expect(others).toEqual([]);
  expect(one?.message).toContain('Chưa rõ giới tính vì tệp không có cột ấy.');
  expect(one?.message).toContain('Hộ có trong sổ thì ghi mã hộ');
});

const LIST = ['Mã hộ', 'Họ và tên chủ hộ', 'Điểm A', ...KEYS.map((_, place) => `CS${place + 1}`)];

test('a code that the register does not know asks for all that a new household needs', async () => {
  await at.preview(await book([LIST, ['MT-777', 'Lò Văn Mới', 100, ...KEYS.map(() => 'x')]]));
  const [one] = await at.faults();
  expect(one?.message).toContain('Sổ không có hộ mang mã này. Nếu là hộ mới, hãy ghi thêm');
  expect(one?.message).toContain('dân tộc');
});

test('texts in VNI are recognised, shown as they would read, and converted when asked', async () => {
  const { officer } = at;
  const rows = [LIST, ['MT-003', 'Hoaøng Vaên Nam', 141, ...KEYS.map(() => 0)]];
  await at.upload(await book(rows));
  expect(officer.text).toContain('Chuyển từ VNI');
  expect(officer.text).toContain('thành Hoàng Văn Nam');
  await officer.submit('Đọc và kiểm tra tệp');
  await at.lookAgain();
  expect(await at.faults()).toEqual([]);
  await officer.follow('Xã Mường Than');
  expect(officer.text).toContain('Hoàng Văn N.');
  expect(officer.text).toContain('Chưa rà soát thành → Hộ không nghèo');
  expect(officer.text).not.toContain('họ tên, thành viên');
});

test('a name or a note that changes alone is told in the preview', async () => {
  const { officer } = at;
  const headings = ['Mã hộ', 'Họ và tên chủ hộ', 'Ghi chú'];
  await at.preview(await book([headings, ['MT-007', 'Nguyễn Văn Bính', 'Mới xây nhà']]));
  expect(await at.faults()).toEqual([]);
  await officer.follow('Xã Mường Than');
  expect(officer.text).toContain('họ tên, thành viên; ghi chú');
});

test('an old font met late in the file is offered for conversion then', async () => {
  const { officer } = at;
  const rows = [LIST, ['MT-006', 'TÈn ThÞ Hoa', 150, ...KEYS.map(() => 0)]];
  await at.upload(await book(rows));
  await officer.submit('Đọc và kiểm tra tệp', { 'convert-0-1': false });
  await at.lookAgain();
  expect(officer.text).toContain('Có cột gõ bằng phông chữ cũ');
  await officer.submit('Chuyển phông rồi đọc lại');
  await at.lookAgain();
  expect(await at.faults()).toEqual([]);
});

test('what one does not see in the file is told', async () => {
  const rows = [LIST, ['MT-003', null, 141, ...KEYS.map(() => 0)]];
  await at.preview(await book(rows, { columns: [{}, { hidden: true }] }));
  expect(at.officer.text).toContain('cột ẩn B, vẫn được đọc');
});

test('how many indicators are asked is told by the standard', async () => {
  const { officer } = at;
  await officer.get('/household-imports/new');
  expect(officer.text).toContain('điền điểm A và 12 chỉ số rồi gửi lại');
  const headings = ['Mã hộ', 'Xã', 'Điểm A', 'Việc làm'];
  await at.upload(await book([headings, ['MT-003', 'Xã Mường Than', 141, 0]]));
  await officer.submit('Đọc và kiểm tra tệp');
  expect(officer.text).toContain(
    'thiếu cột chỉ số “Dinh dưỡng”: phải có đủ 12 chỉ số hoặc không cột nào. Hãy chọn cột,',
  );
});

test('a cell of a whole page is told by its beginning, also in the file that comes back', async () => {
  const { officer } = at;
  const long = 'Ế'.repeat(32_000);
  const headings = ['Mã hộ', 'Xã', 'Giới tính', 'Dân tộc'];
  await at.preview(await book([headings, ['MT-003', long, long, long]]));
  for (const { message } of await at.faults()) expect(message.length).toBeLessThan(200);
  const { bytes } = await officer.get(`${officer.address}/returned.xlsx`);
  const [page] = (await readSheet(bytes)).sheets;
  expect(page?.rows[1]?.cells.at(-1)?.text.length).toBeLessThan(500);
});

test('a formula that shows nothing is a blank, and texts that no database takes are read', async () => {
  const formula = `<c r="D3" t="str"><f>IF(C3="","","x")</f><v></v></c>`;
  const text = (at: string, of: string) => `<c r="${at}" t="inlineStr"><is><t>${of}</t></is></c>`;
  const row = (number: number, ...texts: string[]) =>
    texts.map((one, at) => text(`${'ABC'[at]}${number}`, one)).join('');
  const rows = [
    `<row r="1">${row(1, 'Mã hộ', 'Xã', 'Ghi chú')}${text('D1', 'Kết quả rà soát')}</row>`,
    `<row r="2">${row(2, 'MT-003', 'Xã Mường Than', `_x0000_${'a'.repeat(59)}😀 _xD83D_`)}</row>`,
    `<row r="3">${formula}</row>`,
  ];
  await at.preview(rawBook(`<sheetData>${rows.join('')}</sheetData>`));
  expect(await at.faults()).toEqual([]);
  expect(at.officer.text).toContain('1 hộ có thay đổi');
});
