import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { INDICATORS } from './fixtures/faulty-book.ts';
import { type ImportWorld, openImportWorld } from './fixtures/import-world.ts';

let at: ImportWorld;
beforeEach(async () => {
  at = await openImportWorld();
});
afterEach(() => at?.world.close());

const XA = 'Xã Mường Than';
const ROUND = sql`(select id from review_rounds where year = 2025)`;
const WHO = ['Mã hộ', 'Thôn, bản', 'Khu vực', 'Họ và tên chủ hộ', 'Giới tính', 'Ngày sinh'];
const MORE = ['Dân tộc', 'Số nhân khẩu', 'Số CCCD'];
const PEOPLE = ['Mã hộ', 'Họ và tên', 'Quan hệ với chủ hộ', 'Giới tính', 'Ngày sinh', 'Số CCCD'];

type Rows = readonly (readonly CellValue[])[];

function book(households: Rows, members: Rows = []): Promise<Uint8Array> {
  const sheets = [{ name: 'Hộ', rows: households.map((row) => [...row]) }];
  const people = { name: 'Thành viên', rows: [PEOPLE, ...members].map((row) => [...row]) };
  return writeXlsx({ sheets: members.length > 0 ? [...sheets, people] : sheets });
}

async function messages(): Promise<string[]> {
  return (await at.faults()).map(({ message }) => message);
}

async function write(): Promise<void> {
  expect(await messages()).toEqual([]);
  const button = at.officer.texts('button').find((text) => /^Ghi .* vào sổ$/.test(text));
  await at.officer.submit(button ?? 'Ghi vào sổ');
  await at.lookAgain();
}

async function living(code: string) {
  const { rows } = await sql<{ name: string; relation: string; number: string | null }>`
    select i.full_name as name, m.relation, i.citizen_number as number
    from households h join household_members m on m.household_id = h.id and m.valid_to is null
    join member_identities i on i.household_id = h.id and i.member_no = m.member_no
    where h.code = ${code} order by m.relation <> 'head', i.full_name`.execute(at.world.house.db);
  return rows;
}

async function review(code: string) {
  const { rows } = await sql<Record<string, unknown>>`
    select r.* from household_reviews r where r.code = ${code} and r.round_id = ${ROUND}`.execute(
    at.world.house.db,
  );
  return rows[0] ?? {};
}

/** A person more in a household, as the register would have written it. */
async function addPerson(code: string, no: number, name: string, born: number, number: string) {
  const { db } = at.world.house;
  await sql`
    insert into household_members (province_id, household_id, member_no, relation, sex, birth_year,
      ethnicity, valid_from)
    select province_id, id, ${no}, 'child', 'f', ${born}, '03', formed_on from households
    where code = ${code}`.execute(db);
  await sql`
    insert into member_identities (province_id, household_id, member_no, full_name, citizen_number)
    select province_id, id, ${no}, ${name}, ${number} from households where code = ${code}`.execute(
    db,
  );
}

test('a code typed wrong writes no household over another', async () => {
  const row = ['MT-004', 'Bản Hai', 'Nông thôn', 'Sùng A Khác', 'Nam', '1955', 'Mông', 3, null];
  await at.preview(await book([[...WHO, ...MORE], row]));
  expect(await messages()).toEqual([
    'Theo sổ, chủ hộ của MT-004 là Lò Thị H., sinh năm 1980. Hãy xem lại mã hộ; nếu hộ đổi chủ hộ, hãy ghi ở trang của hộ trong sổ trước.',
  ]);
});

test('a code is the same in small letters', async () => {
  const row = ['mt-004', 'Bản Một', 'Nông thôn', 'Lò Thị Hương', 'Nữ', '1980', 'Thái', 5, null];
  await at.preview(await book([[...WHO, ...MORE], row]));
  expect(at.officer.text).toContain('1 hộ có thay đổi');
});

test('without a code, another tone or another number is another household', async () => {
  const rows = [
    [null, 'Bản Hai', 'Nông thôn', 'Nguyễn Văn Bính', 'Nam', '1980', 'Kinh', 3, null],
    [null, 'Bản Hai', 'Nông thôn', 'Nguyễn Văn Bình', 'Nam', '1980', 'Kinh', 3, '012080999999'],
  ];
  await at.preview(await book([[...WHO, ...MORE], ...rows]));
  expect(await messages()).toEqual([]);
  expect(at.officer.text).toContain('2 hộ mới');
});

test('a sibling with a number of its own is no other child', async () => {
  await addPerson('MT-004', 2, 'Lò Thị Hoa', 2015, '012315000001');
  const head = ['MT-004', 'Lò Thị Hương', 'Chủ hộ', 'Nữ', '1980', null];
  const child = ['MT-004', 'Lò Thị Mận', 'Con', 'Nữ', '2015', '012315000999'];
  await at.preview(
    await book(
      [
        ['Mã hộ', 'Xã', 'Số nhân khẩu'],
        ['MT-004', XA, 2],
      ],
      [head, child],
    ),
  );
  await at.officer.follow('Xã Mường Than');
  expect(at.officer.text).toContain('có người rời hộ');
  await at.officer.follow('Mường Than rà soát.xlsx');
  await write();
  expect(await living('MT-004')).toEqual([
    { name: 'Lò Thị Hương', relation: 'head', number: '012080000004' },
    { name: 'Lò Thị Mận', relation: 'child', number: '012315000999' },
  ]);
});

test('a list of people has its head, and says how many they are', async () => {
  const spouse = ['MT-004', 'Lò Văn Sơn', 'Vợ hoặc chồng', 'Nam', '1982', null];
  await at.preview(
    await book(
      [
        ['Mã hộ', 'Xã', 'Ghi chú'],
        ['MT-004', XA, 'x'],
      ],
      [spouse],
    ),
  );
  expect((await messages()).join()).toContain('chưa có người nào của hộ này là chủ hộ');
  const head = ['MT-004', 'Lò Thị Hương', 'Chủ hộ', 'Nữ', '1980', null];
  await at.preview(
    await book(
      [
        ['Mã hộ', 'Xã', 'Ghi chú'],
        ['MT-004', XA, 'x'],
      ],
      [head, spouse],
    ),
  );
  await write();
  expect(await review('MT-004')).toMatchObject({ members: 2 });
  // Nobody said the group of the new one: it is the head's.
  expect((await living('MT-004')).map(({ name }) => name)).toEqual(['Lò Thị Hương', 'Lò Văn Sơn']);
});

test('what the row says of the head holds beside the list, and without a name', async () => {
  const head = ['MT-004', 'Lò Thị Hương', 'Chủ hộ', 'Nữ', '1980', null];
  await at.preview(
    await book(
      [
        ['Mã hộ', 'Xã', 'Họ và tên chủ hộ', 'Số CCCD'],
        ['MT-004', XA, null, '012080123456'],
      ],
      [head],
    ),
  );
  await write();
  expect(await living('MT-004')).toMatchObject([{ number: '012080123456' }]);
  await at.preview(
    await book([
      ['Mã hộ', 'Xã', 'Họ và tên chủ hộ', 'Số CCCD'],
      ['MT-004', XA, null, '012080654321'],
    ]),
  );
  await write();
  expect(await living('MT-004')).toMatchObject([{ name: 'Lò Thị Hương', number: '012080654321' }]);
});

test('the same new household, written meanwhile, is not written twice', async () => {
  const row = [null, 'Bản Hai', 'Nông thôn', 'Lù A Chống', 'Nam', '1980', 'Thái', 3, null];
  const bytes = await book([[...WHO, ...MORE], row]);
  await at.preview(bytes);
  const first = at.officer.address;
  await at.preview(bytes);
  await write();
  await at.officer.get(first);
  await at.officer.submit('Ghi 1 hộ vào sổ');
  await at.lookAgain();
  expect(at.officer.text).toContain('vừa được người khác sửa');
  expect(await at.households()).toBe(10);
});

test('what the register changed after the reading is not written over', async () => {
  const row = ['MT-004', 'Bản Một', 'Nông thôn', 'Lò Thị Hương', 'Nữ', '1980', 'Thái', 5, null];
  await at.preview(await book([[...WHO, ...MORE], row]));
  const address = at.officer.address;
  const { rows } = await sql<{ id: string }>`
    select id from households where code = 'MT-004'`.execute(at.world.house.db);
  await at.officer.get(`/households/${rows[0]?.id}/members/1`);
  await at.officer.submit('Lưu chỗ sửa');
  await at.officer.get(address);
  await at.officer.submit('Ghi 1 hộ vào sổ');
  await at.lookAgain();
  expect(at.officer.text).toContain('vừa được người khác sửa');
});

test('a household that last year did not have opens as absent, whatever the file says', async () => {
  const row = [null, 'Bản Hai', 'Nông thôn', 'Lù A Chống', 'Nam', '1980', 'Thái', 3, 'Hộ nghèo'];
  const headings = [...WHO, 'Dân tộc', 'Số nhân khẩu', 'Phân loại đầu năm'];
  await at.preview(await book([headings, row]));
  expect((await messages()).join()).toContain('Hộ không có trong kết quả năm 2024');
});

test('children are people of the household, also of what is known', async () => {
  await at.preview(
    await book([
      ['Mã hộ', 'Xã', 'Trẻ em thiếu hụt y tế'],
      ['MT-004', XA, 3],
    ]),
  );
  expect(await messages()).toEqual([
    'Ghi 3 trẻ em thiếu hụt mà hộ có 0 trẻ em. Hãy ghi số trẻ em.',
  ]);
});

test('another finding is another survey, of today and of whoever sends the file', async () => {
  const answers = INDICATORS.map(() => 0);
  const headings = ['Mã hộ', 'Điểm A', ...INDICATORS, 'Ngày rà soát', 'Người rà soát'];
  await at.preview(await book([headings, ['MT-001', 120, ...answers, '01/10/2025', 'Người Cũ']]));
  await write();
  expect(await review('MT-001')).toMatchObject({ surveyor_name: 'Người Cũ' });
  await at.preview(await book([headings, ['MT-001', 150, ...answers, null, null]]));
  await write();
  expect(await review('MT-001')).toMatchObject({
    ...{ surveyor_name: 'Tẩn Thị Thử', surveyed_on: '2025-11-05', closing: 'not-poor' },
  });
});

test('a household that merges or splits up is told in the register, with its people', async () => {
  await at.preview(
    await book([
      ['Mã hộ', 'Xã', 'Biến động'],
      ['MT-004', XA, 'Nhập hộ'],
    ]),
  );
  expect((await messages()).join()).toContain('hãy ghi việc này ở trang của hộ trong sổ');
});
