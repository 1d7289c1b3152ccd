import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { type BulkColumn, BulkRows, insertBulk } from './bulk.sql.ts';
import { newId, writeNewId } from './identity.ts';

/** One value of each type that travels in bulk; any of them may be missing. */
interface Sample {
  readonly place: number;
  readonly id?: string | Uint8Array | null | undefined;
  readonly whole?: number | null | undefined;
  readonly told?: boolean | null | undefined;
  readonly day?: string | null | undefined;
  readonly words?: string | null | undefined;
  readonly list?: readonly string[] | null | undefined;
}

const COLUMNS: readonly BulkColumn<Sample>[] = [
  { name: 'place', type: 'integer', value: ({ place }) => place },
  { name: 'id', type: 'uuid', value: ({ id }) => id },
  { name: 'whole', type: 'integer', value: ({ whole }) => whole },
  { name: 'told', type: 'boolean', value: ({ told }) => told },
  { name: 'day', type: 'date', value: ({ day }) => day },
  { name: 'words', type: 'text', value: ({ words }) => words },
  { name: 'list', type: 'text[]', value: ({ list }) => list },
];
// A table of the test's own, which no migration knows.
const TABLE = 'bulk_samples' as 'import_rows';

let own: TestDatabase;

beforeAll(async () => {
  own = await freshDatabase();
  await sql`create table bulk_samples (batch text not null, place integer not null, id uuid,
    whole integer, told boolean, day date, words text, list text[], primary key (batch, place))`.execute(
    own.db,
  );
});
afterAll(() => own.drop());

async function stored(batch: string): Promise<Sample[]> {
  const { rows } = await sql<Sample>`
    select place, id, whole, told, day, words, list from bulk_samples
    where batch = ${batch} order by place`.execute(own.db);
  return rows;
}

async function sentAndStored(samples: readonly Omit<Sample, 'place'>[]): Promise<Sample[]> {
  const batch = newId();
  const rows = samples.map((sample, place) => ({ place, ...sample }));
  await insertBulk(own.db, TABLE, { batch }, COLUMNS, rows);
  return stored(batch);
}

const NOTHING = { id: null, whole: null, told: null, day: null, words: null, list: null };

/** What is expected back: where nothing was said, PostgreSQL keeps null. */
const kept = (samples: readonly Omit<Sample, 'place'>[]) =>
  samples.map((sample, place) => {
    const told = Object.entries(sample).filter(([, value]) => value !== undefined);
    return { place, ...NOTHING, ...Object.fromEntries(told) };
  });

const VALUES: Readonly<Record<string, readonly Sample[keyof Sample][]>> = {
  id: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', newId()],
  whole: [0, 1, -1, 255, 256, -256, 2_147_483_647, -2_147_483_648],
  told: [true, false],
  day: [
    ...['2000-01-01', '1999-12-31', '2000-02-29', '1996-02-29', '2024-02-29', '2100-02-28'],
    ...['1900-03-01', '1582-10-15', '0100-01-01', '9999-12-31'],
  ],
  words: [
    ...[
      '',
      ' ',
      'x',
      '012345678901',
      'một hai',
      'Lò Thị Hương',
      'Nguyễn Thị Ngọc Bích ở bản Nà Cang',
    ],
    ...[
      '"',
      "'",
      '\\',
      '\\n',
      'a\nb\tc\r\n',
      '{a,b}',
      '$1',
      'null',
      'NULL',
      '𠮷𠮷 👨‍👩‍👧',
      '\u0301',
    ],
    ...['sixteen letters!', 'sixteen letters!!', 'một'.repeat(40_000)],
  ],
  list: [
    ...[[], [''], ['', ''], ['group.merit', 'cause.land'], ['null'], ['NULL', 'Null', 'nul']],
    ...[
      ['a,b', '{', '}', '"', '\\', '\\"', ' ', 'a b', 'a\nb', "'"],
      ['Nước sạch', 'đ', '𠮷'],
    ],
  ],
};

test.each(Object.entries(VALUES))('every %s comes back as it was sent', async (name, values) => {
  const samples = values.map((value) => ({ [name]: value }));
  expect(await sentAndStored(samples)).toEqual(kept(samples));
});

test('nothing comes back as nothing, among values and alone', async () => {
  const full = { id: newId(), whole: 7, told: false, day: '2025-11-05', words: 'có', list: ['a'] };
  const unsaid = Object.fromEntries(Object.keys(NOTHING).map((name) => [name, undefined]));
  const samples = [NOTHING, full, unsaid, {}, full, NOTHING];
  expect(await sentAndStored(samples)).toEqual(kept(samples));
});

test('an id goes as its text or as its bytes, and the same one many times', async () => {
  const bytes = new Uint8Array(20);
  writeNewId(bytes, 2);
  const raw = bytes.subarray(2, 18);
  const hex = Buffer.from(raw).toString('hex');
  const text = hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  const other = newId();
  const ids = [raw, text, text, other, other, null, other, raw, text];
  const back = await sentAndStored(ids.map((id) => ({ id })));
  expect(back.map(({ id }) => id)).toEqual(ids.map((id) => (id === raw ? text : id)));
});

test('rows may be added, stored and added again; one row is enough, none is no statement', async () => {
  const rows = new BulkRows(TABLE, COLUMNS);
  const batch = newId();
  await rows.insert(own.db, { batch });
  for (const count of [1, 3, 2_000, 1]) {
    const from = (await stored(batch)).length;
    for (let place = from; place < from + count; place++)
      rows.add({ place, words: `dòng thứ ${place}`, list: place % 3 ? ['a', `${place}`] : null });
    expect(rows.count).toBe(count);
    await rows.insert(own.db, { batch });
    expect(rows.count).toBe(0);
  }
  const back = await stored(batch);
  expect(back).toHaveLength(2_005);
  expect(back.every(({ words, place }) => words === `dòng thứ ${place}`)).toBe(true);
  expect(back[1_234]?.list).toEqual(['a', '1234']);
});

test('what stands behind the insert holds', async () => {
  const batch = newId();
  const after =
    'on conflict (batch, place) do update set words = bulk_samples.words || excluded.words';
  for (const words of ['một', ' hai'])
    await insertBulk(own.db, TABLE, { batch }, COLUMNS, [{ place: 1, words }], after);
  expect((await stored(batch)).map(({ words }) => words)).toEqual(['một hai']);
});

const missing = { nil: null };
const days = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
// PostgreSQL keeps no text with a zero byte, and no half of a sign.
const texts = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
const samples = fc.record(
  {
    id: fc.option(fc.uuid(), missing),
    whole: fc.option(fc.integer(), missing),
    told: fc.option(fc.boolean(), missing),
    day: fc.option(days, missing),
    words: fc.option(texts, missing),
    list: fc.option(
      fc.array(fc.oneof(texts, fc.constantFrom('null', 'NULL', '"', '\\', '{}'))),
      missing,
    ),
  },
  { requiredKeys: [] },
);

test('whatever is sent comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(samples, { minLength: 1, maxLength: 40 }), async (rows) => {
      expect(await sentAndStored(rows)).toEqual(kept(rows));
    }),
    { numRuns: 60 },
  );
});
