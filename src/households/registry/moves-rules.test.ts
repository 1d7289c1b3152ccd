import { describe, expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import type { Household, Member } from './household.ts';
import { checkMove } from './moves.ts';
import { purposeOf } from './purpose.ts';
import { arrivalRow, followedWords, type HeldReview, isToReview } from './register-review.ts';

const TODAY = day('2025-11-05');
const household = {
  ...{ code: 'MT-001', headNo: 1, villageId: 'ban-mot', since: day('2025-11-03') },
} as Household;
const living = [1, 2].map((no) => ({ no }) as Member);

function faultsOf(fields: Record<string, string>, people: string[] = []) {
  const checked = checkMove({ fields, people }, { household, living }, TODAY);
  return 'faults' in checked ? checked.faults.map(({ field }) => field) : [];
}

describe('a move as typed', () => {
  test('begins after the household came, and not in days to come', () => {
    const move = { kind: 'move', village: 'ban-hai', areaType: 'rural' };
    expect(faultsOf({ ...move, on: '04/11/2025' })).toEqual([]);
    expect(faultsOf({ ...move, on: '03/11/2025' })).toEqual(['on']);
    expect(faultsOf({ ...move, on: '06/11/2025' })).toEqual(['on']);
    expect(faultsOf({ kind: 'end', on: '03/11/2025' })).toEqual([]);
    expect(faultsOf({ kind: 'end', on: '02/11/2025' })).toEqual(['on']);
  });

  test('leads somewhere else, with the area told', () => {
    expect(faultsOf({ kind: 'move', village: 'ban-mot', on: '04/11/2025' })).toEqual([
      'village',
      'areaType',
    ]);
  });

  test('leaves somebody behind when it is a split, the head among them', () => {
    const split = { kind: 'split', village: 'ban-mot', areaType: 'rural', on: '04/11/2025' };
    expect(faultsOf({ ...split, newHead: '2' }, ['2'])).toEqual([]);
    expect(faultsOf({ ...split, newHead: '2' }, ['1', '2'])).toEqual(['people']);
    expect(faultsOf({ ...split, newHead: '1' }, ['1'])).toEqual(['people']);
    expect(faultsOf({ ...split, newHead: '1' }, ['2'])).toEqual(['newHead']);
    expect(faultsOf(split)).toEqual(['people', 'newHead']);
  });
});

describe('what a review makes of who comes', () => {
  test('whoever is on a list, or not yet told apart, is surveyed again', () => {
    expect(isToReview({ opening: 'poor', closing: null })).toBe(true);
    expect(isToReview({ opening: 'poor', closing: 'not-poor' })).toBe(false);
    expect(isToReview({ opening: 'not-poor', closing: 'near-poor' })).toBe(true);
    expect(isToReview({ opening: 'not-poor', closing: null })).toBe(false);
    expect(isToReview({ opening: 'absent', closing: null })).toBe(true);
    expect(isToReview(undefined)).toBe(false);
    expect(arrivalRow('moved-in', true)).toEqual({
      ...{ reason: 'moved-in', listed: 'found', closing: null },
    });
  });

  test('the notice says whether the review went along', () => {
    const review: HeldReview = {
      ...{ communeId: '', communeName: 'Xã Mường Than', roundId: '', year: 2025 },
      status: 'open',
    };
    expect(followedWords(undefined)).toBe('');
    expect(followedWords(review)).toContain('đã theo');
    expect(followedWords({ ...review, status: 'recognised' })).toContain('rà soát thường xuyên');
  });
});

test('a purpose is told in words, and "other" says which', () => {
  expect(purposeOf({ purpose: 'meeting', words: ' bản Một ' })).toEqual({
    purpose: 'Họp dân: bản Một',
  });
  expect(purposeOf({ purpose: 'survey' })).toEqual({ purpose: 'Rà soát tại hộ' });
  expect(purposeOf({ purpose: 'other', words: 'abc' })).toMatchObject({
    problem: { field: 'words' },
  });
  expect(purposeOf({ purpose: 'curiosity' })).toMatchObject({ problem: { field: 'purpose' } });
});
