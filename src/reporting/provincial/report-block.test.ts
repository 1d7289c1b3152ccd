import { describe, expect, it } from 'vitest';
import { changeInWords } from './report-block-change.ts';
import { gather, groupLine } from './report-block-gathered.ts';
import { asSentence } from './report-block-generator.ts';
import { keptText, spokenText, textParts, unknownSentence } from './report-block-tokens.ts';

const FIGURES = [
  { slug: 'poor_closing', shortName: 'Hộ nghèo', name: 'Hộ nghèo cuối năm' },
  { slug: 'poor_rate', shortName: 'Tỷ lệ nghèo' },
  { slug: 'gifts_one', shortName: 'Suất quà' },
  { slug: 'gifts_two', shortName: 'Suất quà' },
];

describe('live figures in a text', () => {
  it('are cut out of the words around them', () => {
    expect(textParts('Còn {{poor_closing}}, {{poor_closing|change}}.')).toEqual([
      'Còn ',
      { slug: 'poor_closing', aspect: 'now' },
      ', ',
      { slug: 'poor_closing', aspect: 'change' },
      '.',
    ]);
  });

  it('are edited by the names of the office and kept by their slugs', () => {
    const body = 'Còn {{poor_closing}}, năm trước {{poor_closing|last}}, {{poor_rate|change}}';
    const spoken = spokenText(body, FIGURES);
    expect(spoken).toBe(
      'Còn {{Hộ nghèo}}, năm trước {{Hộ nghèo|năm trước}}, {{Tỷ lệ nghèo|thay đổi}}',
    );
    expect(keptText(spoken, FIGURES)).toEqual({ body, unknown: [] });
  });

  it('forgive accents and case, and tell namesakes apart by slug', () => {
    expect(keptText('{{ ho ngheo | Thay Doi }}', FIGURES).body).toBe('{{poor_closing|change}}');
    expect(keptText('{{Hộ nghèo cuối năm}}', FIGURES).body).toBe('{{poor_closing}}');
    expect(spokenText('{{gifts_two}}', FIGURES)).toBe('{{gifts_two}}');
    expect(keptText('{{Suất quà}}', FIGURES).unknown).toEqual(['{{Suất quà}}']);
  });

  it('that nobody knows, or are not closed, are named in a sentence', () => {
    const { unknown } = keptText('Có {{Hộ giàu}} và {{Hộ nghèo', FIGURES);
    expect(unknown).toEqual(['{{Hộ giàu}}', '{{Hộ nghèo']);
    expect(unknownSentence(unknown)).toContain('“Hộ giàu”, “Hộ nghèo”');
  });
});

describe('a change in words', () => {
  const households = { kind: 'count', measure: 'hộ' } as const;
  const rate = { kind: 'ratio', measure: '%' } as const;
  const money = { kind: 'money', measure: 'đồng' } as const;
  it.each([
    [households, 17120, 20961, null, 'giảm 3.841 hộ (18,32 %) so với năm 2024'],
    [households, 3, 0, null, 'tăng 3 hộ so với năm 2024'],
    [households, 0, 4, null, 'giảm 4 hộ (100,00 %) so với năm 2024'],
    [households, 5, 5, null, 'không đổi so với năm 2024'],
    [households, 5, null, null, 'chưa có số liệu năm 2024 để so sánh'],
    [households, null, null, 0, 'chưa so sánh được với năm 2024'],
    [rate, 15.71, 19.46, null, 'giảm 3,75 điểm phần trăm so với năm 2024'],
    [rate, 19.461, 19.459, null, 'không đổi so với năm 2024'],
    [money, 1_500_000, 1_000_000, null, 'tăng 500.000 đồng (50,00 %) so với năm 2024'],
    [
      households,
      8,
      9,
      21,
      'giảm 1 hộ (11,11 %) so với năm 2024, tính trên 21 đơn vị có số liệu cả hai năm',
    ],
  ])('%o: %s after %s over %s', (figure, now, last, units, words) => {
    expect(changeInWords(figure, { now, last, units }, 2024)).toBe(words);
  });
});

describe('what units listed', () => {
  const item = (title: string, unitName: string, body = '') => ({ title, body, unitName });

  it('is told once with all its authors, the most said first', () => {
    const groups = gather([
      item('Thiếu cán bộ', 'Sở Nội vụ'),
      item('Khó khăn về vốn vay', 'Ủy ban nhân dân xã A'),
      item('Khó khăn về  VỐN VAY.', 'Ủy ban nhân dân xã B'),
    ]);
    expect(groups.map(groupLine)).toEqual([
      'Khó khăn về vốn vay: UBND xã A, UBND xã B',
      'Thiếu cán bộ: Sở Nội vụ',
    ]);
  });

  it('never puts the village of one author into the mouth of another', () => {
    const [group] = gather([
      item('Đường vào bản Nà Cang sạt lở sau mưa lũ', 'xã A', 'địa hình dốc'),
      item('Đường vào bản Huổi Só sạt lở sau mưa lũ', 'xã B', 'địa hình dốc'),
    ]);
    expect(group && groupLine(group)).toBe(
      'Đường vào bản … sạt lở sau mưa lũ (địa hình dốc): xã A, xã B',
    );
  });
});

it('writes a printed heading of the plan as a heading of the report', () => {
  expect(asSentence('NỘI DUNG PHONG TRÀO THI ĐUA')).toBe('Nội dung phong trào thi đua');
});
