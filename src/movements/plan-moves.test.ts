import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../shared/problem.ts';
import {
  indent,
  mergeWithPrevious,
  moveDown,
  moveUp,
  outdent,
  remove,
  rewrite,
  split,
} from './plan-moves.ts';
import { build, flatten, type PlanRow, paths, rowsOf, treesOf } from './plan-tree.ts';
import { seedPlan, wordsOf } from './reading/fixtures/seed-plan.ts';
import { clauseDifferences } from './reading/plan-diff.ts';
import { clauseLines } from './reading/plan-text.ts';

const plan = seedPlan();
const rows = flatten(plan.clauses);

function pathOf(changed: readonly PlanRow[], id: string): string | undefined {
  return paths(changed).get(id);
}

/** What the rows say, dashes and joining signs aside, letter by letter. */
function letters(changed: readonly PlanRow[]): string {
  return build(changed).flatMap(clauseLines).flatMap(wordsOf).join('');
}

test('rows and tree are two views of one plan', () => {
  expect(build(rows)).toEqual(plan.clauses);
  expect(build(rows.toReversed())).toEqual(plan.clauses);
  expect(rows.find((row) => row.id === 'V-2.3')).toMatchObject({
    parentId: 'V-2',
    position: 2,
    kind: 'item',
    marker: '3',
  });
});

test('labels follow the moves', () => {
  expect(pathOf(moveUp(rows, 'V-2'), 'V-2')).toBe('V');
  expect(pathOf(moveUp(rows, 'V-2'), 'V')).toBe('V-2');
  expect(pathOf(moveDown(rows, 'II.1'), 'II.1')).toBe('II.1');
  expect(pathOf(indent(rows, 'II.2'), 'II.2')).toBe('II.1.2');
  expect(pathOf(outdent(rows, 'V.3.g1'), 'V.3.g1')).toBe('V.g1');
  expect(pathOf(rewrite(rows, 'V-2', { marker: 'VI' }), 'V-2.3')).toBe('VI.3');
});

test('indenting and putting back gives the first tree again', () => {
  const back = outdent(indent(rows, 'III.4'), 'III.4');
  expect(clauseDifferences(build(back), plan.clauses)).toEqual([]);
});

test('what followed a clause that moves out comes under it, so the text keeps its order', () => {
  const out = outdent(rows, 'I.2.g1');
  expect(out.filter((row) => row.parentId === 'I.2.g1').map((row) => row.id)).toEqual([
    'I.2.g2',
    'I.2.g3',
  ]);
  expect(letters(out)).toBe(letters(rows));
});

test('a text cut before a number becomes a clause with that number, and takes the children', () => {
  const one = rewrite(rows, 'V.3', { text: 'Năm 2025 tổng kết. 4. Năm 2026 công bố.' });
  const cut = split(one, 'V.3', 'Năm 2025 tổng kết.'.length, 'new');
  expect(cut.find((row) => row.id === 'V.3')?.text).toBe('Năm 2025 tổng kết.');
  expect(cut.find((row) => row.id === 'new')).toMatchObject({
    kind: 'item',
    marker: '4',
    text: 'Năm 2026 công bố.',
    position: 3,
  });
  expect(cut.filter((row) => row.parentId === 'new')).toHaveLength(2);
});

test('merging adds heading, number and text to what stands before, children follow', () => {
  const merged = mergeWithPrevious(rows, 'I.2');
  expect(merged.find((row) => row.id === 'I.1.g2')?.text).toMatch(/đến năm 2025\. 2\. Yêu cầu$/);
  expect(merged.filter((row) => row.parentId === 'I.1.g2').map((row) => row.id)).toEqual([
    'I.2.g1',
    'I.2.g2',
    'I.2.g3',
  ]);
});

test('only an empty row may be taken away; its children move up', () => {
  expect(() => remove(rows, 'I.1')).toThrow(/mục còn chữ/);
  const emptied = rewrite(rows, 'I.1', { heading: '' });
  expect(
    remove(emptied, 'I.1')
      .filter((row) => row.parentId === 'I')
      .map((row) => row.id),
  ).toEqual(['I.1.g1', 'I.1.g2', 'I.2']);
});

test('moves that cannot be made say why', () => {
  expect(() => moveUp(rows, 'I')).toThrow(/đứng đầu/);
  expect(() => moveDown(rows, 'V-2')).toThrow(/đứng cuối/);
  expect(() => indent(rows, 'I.1')).toThrow(/không có mục cùng cấp/);
  expect(() => outdent(rows, 'I')).toThrow(/ngoài cùng/);
  expect(() => mergeWithPrevious(rows, 'I')).toThrow(/không còn mục nào/);
  expect(() => split(rows, 'II.1', 0, 'new')).toThrow(Problem);
  expect(() => moveUp(rows, 'gone')).toThrow(/không còn trong bản/);
});

type Move = (before: readonly PlanRow[], id: string, at: number, newId: string) => PlanRow[];
const KEEPS_ORDER: Move[] = [indent, outdent, mergeWithPrevious, split, remove];
const MAY_REORDER: Move[] = [moveUp, moveDown];

function after(
  start: readonly PlanRow[],
  steps: readonly (readonly [Move, number, number])[],
): PlanRow[] {
  return steps.reduce<PlanRow[]>(
    (now, [move, which, at], step) => {
      const row = now[which % now.length];
      try {
        return row ? move(now, row.id, at % (row.text.length + 1), `new ${step}`) : now;
      } catch (error) {
        if (error instanceof Problem) return now;
        throw error;
      }
    },
    [...start],
  );
}

const number = fc.nat({ max: 5_000 });

test('no series of moves loses a letter; those within the order keep the order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...KEEPS_ORDER), number, number), { maxLength: 30 }),
      (steps) => {
        expect(letters(after(rows, steps))).toBe(letters(rows));
      },
    ),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...KEEPS_ORDER, ...MAY_REORDER), number, number), {
        maxLength: 30,
      }),
      (steps) => {
        const moved = after(rows, steps);
        expect([...letters(moved)].sort().join('')).toBe([...letters(rows)].sort().join(''));
        expect(rowsOf(treesOf(moved))).toEqual(moved);
        expect(new Set(paths(moved).values()).size).toBe(moved.length);
      },
    ),
    { numRuns: 60 },
  );
});
