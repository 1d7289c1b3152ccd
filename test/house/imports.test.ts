import { describe, expect, test } from 'vitest';
import { breachesOf, EXCEPTIONS, kindOf } from './import-law.ts';
import { readSource, readSources } from './source.ts';

const sources = readSources();

test('every file of src keeps to what its suffix allows', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(60);
  expect(sources.flatMap(breachesOf)).toEqual([]);
});

test('an exception that nobody needs is taken away', () => {
  const idle = Object.entries(EXCEPTIONS).flatMap(([file, { allows }]) => {
    const taken = sources.find((one) => one.file === file)?.imports.map(({ target }) => target);
    const unused = allows.filter((one) => !taken?.includes(one.replace('type ', '')));
    return unused.map((one) => `${file} no longer imports ${one}`);
  });
  expect(idle).toEqual([]);
});

describe('the check finds', () => {
  const found = (file: string, text: string) => breachesOf(readSource(file, text));

  test.each([
    [
      'a pure file that reads the disk',
      'src/units/tree.ts',
      "import { readFile } from 'node:fs/promises';",
    ],
    [
      'a pure file that draws lots',
      'src/units/tree.ts',
      "import { randomBytes } from 'node:crypto';",
    ],
    ['a pure file that asks the clock', 'src/units/tree.ts', 'const now = new Date();'],
    ['a pure file that asks SQL', 'src/units/tree.ts', "import { rows } from './units.sql.ts';"],
    ['a page that acts', 'src/units/a.pages.tsx', "import { move } from './units.actions.ts';"],
    [
      'a page of another room',
      'src/units/a.pages.tsx',
      "import { P } from '../people/b.pages.tsx';",
    ],
    [
      'SQL of another room',
      'src/units/a.actions.ts',
      "import { q } from '../people/people.sql.ts';",
    ],
    [
      'the same behind a dynamic import',
      'src/units/a.routes.tsx',
      "const q = await import('../people/people.sql.ts');",
    ],
    [
      'the same behind a type',
      'src/units/a.sql.ts',
      "import type { Q } from '../people/people.sql.ts';",
    ],
    ['the same as an export', 'src/units/a.sql.ts', "export { q } from '../people/people.sql.ts';"],
    [
      'a policy that asks an action',
      'src/units/units.policy.ts',
      "import { a } from './units.actions.ts';",
    ],
    [
      'a room that reaches into the server',
      'src/units/a.routes.tsx',
      "import { c } from '../server/database/connect.ts';",
    ],
    [
      'a product file that needs a test',
      'src/units/tree.ts',
      "import { a } from './tree.test.ts';",
    ],
  ])('%s', (_, file, text) => {
    const breaches = found(file, text);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(file);
  });

  test('nothing in a file that keeps the law', () => {
    const text = `import { createHash } from 'node:crypto';
      import type { Day } from '../shared/day.ts';
      import { carries } from '../people/person.ts';
      const at = new Date(0);`;
    expect(found('src/units/tree.ts', text)).toEqual([]);
    expect(
      found('src/units/a.actions.ts', "import { a } from '../people/people.actions.ts';"),
    ).toEqual([]);
  });
});

test('the place and the suffix of a file name its kind', () => {
  expect(kindOf('src/shared/day.ts')).toBe('pure');
  expect(kindOf('src/shared/html/page.tsx')).toBe('html');
  expect(kindOf('src/server/http/rooms.ts')).toBe('server');
  expect(kindOf('src/people/people.routes.tsx')).toBe('routes');
  expect(kindOf('src/documents/fixtures/sample.ts')).toBe('test');
});
