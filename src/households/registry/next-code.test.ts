import { expect, test } from 'vitest';
import { patternOf } from './next-code.ts';

test('the next code follows the highest of the pattern that most codes have', () => {
  expect(patternOf(['MT-001', 'MT-007', 'TU-090', 'MT-003'], 'Xã Mường Than')).toEqual({
    ...{ prefix: 'MT-', next: 8, width: 3 },
  });
  expect(patternOf(['03388.0999', '03388.0100'], 'Xã A')).toEqual({
    ...{ prefix: '03388.', next: 1000, width: 4 },
  });
});

test('a commune without codes begins with the letters of its name', () => {
  expect(patternOf([], 'Xã Mường Than')).toEqual({ prefix: 'MT-', next: 1, width: 4 });
  expect(patternOf(['hộ cũ'], 'Phường Đoàn Kết')).toMatchObject({ prefix: 'ĐK-', next: 1 });
});
