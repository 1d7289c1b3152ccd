import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planAsDocx } from './fixtures/plan-docx.ts';
import { seedPlan, seedPlanBytes, wordsOf } from './fixtures/seed-plan.ts';
import type { ParsedPlan, PlanClause } from './plan-clause.ts';
import { clauseDifferences, planDifferences, samePlan } from './plan-diff.ts';
import { readPlanFile, readPlanText } from './plan-file.ts';
import { parsePlan } from './plan-parsing.ts';
import { planText } from './plan-text.ts';

const plan = seedPlan();

function pasted(...lines: string[]): ParsedPlan {
  return parsePlan(readPlanText(lines.join('\n\n')));
}

/** A tree as `path heading|text` lines, short enough to read. */
function shape(clauses: readonly PlanClause[]): string[] {
  return clauses.flatMap((one) => [
    `${one.path} ${one.heading ?? one.text}`,
    ...shape(one.children),
  ]);
}

function at(parsed: ParsedPlan, path: string): PlanClause | undefined {
  const search = (clauses: readonly PlanClause[]): PlanClause | undefined =>
    clauses.reduce<PlanClause | undefined>(
      (found, one) => found ?? (one.path === path ? one : search(one.children)),
      undefined,
    );
  return search(parsed.clauses);
}

test('the signed plan of 2022 has its six sections, the second V called V-2', () => {
  expect(plan.clauses.map((one) => [one.path, one.heading, one.children.length])).toEqual([
    ['I', 'MỤC ĐÍCH, YÊU CẦU', 2],
    ['II', 'NỘI DUNG PHONG TRÀO THI ĐUA', 7],
    ['III', 'GIẢI PHÁP THỰC HIỆN', 4],
    ['IV', 'TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG', 0],
    ['V', 'TIẾN ĐỘ THỰC HIỆN', 3],
    ['V-2', 'TỔ CHỨC THỰC HIỆN', 7],
  ]);
  expect(at(plan, 'I.1')?.children).toHaveLength(2);
  expect(at(plan, 'I.2')?.children).toHaveLength(3);
  expect(at(plan, 'V.3')?.children.map((one) => one.kind)).toEqual(['dash', 'dash']);
  expect(at(plan, 'IV')?.text).toMatch(/^Thực hiện theo quy định tại Quyết định số 666\/QĐ-TTg/);
});

test('its header, blank in the file, is blank here and the notices say so', () => {
  expect(plan.type).toBe('KẾ HOẠCH');
  expect(plan.summary).toMatch(/^Tổ chức thực hiện Phong trào thi đua .* giai đoạn 2021-2025$/);
  expect(plan.header).toMatchObject({
    symbol: 'KH-UBND',
    place: 'Lai Châu',
    issuedYear: 2022,
    issuer: 'ỦY BAN NHÂN DÂN',
  });
  expect(plan.header.number).toBeUndefined();
  expect(plan.header.issuedOn).toBeUndefined();
  expect(plan.notices.map((one) => one.kind)).toEqual([
    'blankNumber',
    'blankDate',
    'repeatedNumber',
    'unevenHeadings',
    'unevenHeadings',
    'joined',
    'joined',
  ]);
  expect(plan.notices.find((one) => one.kind === 'repeatedNumber')).toMatchObject({
    path: 'V-2',
    message: expect.stringContaining(
      'Số V được dùng hai lần: “TIẾN ĐỘ THỰC HIỆN” và “TỔ CHỨC THỰC HIỆN”',
    ),
  });
});

test('its four legal bases name five documents', () => {
  const documents = plan.legalBases.map((basis) => basis.documents);
  expect(documents.map((cited) => cited.length)).toEqual([1, 1, 1, 2]);
  expect(documents[1]?.[0]).toMatchObject({
    kind: 'Quyết định',
    symbol: '666/QĐ-TTg',
    on: '2022-06-02',
    issuer: 'Thủ tướng Chính phủ',
  });
  expect(documents[3]?.map((one) => one.kind)).toEqual(['Nghị quyết', 'Kế hoạch']);
  expect(documents[3]?.[1]?.summary).toBe(
    'phát triển kinh tế - xã hội 5 năm giai đoạn 2021-2025 của tỉnh',
  );
});

test('paragraphs broken by a page are whole again, with a notice', () => {
  expect(at(plan, 'V-2.2')?.text).toContain('triển khai sâu rộng Phong trào thi đua với nội dung');
  expect(plan.closing).toHaveLength(1);
  expect(plan.closing[0]).toContain('đơn vị, địa phương, phản ánh về');
  expect(plan.notices.filter((one) => one.kind === 'joined').map((one) => one.path)).toEqual([
    'V-2.2',
    undefined,
  ]);
});

test('fourteen recipients, the last the archive, and the signer', () => {
  expect(plan.recipients).toHaveLength(14);
  expect(plan.recipients[0]).toEqual({
    text: 'TT Tỉnh ủy (để B/c)',
    name: 'TT Tỉnh ủy',
    purpose: 'để B/c',
    archive: false,
  });
  expect(plan.recipients.filter((one) => one.archive).map((one) => one.text)).toEqual([
    'Lưu: VT, KT1, KT5',
  ]);
  expect(plan.signature).toMatchObject({
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
    position: 'PHÓ CHỦ TỊCH',
    signer: 'Giàng A Tính',
  });
});

test('every word of the file is in the plan once, in the same order', () => {
  const source = new TextDecoder().decode(seedPlanBytes());
  expect(wordsOf(planText(plan))).toEqual(wordsOf(source));
});

test.each(['typed', 'lists'] as const)(
  'the same plan in Word with %s numbers gives the same tree',
  async (numbering) => {
    const fromWord = parsePlan(readPlanFile('ke-hoach.DOCX', await planAsDocx(plan, numbering)));
    expect(clauseDifferences(plan.clauses, fromWord.clauses)).toEqual([]);
    expect(fromWord.clauses).toEqual(plan.clauses);
    expect(fromWord.legalBases).toEqual(plan.legalBases);
    expect(fromWord.recipients).toEqual(plan.recipients);
    expect(fromWord.signature).toEqual(plan.signature);
    expect(fromWord.closing).toEqual(plan.closing);
    expect(fromWord.header).toMatchObject({
      symbol: 'KH-UBND',
      place: 'Lai Châu',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU',
    });
  },
);

test('a plan typed with separate accents (NFD) is the same plan', () => {
  const apart = new TextDecoder().decode(seedPlanBytes()).normalize('NFD');
  expect(samePlan(parsePlan(readPlanText(apart)), plan)).toBe(true);
});

test('a difference says where and what', () => {
  const changed = new TextDecoder()
    .decode(seedPlanBytes())
    .replace('trước ngày 30 tháng 11', 'trước ngày 25 tháng 11');
  expect(planDifferences(plan, parsePlan(readPlanText(changed)))).toEqual([
    {
      where: 'V-2.3',
      left: expect.stringContaining('ngày 30 tháng 11'),
      right: expect.stringContaining('ngày 25 tháng 11'),
    },
  ]);
});

test('a plan without numbers: each paragraph a clause, with a notice', () => {
  const parsed = pasted(
    'KẾ HOẠCH',
    'Chung tay vì người nghèo năm 2026',
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
    'Các xã rà soát hộ nghèo.',
    'Các bản giúp nhau làm nhà.',
    'Trên đây là kế hoạch./.',
  );
  expect(parsed.clauses.map((one) => [one.path, one.kind, one.text])).toEqual([
    ['đ1', 'paragraph', 'Các xã rà soát hộ nghèo.'],
    ['đ2', 'paragraph', 'Các bản giúp nhau làm nhà.'],
  ]);
  expect(parsed.legalBases[0]?.documents[0]).toMatchObject({
    kind: 'Luật',
    on: '2022-06-15',
    summary: 'Thi đua, khen thưởng',
  });
  expect(parsed.closing).toEqual(['Trên đây là kế hoạch./.']);
  expect(parsed.notices.map((one) => one.kind)).toContain('notNumbered');
});

test('chapters and articles with points in Vietnamese order', () => {
  const parsed = pasted(
    'QUYẾT ĐỊNH',
    'Ban hành kế hoạch',
    'Chương I',
    'QUY ĐỊNH CHUNG',
    'Điều 1. Phạm vi',
    '1. Áp dụng tại các xã.',
    'a) Xã vùng cao;',
    'b) Xã biên giới;',
    'c) Xã nghèo;',
    'd) Bản nghèo;',
    'đ) Hộ nghèo;',
    'e) Hộ cận nghèo.',
    'Điều 2. Đối tượng',
    'Theo Điều 5 của Luật.',
    'Chương II',
    'TỔ CHỨC',
    'Điều 3. Hiệu lực',
    'Từ ngày ký.',
  );
  expect(shape(parsed.clauses)).toEqual([
    'Chương I QUY ĐỊNH CHUNG',
    'Chương I.Điều 1 Phạm vi',
    'Chương I.Điều 1.1 Áp dụng tại các xã.',
    'Chương I.Điều 1.1.a Xã vùng cao;',
    'Chương I.Điều 1.1.b Xã biên giới;',
    'Chương I.Điều 1.1.c Xã nghèo;',
    'Chương I.Điều 1.1.d Bản nghèo;',
    'Chương I.Điều 1.1.đ Hộ nghèo;',
    'Chương I.Điều 1.1.e Hộ cận nghèo.',
    'Chương I.Điều 2 Đối tượng',
    'Chương I.Điều 2.đ1 Theo Điều 5 của Luật.',
    'Chương II TỔ CHỨC',
    'Chương II.Điều 3 Hiệu lực',
    'Chương II.Điều 3.đ1 Từ ngày ký.',
  ]);
  expect(parsed.notices.map((one) => one.kind)).not.toContain('missingNumber');
});

test('numbers in numbers: I, 1, 1.1, a), dashes and pluses', () => {
  const parsed = pasted(
    'KẾ HOẠCH',
    'Thử',
    'I. MỤC TIÊU',
    '1. Mục tiêu chung',
    '1.1. Về nhà ở:',
    'a) Xóa nhà tạm;',
    '1.2. Về nước sạch.',
    '2. Mục tiêu cụ thể',
    '- Giảm nghèo 4%/năm:',
    '+ Vùng cao 5%;',
    '+ Vùng thấp 3%.',
    '- Không tái nghèo.',
    'II. GIẢI PHÁP',
    'Vận động toàn dân.',
  );
  expect(shape(parsed.clauses)).toEqual([
    'I MỤC TIÊU',
    'I.1 Mục tiêu chung',
    'I.1.1 Về nhà ở:',
    'I.1.1.a Xóa nhà tạm;',
    'I.1.2 Về nước sạch.',
    'I.2 Mục tiêu cụ thể',
    'I.2.g1 Giảm nghèo 4%/năm:',
    'I.2.g1.g1 Vùng cao 5%;',
    'I.2.g1.g2 Vùng thấp 3%.',
    'I.2.g2 Không tái nghèo.',
    'II GIẢI PHÁP',
    'II.đ1 Vận động toàn dân.',
  ]);
});

test('i) after h) is a letter; i) at the start is the first of i, ii, iii', () => {
  const letters = pasted(
    'KẾ HOẠCH',
    'Thử',
    '1. Việc:',
    ...['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'].map((one) => `${one}) Việc ${one};`),
  );
  expect(
    at(letters, '1')
      ?.children.map((one) => one.marker)
      .join(''),
  ).toBe('abcdđeghik');
  const romans = pasted(
    'KẾ HOẠCH',
    'Thử',
    '1. Việc:',
    'a) Một:',
    'i) Nhỏ một;',
    'ii) Nhỏ hai;',
    'b) Hai.',
  );
  expect(shape(romans.clauses).slice(1)).toEqual([
    '1.a Một:',
    '1.a.i Nhỏ một;',
    '1.a.ii Nhỏ hai;',
    '1.b Hai.',
  ]);
});

test('a number left out and one that comes too early are told, not mended', () => {
  const parsed = pasted(
    'KẾ HOẠCH',
    'Thử',
    'I. MỘT',
    '1. Việc này.',
    '3. Việc kia.',
    '2. Việc nữa.',
    'II. HAI',
    'IV. BỐN',
  );
  expect(parsed.clauses.map((one) => one.path)).toEqual(['I', 'II', 'IV']);
  expect(
    parsed.notices
      .filter((one) => /umber/.test(one.kind) && one.path)
      .map((one) => [one.kind, one.path]),
  ).toEqual([
    ['missingNumber', 'I.3'],
    ['numberOutOfOrder', 'I.2'],
    ['missingNumber', 'IV'],
  ]);
  expect(parsed.notices.find((one) => one.path === 'IV')?.message).toContain('thiếu số III');
});

test('both A over I and I over A; markers in bold; a bold heading before its text', () => {
  const outer = pasted(
    'KẾ HOẠCH',
    'Thử',
    'A. PHẦN CHUNG',
    'I. MỤC TIÊU',
    '1. Một.',
    'B. PHẦN RIÊNG',
    'I. VIỆC',
  );
  expect(outer.clauses.map((one) => one.path)).toEqual(['A', 'B']);
  const inner = pasted(
    'KẾ HOẠCH',
    'Thử',
    '**I.** MỤC TIÊU',
    'A. Chung',
    '1. Một.',
    'B. Riêng',
    '**1. Sở Nội vụ:** chủ trì.',
    '**2.** Các xã thực hiện.',
  );
  expect(shape(inner.clauses)).toEqual([
    'I MỤC TIÊU',
    'I.A Chung',
    'I.A.1 Một.',
    'I.B Riêng',
    'I.B.1 Sở Nội vụ',
    'I.B.2 Các xã thực hiện.',
  ]);
  expect(at(inner, 'I.B.1')?.text).toBe('chủ trì.');
});

test('Markdown headings without numbers make sections', () => {
  const parsed = pasted(
    '# KẾ HOẠCH',
    'Thử',
    '## Mục tiêu',
    'Giảm nghèo.',
    '### Cụ thể',
    'Bốn phần trăm.',
    '## Tổ chức',
    'Các xã làm.',
  );
  expect(shape(parsed.clauses)).toEqual([
    'm1 Mục tiêu',
    'm1.đ1 Giảm nghèo.',
    'm1.m1 Cụ thể',
    'm1.m1.đ1 Bốn phần trăm.',
    'm2 Tổ chức',
    'm2.đ1 Các xã làm.',
  ]);
});

test('a full header, a signed number and an annex after the signature', () => {
  const parsed = pasted(
    'ỦY BAN NHÂN DÂN',
    'TỈNH ĐIỆN BIÊN',
    'Số: 2894/KH-UBND\t\tĐiện Biên, ngày 05 tháng 10 năm 2017',
    'KẾ HOẠCH',
    'Thử',
    'I. VIỆC',
    '1. Làm./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'CHỦ TỊCH',
    'Mùa A Sơn',
    'PHỤ LỤC I',
    'Bảng chỉ tiêu',
  );
  expect(parsed.header).toMatchObject({
    number: '2894',
    symbol: 'KH-UBND',
    issuedOn: '2017-10-05',
    issuedYear: 2017,
    place: 'Điện Biên',
    issuer: 'ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN',
  });
  expect(parsed.signature).toMatchObject({
    authority: [],
    position: 'CHỦ TỊCH',
    signer: 'Mùa A Sơn',
  });
  expect(parsed.rest).toEqual(['PHỤ LỤC I', 'Bảng chỉ tiêu']);
  expect(parsed.notices.map((one) => one.kind)).toEqual(['afterSignature']);
});

test('recipients and signature typed side by side', () => {
  const parsed = pasted(
    'KẾ HOẠCH',
    'Thử',
    'I. VIỆC',
    '1. Làm./.',
    'Nơi nhận:                    TM. ỦY BAN NHÂN DÂN',
    '- Như trên;\t\tCHỦ TỊCH',
    '- Lưu: VT.',
    'Lê Văn Lương',
  );
  expect(parsed.recipients.map((one) => one.text)).toEqual(['Như trên', 'Lưu: VT']);
  expect(parsed.signature).toMatchObject({
    authority: ['TM. ỦY BAN NHÂN DÂN'],
    position: 'CHỦ TỊCH',
    signer: 'Lê Văn Lương',
  });
});

const MARKERS = [
  '',
  '',
  '',
  'I. ',
  'II. ',
  'I- ',
  'V. ',
  'A. ',
  'B) ',
  '1. ',
  '2. ',
  '1) ',
  '1.1. ',
  '1.2 ',
  '(1) ',
  'a) ',
  'đ) ',
  'i) ',
  '(ii) ',
  '- ',
  '+ ',
  '• ',
  'Điều 1. ',
  'Phần II ',
  'Chương I ',
  'Mục 2. ',
];
const TEXTS = [
  'MỤC TIÊU',
  'Mục tiêu chung',
  'Giảm nghèo bền vững.',
  'giúp nhau làm nhà;',
  'Căn cứ Luật Thi đua ngày 15 tháng 6 năm 2022;',
  'Trên đây là kế hoạch./.',
  'TIÊU CHÍ: Thực hiện theo quy định',
  'Các xã:',
  '1.000 hộ nghèo',
  'TM. ỦY BAN NHÂN DÂN',
  'PHÓ CHỦ TỊCH',
  'Giàng A Tính',
  'PHỤ LỤC',
  '',
  'Số: 12/KH-UBND',
  'Lai Châu, ngày 02 tháng 6 năm 2022',
  `Triển khai sâu rộng ${'phong trào '.repeat(12)}`,
];

test('whatever the plan looks like, every word is kept once', () => {
  const line = fc.record({
    marker: fc.constantFrom(...MARKERS),
    text: fc.constantFrom(...TEXTS),
    bold: fc.boolean(),
    level: fc.constantFrom(undefined, undefined, 1, 2),
    own: fc.boolean(),
  });
  const paragraphs = fc.array(line, { maxLength: 25 }).map((lines) =>
    lines
      .map(({ marker, text, bold, level, own }) => ({
        text: own ? text : `${marker}${text}`.trim(),
        ...(own && marker !== '' && { marker: marker.trim() }),
        ...(bold && { bold }),
        ...(level && { headingLevel: level }),
      }))
      .filter((one) => one.text !== ''),
  );
  fc.assert(
    fc.property(paragraphs, fc.boolean(), (some, headed) => {
      const all = headed
        ? [{ text: 'KẾ HOẠCH' }, ...some, { text: 'Nơi nhận:' }, { text: '- Như trên;' }]
        : some;
      const source = all.flatMap((one) => wordsOf(`${one.marker ?? ''} ${one.text}`));
      expect(wordsOf(planText(parsePlan(all))).sort()).toEqual(source.sort());
    }),
    { numRuns: 500 },
  );
});
