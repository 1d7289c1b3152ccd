import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { applicationUrl, ensureCluster, ensureDatabase } from './cluster.ts';
import { findPlace, type Place, remember } from './place.ts';
import { findRunning, launch, type Postmaster, stopPostmaster } from './postmaster.ts';
import { stillRuns } from './processes.ts';
import { type Runtime, removeOldRuntimes, unpackRuntime } from './runtime.ts';
import { claim, inTurn, withdraw } from './turns.ts';

export interface PostgresOptions {
  /** Holds the database, or remembers where it is; made when absent. */
  readonly dataDir: string;
  /** Takes one Vietnamese line at a time, for the person at the terminal. */
  readonly log: (line: string) => void;
  /** For tests only: nothing needs to outlive `stop`, so disks are not waited for, and `stop` erases. */
  readonly throwaway?: boolean;
}

export interface RunningPostgres {
  /** A `pg` connection string of the database `chungtay`, over a socket. */
  readonly url: string;
  /** Stops the server, unless another process of ours still uses it. */
  stop(): Promise<void>;
}

const WATCH_MS = 1000;
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the PostgreSQL that ships with the application on `dataDir`, or adopts the one that
 * already runs there (left by a killed process, or shared with another one), and keeps it up.
 * Throws `PostgresTrouble`, a Vietnamese sentence, when that cannot be done.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const server = await inTurn(dataDir, async () => {
    const found = await bringUp({ ...options, dataDir });
    return { ...found, note: claim(dataDir) };
  });
  let { postmaster } = server;
  const watch = keepUp(
    () => postmaster,
    async () => {
      options.log('PostgreSQL đã dừng ngoài ý muốn; đang khởi động lại.');
      postmaster = (await inTurn(dataDir, () => bringUp({ ...options, dataDir }))).postmaster;
    },
    options.log,
  );
  const stop = async () => {
    await watch.end();
    await inTurn(dataDir, async () => {
      if (withdraw(dataDir, server.note)) return;
      await stopPostmaster(postmaster);
      if (options.throwaway) erase(server.place);
    });
  };
  let stopping: Promise<void> | undefined;
  return { url: applicationUrl(server.place), stop: () => (stopping ??= stop()) };
}

/** Adopts or starts the server; call inside `inTurn`. */
async function bringUp(
  options: PostgresOptions,
): Promise<{ place: Place; postmaster: Postmaster }> {
  const began = performance.now();
  const place = findPlace(options.dataDir);
  const running = place.made ? await findRunning(place) : undefined;
  if (running) {
    options.log('PostgreSQL đang chạy sẵn trên thư mục dữ liệu này; dùng tiếp.');
    return { place, postmaster: running };
  }
  const runtime = unpackRuntime(place.home);
  const postmaster = await start(place, runtime, options.throwaway ? CARELESS : {});
  const seconds = ((performance.now() - began) / 1000).toFixed(2).replace('.', ',');
  options.log(`PostgreSQL ${runtime.major} đã sẵn sàng sau ${seconds} giây (${place.home}).`);
  return { place, postmaster };
}

async function start(
  place: Place,
  runtime: Runtime,
  settings: Record<string, string>,
): Promise<Postmaster> {
  ensureCluster(place, runtime);
  // A first start that was cut short may have left its server behind.
  const postmaster = (await findRunning(place)) ?? (await launch(place, runtime, settings));
  if (!place.made) {
    await ensureDatabase(place);
    remember({ ...place, made: true });
  }
  removeOldRuntimes(place.home, runtime);
  return postmaster;
}

/** Looks once a second whether the server lives; `end` stops looking and awaits a restart under way. */
function keepUp(
  current: () => Postmaster,
  restart: () => Promise<void>,
  log: (line: string) => void,
): { end(): Promise<void> } {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    const { mark } = current();
    if (underWay || !mark || stillRuns(mark)) return;
    underWay = restart()
      .catch((error: Error) => log(error.message))
      .finally(() => {
        underWay = undefined;
      });
  }, WATCH_MS).unref();
  return {
    async end() {
      clearInterval(timer);
      await underWay;
    },
  };
}

function erase({ dataDir, home }: Place): void {
  rmSync(home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
