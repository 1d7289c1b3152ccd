import { describe, expect, it } from 'vitest';
import { day } from '../shared/day.ts';
import { documentSymbol } from './document-kinds.ts';
import {
  authorityLines,
  closing,
  listLines,
  numberLine,
  placeAndDate,
  pointLetter,
  recipientLines,
  roman,
} from './document-rules.ts';

describe('wording of an official document (Decree 30/2020, annex I)', () => {
  it('pads numbers under ten and leaves room while there is none', () => {
    expect(numberLine(5, 'BC-SNNMT')).toBe('Số: 05/BC-SNNMT');
    expect(numberLine(128, 'UBND-VX')).toBe('Số: 128/UBND-VX');
    expect(numberLine(undefined, 'BC-SNNMT')).toBe('Số:      /BC-SNNMT');
  });

  it('pads days under ten and the first two months only', () => {
    expect(placeAndDate('Lai Châu', day('2026-02-05'))).toBe('Lai Châu, ngày 05 tháng 02 năm 2026');
    expect(placeAndDate('Tả Tổng', day('2026-06-15'))).toBe('Tả Tổng, ngày 15 tháng 6 năm 2026');
    expect(placeAndDate('Lai Châu', undefined, 2025)).toBe('Lai Châu, ngày     tháng     năm 2025');
  });

  it('says in whose name a person signs', () => {
    expect(authorityLines({ head: 'Giám đốc' })).toEqual(['GIÁM ĐỐC']);
    expect(authorityLines({ head: 'Giám đốc', by: 'KT', position: 'Phó Giám đốc' })).toEqual([
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
    ]);
    expect(
      authorityLines({
        body: 'Ủy ban nhân dân',
        head: 'Chủ tịch',
        by: 'KT',
        position: 'Phó Chủ tịch',
      }),
    ).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(authorityLines({ head: 'Giám đốc', by: 'TUQ', position: 'Chánh Văn phòng' })).toEqual([
      'TUQ. GIÁM ĐỐC',
      'CHÁNH VĂN PHÒNG',
    ]);
  });

  it('ends lines of a list with semicolons and the last with a full stop', () => {
    expect(recipientLines(['Như trên', '- UBND các xã, phường;', 'Lưu: VT, NN.'])).toEqual([
      '- Như trên;',
      '- UBND các xã, phường;',
      '- Lưu: VT, NN.',
    ]);
    expect(listLines(['Căn cứ Luật Thi đua, khen thưởng'])).toEqual([
      'Căn cứ Luật Thi đua, khen thưởng.',
    ]);
  });

  it('orders points by the Vietnamese alphabet', () => {
    const letters = Array.from({ length: 11 }, (_, at) => pointLetter(at + 1));
    expect(letters.join(' ')).toBe('a b c d đ e g h i k l');
    expect(pointLetter(24)).toBe('aa');
  });

  it('writes Roman numbers', () => {
    expect([1, 4, 9, 14, 38, 40, 89].map(roman)).toEqual([
      ...['I', 'IV', 'IX', 'XIV', 'XXXVIII', 'XL', 'LXXXIX'],
    ]);
  });

  it('adds only what is missing of the closing sign', () => {
    expect([closing('báo cáo.'), closing('báo cáo'), closing('báo cáo./.')]).toEqual([
      ...['/.', './.', ''],
    ]);
  });

  it('gives an official letter a symbol without a type', () => {
    expect(documentSymbol('CV', 'UBND', 'KT1')).toBe('UBND-KT1');
    expect(documentSymbol('QĐ', 'UBND')).toBe('QĐ-UBND');
  });
});
