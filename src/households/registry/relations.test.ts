import { expect, test } from 'vitest';
import { relationsUnder } from './relations.ts';

const under = (newHead: string, others: readonly string[]) => [
  ...relationsUnder(
    { no: 1, relation: newHead },
    others.map((relation, at) => ({ no: at + 2, relation })),
  ).values(),
];

test('a wife who heads the household keeps her husband, children and grandchildren', () => {
  expect(under('spouse', ['head', 'child', 'child-in-law', 'grandchild', 'parent'])).toEqual([
    ...['spouse', 'child', 'child-in-law', 'grandchild', 'other'],
  ]);
});

test('a son who heads it has parents, and siblings whose families are not his', () => {
  expect(under('child', ['head', 'spouse', 'child', 'child-in-law', 'grandchild'])).toEqual([
    ...['parent', 'parent', 'sibling', 'other', 'other'],
  ]);
});

test('a young couple that goes its own way takes its children along', () => {
  expect(under('child', ['child-in-law', 'grandchild', 'grandchild'])).toEqual([
    ...['spouse', 'child', 'child'],
  ]);
  expect(under('child-in-law', ['child', 'grandchild'])).toEqual(['spouse', 'child']);
});

test('what nobody can know is "other"', () => {
  expect(under('other', ['head', 'child'])).toEqual(['other', 'other']);
});
