import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readSources } from './source.ts';

const TEXT = /\.(tsx?|mjs|sql|md|json|css|typ|csv|svg|html)$|^\.ci\/|^\.gitignore$/;

/** Where one machine's own world would show: its folders, its registries, its addresses. */
const FOREIGN: readonly [RegExp, string][] = [
  [/(?<![\w.~-])\/(work|root|home|Users)\/\w/, 'a path of one machine'],
  [
    /\b(10\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b/,
    'an address inside one network',
  ],
  [
    /https?:\/\/(?!registry\.npmjs\.org)\S*\b(registry|mirror|repository)\b/,
    'a registry of its own',
  ],
];

/** Words assembled here, so that this file does not hold what it forbids. */
const UNFINISHED = new RegExp(
  `\\b(${['TO', 'FIX', 'XX'].map((one, at) => one + ['DO', 'ME', 'X'][at]).join('|')})\\b`,
);

const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => TEXT.test(file));
const texts = tracked.flatMap((file) => {
  const text = readIfThere(file);
  return text === undefined ? [] : [{ file, text }];
});

/** A tracked file may be gone from the folder while its removal is not yet committed. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return undefined;
  }
}

test('every text of the project is in composed Vietnamese (NFC)', () => {
  expect(texts.length).toBeGreaterThan(40);
  const split = texts.filter(({ text }) => text !== text.normalize('NFC'));
  expect(split.map(({ file }) => file)).toEqual([]);
});

test('nothing is left unfinished in the text', () => {
  const left = texts.filter(({ text }) => UNFINISHED.test(text));
  expect(left.map(({ file, text }) => `${file}: ${lineOf(text, UNFINISHED)}`)).toEqual([]);
});

test('no tracked file tells of the machine that it was written on', () => {
  const found = texts.flatMap(({ file, text }) =>
    FOREIGN.filter(([shape]) => file !== 'package-lock.json' && shape.test(text)).map(
      ([shape, what]) => `${file} names ${what}: ${lineOf(text, shape)}`,
    ),
  );
  expect(found).toEqual([]);
});

test('the lock names packages, not the registry that they came from', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  expect(lock).toContain('"node_modules/fastify"');
  expect(lock).not.toContain('"resolved"');
});

test('a name is exported by name, never as default', () => {
  const nameless = readSources().filter((source) => source.hasDefaultExport);
  expect(nameless.map(({ file }) => file)).toEqual([]);
});

function lineOf(text: string, shape: RegExp): string {
  return (
    text
      .split('\n')
      .find((line) => shape.test(line))
      ?.trim()
      .slice(0, 100) ?? ''
  );
}
