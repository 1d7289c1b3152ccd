/**
 * An Excel file of 100,000 households with twelve indicators and their 450,000 members, taken in,
 * read, checked and committed in 38 communes, against exceljs, which only reads the same file as a
 * stream and looks at each cell once. Then the file comes a second time and changes nothing. Each in
 * a process of its own, bundled as the server is, in turns; times are from the first byte to the
 * last commit, the memory is the peak of that process, and the server of the database does not
 * count. After each import the database is asked whether all of it is there.
 * Usage: node bench/households-import.ts [households] (DATABASE_URL names a server where databases
 * may be made, else the shipped PostgreSQL starts in temporary places, which waits for no disk).
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../src/shared/tables.ts';
import { fillProvince } from './made-up-province.ts';
import { inOwnDatabase } from './own-database.ts';
import { bundled, inOwnProcess, type Measured } from './own-process.ts';

type Db = Kysely<Tables>;

const HOUSEHOLDS = Number(process.argv[2] ?? 100_000);
const PROVINCE_SIZE = { communes: 38, villagesEach: 25 };
const RUNS = 3;
const IMPORT = bundled('import-workbook.ts', 'pg');
const EXCELJS = bundled('exceljs-workbook.ts', 'exceljs');
const WRITING = join(import.meta.dirname, 'write-workbook.ts');

interface Book {
  readonly path: string;
  readonly members: number;
}

interface Imported extends Measured {
  readonly checkedMs: number;
  readonly importId: string;
}

interface BareReading extends Measured {
  readonly rows: number;
  readonly cells: number;
}

interface Run {
  readonly first: Imported;
  readonly again: Imported;
  readonly bare: BareReading;
}

async function makeBook(folder: string): Promise<Book> {
  const path = join(folder, 'ho.xlsx');
  const size = [HOUSEHOLDS, PROVINCE_SIZE.communes, PROVINCE_SIZE.villagesEach].map(String);
  const { members } = await inOwnProcess<{ members: number }>(WRITING, path, ...size);
  return { path, members };
}

function expect(what: string, is: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(is), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one}, expected ${other}`);
}

/** What an import did, commune by commune. */
async function outcomeOf(db: Db, importId: string) {
  const { rows } = await sql`
    select i.status, i.broken, sum(c.fresh)::int as fresh, sum(c.changed)::int as changed,
           sum(c.same)::int as same, sum(c.wrong)::int as wrong, count(c.refusal)::int as refused,
           count(c.applied_at)::int as applied,
           (select count(*)::int from import_faults f where f.import_id = i.id) as faults
    from household_imports i left join import_communes c on c.import_id = i.id
    where i.id = ${importId} group by i.id`.execute(db);
  return rows[0];
}

/** What stands in the register and in the round, and how many events say so. */
async function standing(db: Db) {
  const { rows } = await sql`
    select (select count(*)::int from households) as households,
           (select count(*)::int from household_residences) as residences,
           (select count(*)::int from household_members) as members,
           (select count(*)::int from member_identities) as identities,
           (select count(*)::int from household_reviews where version = 0) as reviews,
           (select sum(households)::int from review_totals
            where mark = '' and unit_id = commune_id) as counted,
           (select count(distinct mark)::int from review_totals where mark like 'deprived.%')
             as indicators,
           (select count(*)::int from events where verb = 'importHouseholds') as events`.execute(
    db,
  );
  return rows[0];
}

/** The file into an empty register, and once more into the one that so came about. */
async function importTwice({ path, members }: Book): Promise<Pick<Run, 'first' | 'again'>> {
  const { communes } = PROVINCE_SIZE;
  const right = { wrong: 0, refused: 0 };
  const all = {
    ...{ households: HOUSEHOLDS, residences: HOUSEHOLDS, members, identities: members },
    ...{ reviews: HOUSEHOLDS, counted: HOUSEHOLDS, indicators: 12, events: communes },
  };
  let imported: [Imported, Imported] | undefined;
  await inOwnDatabase(async (db, url) => {
    const { token } = await fillProvince(db, PROVINCE_SIZE);
    const importOnce = () => inOwnProcess<Imported>(IMPORT, path, url, token);
    const first = await importOnce();
    expect('the first import', await outcomeOf(db, first.importId), {
      ...{ status: 'applied', broken: null, fresh: HOUSEHOLDS, changed: 0, same: 0, ...right },
      ...{ applied: communes, faults: 0 },
    });
    expect('the register after the first import', await standing(db), all);
    const again = await importOnce();
    expect('the second import', await outcomeOf(db, again.importId), {
      ...{ status: 'applied', broken: null, fresh: 0, changed: 0, same: HOUSEHOLDS, ...right },
      ...{ applied: 0, faults: 0 },
    });
    expect('the register after the second import', await standing(db), all);
    imported = [first, again];
  });
  if (!imported) throw new Error('nothing was imported');
  return { first: imported[0], again: imported[1] };
}

async function readBare({ path, members }: Book): Promise<BareReading> {
  const bare = await inOwnProcess<BareReading>(EXCELJS, path);
  expect('rows that exceljs read', bare.rows, HOUSEHOLDS + members + 2);
  return bare;
}

const middle = (values: readonly number[]) =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What several runs came to: the middle time, the highest peak. */
function lineOf(all: readonly Measured[], { rows, bareMs }: { rows: number; bareMs: number }) {
  const ms = middle(all.map((one) => one.ms));
  return {
    ...{ 'each run': all.map((one) => seconds(one.ms)).join(', '), median: seconds(ms) },
    ...{ 'to exceljs': (ms / bareMs).toFixed(2) },
    'peak memory': `${(Math.max(...all.map(({ peak }) => peak)) / 1e6).toFixed(0)} MB`,
    'rows a second': ((1000 * rows) / ms).toFixed(0),
  };
}

function table(runs: readonly Run[], rows: number): Record<string, Record<string, string>> {
  const all = (of: keyof Run): readonly Measured[] => runs.map((run) => run[of]);
  const checked = runs.map(({ first: { checkedMs, peak } }) => ({ ms: checkedMs, peak }));
  const against = { rows, bareMs: middle(all('bare').map(({ ms }) => ms)) };
  return {
    'exceljs reads the file': lineOf(all('bare'), against),
    'checked and committed': { ...lineOf(all('first'), against), wanted: '≤ 1.00, ≤ 300 MB' },
    'of that, checked': lineOf(checked, against),
    'the same file again': lineOf(all('again'), against),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'chung-tay-book-'));
try {
  const book = await makeBook(folder);
  const size = (statSync(book.path).size / 1e6).toFixed(1);
  const rows = HOUSEHOLDS + book.members;
  const runs: Run[] = [];
  for (let turn = 0; turn < RUNS; turn++)
    runs.push({ ...(await importTwice(book)), bare: await readBare(book) });
  const cells = runs[0]?.bare.cells ?? 0;
  console.log(`${rows} rows, ${cells} cells, ${size} MB; ${RUNS} runs in turns`);
  console.table(table(runs, rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
