import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source.ts';

interface Quote {
  readonly file: string;
  readonly code: string;
}

/** The code blocks of STYLE.md that stand under the name of a file. */
function quotesOf(text: string): Quote[] {
  const shape = /^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm;
  return [...text.matchAll(shape)].map(([, file = '', code = '']) => ({ file, code }));
}

test('every example of STYLE.md stands in the file that it names', () => {
  const quotes = quotesOf(readFileSync(join(ROOT, 'STYLE.md'), 'utf8'));
  expect(quotes.length).toBeGreaterThan(10);
  const invented = quotes.filter(({ file, code }) => {
    const path = join(ROOT, file);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(code);
  });
  expect(invented.map(({ file, code }) => `${file} no longer says:\n${code}`)).toEqual([]);
});

test('the architecture names every room of the house, and only files that are there', () => {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const rooms = readdirSync(join(ROOT, 'src')).map((room) => `src/${room}`);
  expect(rooms.filter((room) => !text.includes(`\`${room}\``))).toEqual([]);
  const named = [...text.matchAll(/`((?:src|db|test|docs|bin)\/[\w./-]+)`/g)].map(
    (one) => one[1] ?? '',
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
