import { expect, test } from 'vitest';
import { budgetTable, functionsOf, spreadOf } from './budgets.ts';
import { kindOf } from './import-law.ts';
import { readSource, readSources } from './source.ts';

const LONGEST_FILE = 320;

/** Files that may be longer, each with a reason that a reader would accept. */
const LONG_FILES: Record<string, string> = {
  'src/shared/tables.ts': 'generated from the migrations, one interface a table',
};

const written = readSources().filter(({ file }) => kindOf(file) !== 'test');
const byHand = written.filter(({ file }) => !(file in LONG_FILES));

test('files stay small: half under 80 lines, nine in ten under 200, none over 320', () => {
  console.log(budgetTable(byHand));
  const { count, median, ninetieth } = spreadOf(byHand.map((one) => one.lines));
  expect(count).toBeGreaterThan(20);
  expect(median).toBeLessThanOrEqual(80);
  expect(ninetieth).toBeLessThan(200);
  const long = byHand.filter((one) => one.lines > LONGEST_FILE);
  expect(long.map(({ file, lines }) => `${file} has ${lines} lines; cut it in two`)).toEqual([]);
});

test('functions stay short: half within 8 lines, none over 60', () => {
  const functions = functionsOf(byHand);
  expect(functions.length).toBeGreaterThan(100);
  expect(spreadOf(functions.map((one) => one.lines)).median).toBeLessThanOrEqual(8);
  const long = functions.filter((one) => one.lines > 60);
  expect(long.map(({ file, name, lines }) => `${file} ${name} has ${lines} lines`)).toEqual([]);
});

test('a file with a reason to be long is still there and still long', () => {
  const short = Object.keys(LONG_FILES).filter(
    (file) => !written.some((one) => one.file === file && one.lines > LONGEST_FILE),
  );
  expect(short).toEqual([]);
});

test('the measure counts functions that have a body, and lines as an editor does', () => {
  const text =
    'export function a() {\n  return 1;\n}\nconst b = () => {\n  a();\n};\nconst c = () => 1;\n';
  const { lines, functions } = readSource('src/x.ts', text);
  expect(lines).toBe(7);
  expect(functions).toEqual([
    { name: 'a', lines: 3 },
    { name: 'line 4', lines: 3 },
  ]);
  expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ count: 5, median: 3, ninetieth: 5, longest: 5 });
});
