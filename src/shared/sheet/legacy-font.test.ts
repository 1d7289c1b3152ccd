import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLegacyFont, fromLegacyFont, fromTcvn3, fromVni } from './legacy-font.ts';
import { isSyllable } from './syllable.ts';

const NAMES = readFileSync(new URL('./fixtures/names.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [group = '', part = '', value = ''] = line.split(',');
    return { group, part, value };
  });

const TCVN3_TYPED: readonly (readonly [string, string])[] = [
  ['Ph\u00adêng', 'Phường'],
  ['NguyÔn V¨n Hïng', 'Nguyễn Văn Hùng'],
  ['TrÇn ThÞ Hµ', 'Trần Thị Hà'],
  ['Lª §øc Thä', 'Lê Đức Thọ'],
  ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Uû ban nh©n d©n x· M\u00adêng Than', 'Uỷ ban nhân dân xã Mường Than'],
  ['Lß V¨n P©ng', 'Lò Văn Pâng'],
];

const VNI_TYPED: readonly (readonly [string, string])[] = [
  ['Tröôøng', 'Trường'],
  ['Nguyeãn Vaên Huøng', 'Nguyễn Văn Hùng'],
  ['Traàn Thò Haø', 'Trần Thị Hà'],
  ['Leâ Ñöùc Thoï', 'Lê Đức Thọ'],
  ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['Uûy ban nhaân daân xaõ Möôøng Than', 'Ủy ban nhân dân xã Mường Than'],
];

describe('text typed in an old font', () => {
  it.each(TCVN3_TYPED)('%s is TCVN3 for %s', (typed, meant) => {
    expect(fromTcvn3(typed)).toBe(meant);
    expect(detectLegacyFont(typed)).toBe('tcvn3');
    expect(fromLegacyFont(typed, 'tcvn3')).toBe(meant);
  });

  it.each(VNI_TYPED)('%s is VNI for %s', (typed, meant) => {
    expect(fromVni(typed)).toBe(meant);
    expect(detectLegacyFont(typed)).toBe('vni');
    expect(fromLegacyFont(typed, 'vni')).toBe(meant);
  });
});

describe('text that is fine as it is', () => {
  it('is never taken for an old font: every name of the lists, alone and combined', () => {
    for (const { value } of NAMES)
      expect([value, detectLegacyFont(value)]).toEqual([value, undefined]);
    const anyName = fc.constantFrom(...NAMES.map(({ value }) => value));
    const fullName = fc
      .array(anyName, { minLength: 2, maxLength: 5 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fullName, (name) => detectLegacyFont(name) === undefined),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fullName, (name) => detectLegacyFont(name.normalize('NFD')) === undefined),
      { numRuns: 500 },
    );
  });

  it.each([
    'Hoà',
    'Hòa',
    'Tó',
    'Lê',
    'Trí',
    'Phùng Mí',
    'Giàng A Páo',
    'H’Mông',
    'Niê',
    'Müller',
    'Björn',
    'Señor',
    'Café',
    'François',
    'naïve',
    '3×4 m²',
    '© 2025',
    '10 °C',
    'số 5',
    '½ ngày',
    'Muong Than',
    'Điều 5 § 2',
    '',
    'hai·ba',
    '25 µg',
    'áo',
    'ạ',
  ])('%s', (text) => {
    expect(detectLegacyFont(text)).toBeUndefined();
  });
});

describe('a Vietnamese syllable', () => {
  it('is known by its spelling', () => {
    for (const word of [
      'nguyễn',
      'Hoà',
      'hòa',
      'quý',
      'gì',
      'giếng',
      'khuya',
      'khuỷu',
      'ngoằn',
      'Uỷ',
      'ủy',
    ])
      expect([word, isSyllable(word)]).toEqual([word, true]);
    for (const word of ['Nguyeãn', 'Leâ', 'maõ', 'Hµ', 'Müller', 'aa', 'bcd', ''])
      expect([word, isSyllable(word)]).toEqual([word, false]);
  });

  it('covers nearly all names of the Kinh', () => {
    const words = NAMES.filter(({ group }) => group === 'Kinh').flatMap(({ value }) =>
      value.split(' '),
    );
    const strange = words.filter((word) => !isSyllable(word));
    expect(words.length).toBeGreaterThan(100);
    expect(strange).toEqual([]);
  });
});
