import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import type { Site } from '../shared/web.ts';
import { startChores } from './chores.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { connect } from './database/connect.ts';
import { databaseTrouble, refuseOldServer } from './database/database-trouble.ts';
import { migrate } from './database/migrate.ts';
import { houseOver } from './house.ts';
import { buildApplication } from './http/application.ts';
import { listen } from './listening.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Running, stopTogether } from './stopping.ts';

const say = (line: string) => console.log(line);

/** Who is being answered when the stop comes gets this long. */
const LAST_ANSWERS_MS = 5_000;

async function start(parts: Running[]): Promise<void> {
  const configuration = readConfiguration();
  const opening = openDatabase(configuration);
  const closeDatabase = () => opening.then((server) => server.stop()).catch(() => undefined);
  parts.push({ stop: closeDatabase });
  const db = connect((await opening).url);
  parts.push({ stop: () => db.destroy() });
  await prepareDatabase(db, configuration);
  const settings = await readSettings(db);
  const house = houseOver(db, settings.storyDay);
  const site = await buildApplication({
    house,
    root: configuration.root,
    storyDay: settings.storyDay !== undefined,
    logger: { level: 'warn' },
  });
  parts.push(startChores(house, configuration), { stop: () => closeSite(site) });
  greet(await listen(site, { port: configuration.port, say }), settings);
}

async function openDatabase({ databaseUrl, dataDir }: Configuration) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => undefined };
  await mkdir(dataDir, { recursive: true });
  return startPostgres({ dataDir, log: say });
}

/** Brings the schema up to date; an empty database is filled with the story, or begun for real. */
async function prepareDatabase(db: Db, { root, story }: Configuration): Promise<void> {
  try {
    refuseOldServer(await versionOf(db));
    await migrate(db as never, join(root, 'db/migrations'));
  } catch (fault) {
    throw databaseTrouble(fault) ?? fault;
  }
  if (story === 'no') {
    const { beginEmpty } = await import('./first-start.ts');
    await beginEmpty(db, { root, now: new Date(), say });
  } else if (await isEmpty(db)) {
    const { loadStory } = await import('./story/load-story.ts');
    await loadStory(db, root, say, story);
  }
}

async function versionOf(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int as version`.execute(db);
  return rows[0]?.version ?? 0;
}

async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from movements) and not exists (select from accounts) as empty`.execute(
    db,
  );
  return rows[0]?.empty === true;
}

/** Waits for the answers under way, but not for someone who never finishes sending. */
async function closeSite(site: Site): Promise<void> {
  const enough = setTimeout(() => site.server.closeAllConnections(), LAST_ANSWERS_MS);
  await site.close();
  clearTimeout(enough);
}

function greet(
  address: string,
  { storyDay, demoSignIns }: Settings & { storyDay?: Day | undefined },
) {
  say(`\nChung Tay đang chạy tại ${address.replace('0.0.0.0', 'localhost')}`);
  if (!storyDay) return;
  say('\nDữ liệu minh họa (người và số liệu đều là giả). Đăng nhập thử:');
  for (const { login, password, who } of demoSignIns)
    say(`  ${login.padEnd(16)} ${password}   ${who}`);
}

/** A sentence for the person at the terminal where there is one, else the whole fault. */
const tell = (fault: unknown) =>
  console.error(fault instanceof Error && fault.message ? fault.message : fault);

const parts: Running[] = [];
const stop = stopTogether(parts, tell);
start(parts).catch((fault: unknown) => {
  tell(fault);
  void stop(1);
});
