import { describe, expect, it } from 'vitest';
import { day } from '../../shared/day.ts';
import { fileName } from './consolidated-report.ts';
import { changesSince } from './consolidated-report-changes.ts';
import { readIssue } from './consolidated-report-checks.ts';
import type { KnownFigure } from './consolidated-report-figures.ts';
import { authorityOf, officeSign } from './consolidated-report-header.ts';

const bounds = {
  today: day('2025-11-28'),
  openedOn: day('2025-11-03'),
  held: 'head',
  waiting: 0,
} as const;
const typed = { number: '05', date: '28/11/2025', signing: 'deputy', signer: 'Trần Thị Thử' };

describe('what is typed to issue a report', () => {
  it('is taken when it is right', () => {
    expect(readIssue(typed, bounds)).toEqual({
      wish: {
        ...{ number: 5, date: '2025-11-28', signing: 'deputy' },
        ...{ signer: 'Trần Thị Thử', despite: false },
      },
    });
  });

  it.each([
    ['number', { number: 'năm' }, 'Hãy nhập số văn bản là số nguyên từ 1 trở lên.'],
    ['date', { date: '31/2/2025' }, '“31/2/2025” không phải là một ngày có thật'],
    ['date', { date: '29/11/2025' }, 'không thể sau hôm nay (28/11/2025)'],
    ['date', { date: '02/11/2025' }, 'Kỳ báo cáo mở ngày 03/11/2025'],
    ['signer', { signer: ' ' }, 'Hãy ghi họ và tên người ký.'],
    ['signer', { signer: 'ThS. Trần Thị Thử' }, 'không kèm học hàm, học vị'],
  ])('is refused at %s: %o', (field, change, sentence) => {
    const read = readIssue({ ...typed, ...change }, bounds);
    const faults = 'faults' in read ? read.faults : [];
    expect(faults).toEqual([{ field, message: expect.stringContaining(sentence) }]);
  });

  it('asks for a tick while units have no accepted report', () => {
    const waiting = { ...bounds, waiting: 2 };
    expect(readIssue(typed, waiting)).toMatchObject({ faults: [{ field: 'despite' }] });
    expect(readIssue({ ...typed, despite: 'yes' }, waiting)).toMatchObject({
      wish: { despite: true },
    });
  });
});

describe('a document against its sources', () => {
  const known = (text: string): KnownFigure => ({
    ...{ name: 'Hộ nghèo', value: 1, text, official: null, followsReview: true, lastText: '' },
  });
  const issued = {
    poor: { name: 'Hộ nghèo', value: 10, text: '10 hộ' },
    'poor|change': { name: 'Hộ nghèo, thay đổi', value: -1, text: 'giảm 1 hộ' },
    gifts: { name: 'Suất quà', value: 7, text: '7 suất' },
  };

  it('lists figures that would print otherwise, without the words that follow from them', () => {
    const now = new Map([
      ['poor', known('11 hộ')],
      ['poor|change', known('không đổi')],
      ['gifts', known('7 suất')],
    ]);
    const line = { ref: 'poor', name: 'Hộ nghèo', was: '10 hộ', now: '11 hộ' };
    expect(changesSince(issued, [], now)).toEqual([line]);
    const corrected = [line, { ...line, ref: 'poor|change', now: 'không đổi' }];
    expect(changesSince(issued, corrected, now)).toEqual([]);
  });
});

it('signs as the decree asks: who for whom, in capitals', () => {
  const committee = 'Ủy ban nhân dân tỉnh Lai Châu';
  expect(authorityOf({ issuer: committee, signing: 'deputy' })).toEqual([
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
  ]);
  const department = 'Sở Nông nghiệp và Môi trường';
  expect(authorityOf({ issuer: department, signing: 'head' })).toEqual(['GIÁM ĐỐC']);
  expect(officeSign(department)).toBe('SNNMT');
  expect(officeSign('Sở Lao động - Thương binh và Xã hội')).toBe('SLĐTBXH');
  expect(fileName({ number: 5, symbol: 'BC-SNNMT' })).toBe('05-BC-SNNMT');
});
