import { expect, it } from 'vitest';
import { signatureLines, signingOf } from './signing.ts';

it.each([
  ['Chủ tịch', ['CHỦ TỊCH']],
  ['Phó Bí thư Đảng ủy, Chủ tịch UBND xã', ['CHỦ TỊCH']],
  ['Phó Chủ tịch', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['Phó Chủ tịch Thường trực', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['Quyền Chủ tịch UBND phường', ['Q. CHỦ TỊCH']],
])('%s signs as %o', (title, lines) => {
  const signing = signingOf(title);
  expect(signing && signatureLines(signing)).toEqual(lines);
});

it.each(['Chuyên viên', 'Chánh Văn phòng', ''])('%s does not sign', (title) => {
  expect(signingOf(title)).toBeUndefined();
});
