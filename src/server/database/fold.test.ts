import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { fold } from '../../shared/vietnamese.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await freshDatabase();
});
afterAll(() => own.drop());

async function foldedThere(texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ folded: string }>`
    select fold(words) as folded from unnest(${texts}::text[]) with ordinality as t (words, place)
    order by place`.execute(own.db);
  return rows.map(({ folded }) => folded);
}

test('the database folds as the source does', async () => {
  const texts = [
    '  Mường\u00a0Than ',
    'hoà',
    'hòa',
    'ĐẮK  Lắk',
    'a\t\r\nb',
    'Müller',
    'x̧́y',
    '',
    ' ',
  ];
  expect(await foldedThere(texts)).toEqual(texts.map(fold));
});

const letters = 'aăâeêioôơuưyđ'.split('').flatMap((letter) => [letter, letter.toUpperCase()]);
const marks = ['', '', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323', '\u0308', '\u0327'];
const sign = fc.oneof(
  fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...marks)).map(([one, mark]) => one + mark),
  fc.constantFrom(' ', '  ', '\t', '\n', 'b', 'NG', '1', '-', "'", '\u1ea1', '\u0130'),
);
const words = fc.tuple(fc.array(sign, { maxLength: 20 }), fc.constantFrom('NFC', 'NFD'));

test('whatever Vietnamese words it is given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 50 }), async (lists) => {
      const texts = lists.map(([signs, form]) => signs.join('').normalize(form));
      expect(await foldedThere(texts)).toEqual(texts.map(fold));
    }),
    { numRuns: 40 },
  );
});
