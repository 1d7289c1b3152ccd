import { expect, test } from 'vitest';
import { newId } from '../../shared/identity.ts';
import { filterQuery, isNarrowed, readFilter, WAY_NAMES, WAYS } from './household-filter.ts';

const VILLAGE = newId();

test('an address gives its filter, and a filter its address', () => {
  const words = {
    ...{ village: VILLAGE, closing: 'poor', listed: 'requested', change: 'relapse-poor' },
    ...{ mark: 'cause.land', deprived: 'nutrition', words: ' Lò  Văn ', sort: 'income' },
    after: '120~MT-050',
  };
  const filter = readFilter(words);
  expect(filter).toMatchObject({ villageId: VILLAGE, words: 'Lò  Văn', sort: 'income' });
  expect(filter.after).toEqual({ at: 120, code: 'MT-050' });
  const again = Object.fromEntries(
    new URLSearchParams(filterQuery(filter, { after: filter.after })),
  );
  expect(readFilter(again)).toEqual(filter);
});

test('what means nothing narrows nothing', () => {
  const filter = readFilter({
    ...{ village: "1'--", closing: 'rich', listed: 'toString', change: 'constructor' },
    ...{ mark: 'group.x', deprived: "a'b", words: '  ', sort: 'name', after: 'x' },
  });
  expect(Object.values(filter).filter((one) => one !== undefined)).toEqual([]);
  expect(filterQuery(filter)).toBe('');
});

test('another class begins at the first page again, and keeps the rest', () => {
  const filter = readFilter({ words: 'lò', closing: 'poor', after: '~MT-050' });
  expect(filter.after).toEqual({ at: null, code: 'MT-050' });
  expect(filterQuery(filter, { closing: 'pending' })).toBe('closing=pending&words=l%C3%B2');
  expect(filterQuery(filter, { closing: undefined })).toBe('words=l%C3%B2');
});

test('kept counts fit village and class, and no other question', () => {
  expect(isNarrowed(readFilter({ village: VILLAGE, closing: 'poor', sort: 'class' }))).toBe(false);
  expect(isNarrowed(readFilter({ words: 'lò' }))).toBe(true);
  expect(isNarrowed(readFilter({ deprived: 'nutrition' }))).toBe(true);
});

test('every way through a year has the words of the standard tables', () => {
  expect(Object.keys(WAY_NAMES).sort()).toEqual(Object.keys(WAYS).sort());
  expect(WAY_NAMES).toMatchObject({
    'relapse-poor': 'Tái nghèo',
    'new-poor': 'Nghèo phát sinh mới',
    'escaped-poor': 'Thoát nghèo',
    'moved-in': 'Chuyển đến',
    'died-out': 'Không còn thành viên',
  });
});
