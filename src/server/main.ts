import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import { startChores } from './chores.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { houseOver } from './house.ts';
import { buildApplication } from './http/application.ts';
import { startPostgres } from './postgres/start-postgres.ts';
import { readSettings, type Settings } from './settings.ts';

const say = (line: string) => console.log(line);

interface Running {
  stop(): Promise<void>;
}

async function start(): Promise<void> {
  const configuration = readConfiguration();
  const server = await openDatabase(configuration);
  const db = connect(server.url);
  await prepareDatabase(db, configuration.root);
  const settings = await readSettings(db);
  const house = houseOver(db, settings.storyDay);
  const site = await buildApplication({
    house,
    root: configuration.root,
    storyDay: settings.storyDay !== undefined,
    movement: settings.movement,
    logger: { level: 'warn' },
  });
  const chores = startChores(house, configuration);
  stopTogether([{ stop: () => site.close() }, chores, { stop: () => db.destroy() }, server]);
  const address = await site.listen({ port: configuration.port, host: '0.0.0.0' });
  greet(address, settings);
}

async function openDatabase({ databaseUrl, dataDir }: Configuration) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => undefined };
  await mkdir(dataDir, { recursive: true });
  return startPostgres({ dataDir, log: say });
}

/** Brings the schema up to date; an empty database is filled with the story. */
async function prepareDatabase(db: Db, root: string): Promise<void> {
  await migrate(db as never, join(root, 'db/migrations'));
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from movements) and not exists (select from accounts) as empty`.execute(
    db,
  );
  if (!rows[0]?.empty) return;
  const { loadStory } = await import('./story/load-story.ts');
  await loadStory(db, root, say);
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

/** A signal stops everything once, in order; a second one stops at once. */
function stopTogether(parts: Running[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const part of parts) await part.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
