import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foreignWords, wordsOf } from '../../src/glossary/nouns.ts';
import { printGlossary } from '../../src/glossary/print-glossary.ts';
import { ROOMS, TERMS } from '../../src/glossary/terms.ts';
import { kindOf } from './import-law.ts';
import { ROOT, readSources } from './source.ts';
import { bannedWord, TERMS_OF_TRADE } from './vocabulary.ts';

const sources = readSources();
const written = sources.filter(({ file }) => kindOf(file) !== 'test');

test('every room of the house has its word in the glossary', () => {
  const notRooms = new Set(['glossary', 'shared', 'server']);
  const folders = new Set(sources.map(({ file }) => file.split('/')[1] ?? ''));
  const rooms = [...folders].filter((folder) => !notRooms.has(folder));
  const known = new Set(ROOMS.map((one) => one.code));
  expect(rooms.length).toBeGreaterThan(2);
  expect(rooms.filter((room) => !known.has(room))).toEqual([]);
});

test('every table is made of nouns of the glossary', () => {
  const text = readFileSync(join(ROOT, 'src/shared/tables.ts'), 'utf8');
  const index = text.slice(text.indexOf('export interface Tables {'));
  const tables = [...index.matchAll(/^ {2}(\w+): \w+;$/gm)].map((match) => match[1] ?? '');
  expect(tables.length).toBeGreaterThan(40);
  const strange = tables.flatMap((table) =>
    foreignWords(table).map((word) => `${table}: "${word}" is not in src/glossary/terms.ts`),
  );
  expect(strange).toEqual([]);
});

test('a policy that names a thing names it by the glossary', () => {
  const policies = written.filter(({ file }) => kindOf(file) === 'policy');
  const sentences = policies
    .flatMap(({ exports }) => exports)
    .filter((name) => /^may[A-Z]/.test(name));
  expect(sentences.length).toBeGreaterThan(3);
  // "may change account": a verb, then perhaps words, the last of them the thing.
  const strange = sentences.filter(
    (name) => foreignWords(wordsOf(name).slice(2).at(-1) ?? 'unit').length > 0,
  );
  expect(strange).toEqual([]);
});

test('no file and no exported name hides behind a word that says nothing', () => {
  const names = written.flatMap(({ file, exports }) => [file, ...exports]);
  expect(names.length).toBeGreaterThan(200);
  const empty = names
    .filter((name) => bannedWord(name) && !(name in TERMS_OF_TRADE))
    .map((name) => `${name} says "${bannedWord(name)}"; name what it does for the office`);
  expect(empty).toEqual([]);
});

test('a concept has one name, and a name one concept', () => {
  const terms = Object.values(TERMS).flat();
  for (const key of ['vi', 'code'] as const) {
    const counted = Map.groupBy(terms, (one) => one[key]);
    expect([...counted].filter(([, same]) => same.length > 1).map(([name]) => name)).toEqual([]);
  }
});

test('docs/glossary.md is what the code says', () => {
  const path = join(ROOT, 'docs/glossary.md');
  if (process.env.UPDATE) writeFileSync(path, printGlossary());
  expect(readFileSync(path, 'utf8'), 'run with UPDATE=1 to print it anew').toBe(printGlossary());
});

describe('the check', () => {
  test('finds a word that no term covers, and lets compounds stand', () => {
    expect(foreignWords('report_things')).toEqual(['thing']);
    expect(foreignWords('emulation_blocks')).toEqual([]);
    expect(foreignWords('sign_in_attempts')).toEqual([]);
    expect(foreignWords('blocks')).toEqual(['block']);
    expect(foreignWords('errata')).toEqual([]);
  });

  test('finds empty words in any spelling, and only whole ones', () => {
    expect(bannedWord('ReportManager')).toBe('manager');
    expect(bannedWord('src/units/unit-utils.ts')).toBe('util');
    expect(bannedWord('handle_return')).toBe('handle');
    expect(bannedWord('DataTable')).toBe('data');
    expect(bannedWord('database')).toBeUndefined();
    expect(bannedWord('document')).toBeUndefined();
  });
});
