import { describe, expect, it } from 'vitest';
import type { Closing, Opening } from '../household-class.ts';
import { type ListedHousehold, nameLists, partsOf, remarkOf } from './name-lists.ts';

function household(opening: Opening, closing: Closing, more: Partial<ListedHousehold> = {}) {
  const place = { householdId: 'h', code: 'MT-001', villageName: 'Bản Một', members: 4 };
  return { ...place, opening, closing, relapsed: false, reason: null, ...more };
}

describe('the four lists', () => {
  it.each([
    ['poor', 'poor', ['poor'], ''],
    ['poor', 'near-poor', ['near-poor', 'escaped-poor'], 'thoát nghèo, còn cận nghèo'],
    ['poor', 'not-poor', ['escaped-poor'], ''],
    ['near-poor', 'poor', ['poor'], 'từ cận nghèo xuống nghèo'],
    ['near-poor', 'near-poor', ['near-poor'], ''],
    ['near-poor', 'not-poor', ['escaped-near-poor'], ''],
    ['not-poor', 'poor', ['poor'], 'nghèo phát sinh mới'],
    ['not-poor', 'not-poor', [], ''],
    ['poor', 'gone', [], ''],
  ] as const)('%s to %s stands in %o', (opening, closing, parts, remark) => {
    const one = household(opening, closing);
    expect(partsOf(one)).toEqual(parts);
    if (parts[0]) expect(remarkOf(one, parts[0])).toBe(remark);
  });

  it('remark a relapse, an arrival, and who is still near-poor', () => {
    expect(remarkOf(household('not-poor', 'poor', { relapsed: true }), 'poor')).toBe('tái nghèo');
    const arrived = household('absent', 'poor', { reason: 'moved-in' });
    expect(remarkOf(arrived, 'poor')).toBe('chuyển đến');
    expect(remarkOf(household('poor', 'near-poor'), 'escaped-poor')).toBe('còn cận nghèo');
  });

  it('are four even when empty, and count households and people', () => {
    const lists = nameLists([
      household('poor', 'poor'),
      household('poor', 'near-poor', { villageName: 'Bản Hai', members: 7 }),
    ]);
    expect(lists.map(({ part, households, members }) => [part, households, members])).toEqual([
      ['poor', 1, 4],
      ['near-poor', 1, 7],
      ['escaped-poor', 1, 7],
      ['escaped-near-poor', 0, 0],
    ]);
    expect(lists[1]?.villages.map(({ name }) => name)).toEqual(['Bản Hai']);
  });
});
