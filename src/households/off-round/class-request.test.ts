import { describe, expect, test } from 'vitest';
import { follows, isBorneOut, NEXT, paperOf, standingOf, wishFault } from './class-request.ts';

describe('a wish', () => {
  test.each([
    ['poor', 'not-poor', 'poor', true],
    ['poor', 'not-poor', 'near-poor', true],
    ['poor', 'near-poor', 'near-poor', false],
    ['near-poor', 'not-poor', 'poor', true],
    ['near-poor', 'not-poor', 'not-poor', false],
    ['leave', 'poor', 'near-poor', true],
    ['leave', 'poor', 'poor', false],
    ['leave', 'near-poor', 'not-poor', true],
  ] as const)('%s of a household that is %s and found %s: %s', (wish, before, result, granted) => {
    expect(isBorneOut(wish, before, result)).toBe(granted);
  });

  test('without a survey is not borne out', () => {
    expect(isBorneOut('poor', 'not-poor', null)).toBe(false);
  });

  test.each([
    ['leave', 'not-poor'],
    ['poor', 'poor'],
    ['near-poor', 'poor'],
    ['near-poor', 'near-poor'],
  ] as const)('%s makes no sense for a household that is %s', (wish, before) => {
    expect(wishFault(wish, before)).toBeTruthy();
  });

  test('to be recognised poor makes sense for one that is near-poor', () => {
    expect(wishFault('poor', 'near-poor')).toBeUndefined();
  });
});

test('a request goes from received to surveyed to its answer, and no further', () => {
  expect(standingOf({ granted: null, result: null })).toBe('received');
  expect(standingOf({ granted: null, result: 'poor' })).toBe('surveyed');
  expect(standingOf({ granted: false, result: null })).toBe('refused');
  expect(follows('received', 'grant')).toBe(false);
  expect(follows('received', 'refuse')).toBe(true);
  expect(follows('surveyed', 'grant')).toBe(true);
  expect(NEXT.granted).toEqual({});
});

test('each answer has its paper', () => {
  expect(paperOf(true, 'poor')).toBe('certificate');
  expect(paperOf(true, 'not-poor')).toBe('decision');
  expect(paperOf(false, 'poor')).toBe('letter');
  expect(paperOf(false, null)).toBe('letter');
});
