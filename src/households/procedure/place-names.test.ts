import { expect, it } from 'vitest';
import { inSentence, placeOf, povertyDesk } from './place-names.ts';

it('writes the kind of a place small, and nothing else', () => {
  expect(inSentence('Xã Mường Than')).toBe('xã Mường Than');
  expect(inSentence('Bản Nà Cang')).toBe('bản Nà Cang');
  expect(inSentence('Nà Cang')).toBe('Nà Cang');
});

it('dates a document from the bare name, a numbered ward with its kind', () => {
  expect(placeOf('Phường Tân Phong')).toBe('Tân Phong');
  expect(placeOf('Phường 1')).toBe('Phường 1');
});

it('knows which office a ward has', () => {
  expect(povertyDesk('Xã Mường Than')).toBe('phòng Kinh tế');
  expect(povertyDesk('Phường Tân Phong')).toBe('phòng Kinh tế, Hạ tầng và Đô thị');
});
