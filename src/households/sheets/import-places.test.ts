import { expect, test } from 'vitest';
import { type ImportCommune, ImportPlaces, unknownCommune } from './import-places.ts';

function commune(name: string, ...villages: string[]): ImportCommune {
  return {
    ...{ name, communeId: name, officeId: '', aboveIds: [], refusal: undefined },
    villages: villages.map((one, at) => ({ id: `${name} ${at}`, name: one })),
  };
}

const THAN = commune(
  'Xã Mường Than',
  ...['Bản Một', 'Bản Mốt', 'Bản Hòa Bình', 'Bản Hoa Bình', 'Tổ dân phố 1', 'Thôn Nà Lại'],
  ...['Bản Nà Lại', 'Bản Cang', 'Bản Pá Chi', 'Bản Pá Chi'],
);
const PHONG = commune('Xã Tân Phong', 'Bản Hai');
const WARD = commune('Phường Tân Phong', 'Tổ 1');
const places = new ImportPlaces([THAN, PHONG, WARD]);

test.each([
  ['Bản Một', 'Bản Một'],
  ['BẢN  MỐT', 'Bản Mốt'],
  ['Bản Mốt'.normalize('NFD'), 'Bản Mốt'],
  ['Mốt', 'Bản Mốt'],
  ['Thôn Một', 'Bản Một'],
  ['Hoà Bình', 'Bản Hòa Bình'],
  ['TDP 1', 'Tổ dân phố 1'],
  ['ban cang', 'Bản Cang'],
  ['Bản Nà Lại', 'Bản Nà Lại'],
])('“%s” is %s and no other', (text, name) => {
  expect(places.village(THAN, text)?.name).toBe(name);
});

test.each([
  ['Ban Mot', '“Ban Mot” có thể là Bản Một hoặc Bản Mốt. Hãy ghi đủ tên, có dấu.'],
  ['Nà Lại', '“Nà Lại” có thể là Thôn Nà Lại hoặc Bản Nà Lại. Hãy ghi đủ tên, có dấu.'],
  [
    'Bản Pá Chi',
    'Xã Mường Than có 2 thôn, bản cùng tên Bản Pá Chi nên chưa biết là thôn nào. Hộ đã có trong sổ: hãy ghi mã hộ và để trống ô này; hộ mới: hãy ghi ở sổ hộ.',
  ],
])('“%s” may be several, and nobody guesses', (text, sentence) => {
  expect(places.village(THAN, text)).toBeUndefined();
  expect(places.unknownVillage(THAN, text)).toBe(sentence);
});

test('a long text is told by its beginning', () => {
  expect(places.unknownVillage(PHONG, 'Ế'.repeat(9_000))).toContain(`“${'Ế'.repeat(60)}…”`);
});

test('a commune is known by its whole name, else by what tells only one', () => {
  expect(places.commune('xa tan phong')).toBe(PHONG);
  expect(places.commune('Mường Than')).toBe(THAN);
  expect(places.commune('Tân Phong')).toBeUndefined();
  expect(places.commune('Thị trấn Mường Than')).toBeUndefined();
});

const living = { when: 'từ 1/7/2025', living: true, became: [] };
const hit = (name: string) => ({ name: `${name}, Tỉnh Lai Châu`, ...living });

test.each([
  ['Xã', [hit('Xã Mường Than')], '“Xã” chưa đủ để biết là xã nào. Hãy ghi đủ tên xã hiện nay.'],
  [
    'Tân Phong',
    [hit('Xã Tân Phong'), hit('Phường Tân Phong'), hit('Xã Tân Phong Thượng')],
    '“Tân Phong” có thể là Xã Tân Phong, Tỉnh Lai Châu hoặc Phường Tân Phong, Tỉnh Lai Châu. Hãy ghi đủ tên xã, có dấu.',
  ],
  [
    'Mường',
    [hit('Xã Mường Than')],
    '“Mường” không phải tên xã, phường trong kỳ rà soát này. Tên gần giống: Xã Mường Than, Tỉnh Lai Châu (từ 1/7/2025). Hãy ghi tên xã hiện nay.',
  ],
  [
    'Xã Pha Mu',
    [{ name: 'Xã Pha Mu', when: 'đến 30/6/2025', living: false, became: ['Xã Than Uyên'] }],
    '“Xã Pha Mu” không phải tên xã, phường trong kỳ rà soát này: Xã Pha Mu (đến 30/6/2025, nay thuộc Xã Than Uyên). Hãy ghi tên xã hiện nay.',
  ],
])('what is said of “%s” as the name of a commune', (text, former, sentence) => {
  expect(unknownCommune(text, former)).toBe(sentence);
});
