import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers, giveDirectory } from './cluster.ts';
import { runAs } from './operating-user.ts';
import type { Place } from './place.ts';
import { processesOf, processMark, stillRuns } from './processes.ts';
import type { Runtime } from './runtime.ts';
import { PostgresTrouble } from './trouble.ts';

/** Recovery after a power cut reads back the log written since the last checkpoint. */
const START_SECONDS = 120;
const FAST_STOP_SECONDS = 15;
const LONGEST_LOG_BYTES = 5_000_000;
const POLL_MS = 10;
const SOCKET = '.s.PGSQL.5432';

/** A running server: the mark of its first process, or `undefined` when it runs out of our sight. */
export interface Postmaster {
  readonly mark: string | undefined;
}

/**
 * The server that already works on this cluster, ready to answer; `undefined` when there is none.
 * A pid file is believed only when that process works on this cluster: after a restart of the
 * machine its number may belong to anyone.
 */
export async function findRunning(place: Place): Promise<Postmaster | undefined> {
  const remains = () => processesOf(place.cluster);
  const pid = readPidFile(place)?.pid;
  if (pid !== undefined && remains().includes(pid)) return waitForNeighbour(place, pid);
  // The first process was killed: its children notice and leave by themselves within moments.
  for (let waited = 0; remains().length > 0 && waited < 10_000; waited += POLL_MS) {
    await sleep(POLL_MS);
  }
  // In another container on the same volume the process is invisible, the socket is not.
  if (existsSync(join(place.socketDir, SOCKET)) && (await answers(place))) {
    return { mark: undefined };
  }
  // PostgreSQL itself stays away as long as that number is taken, be it by a stranger or by a dead
  // server that nobody buried (in a container whose first process does not wait for its children).
  if (pid !== undefined && existsSync(`/proc/${pid}`)) removeTraces(place);
  return undefined;
}

/** What a dead server left to keep others away: the note in its cluster and the one at its socket. */
function removeTraces({ cluster, socketDir }: Place): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  rmSync(join(socketDir, `${SOCKET}.lock`), { force: true });
}

/** A server that somebody started: wait till it is ready, or gone if it was about to stop. */
async function waitForNeighbour(place: Place, pid: number): Promise<Postmaster | undefined> {
  const mark = processMark(pid);
  if (!mark) return undefined;
  const ready = await untilReady(place, mark);
  return ready ? { mark } : undefined;
}

/**
 * Starts PostgreSQL and waits until it takes connections. It gets a session of its own, so that
 * Ctrl-C in the terminal reaches only us and we may finish our requests before stopping it.
 */
export async function launch(
  place: Place,
  runtime: Runtime,
  settings: Record<string, string>,
): Promise<Postmaster> {
  giveDirectory(place, place.socketDir);
  const log = openLog(place.logFile);
  const words = Object.entries({ ...fixedSettings(place), ...settings });
  const child = spawn(
    join(runtime.bin, 'postgres'),
    ['-D', place.cluster, ...words.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...runAs(place.user),
      cwd: place.home,
      env: { TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  const mark = child.pid === undefined ? undefined : processMark(child.pid);
  if (!mark || !(await untilReady(place, mark))) throw startTrouble('stopped', place);
  return { mark };
}

function fixedSettings({ socketDir }: Place): Record<string, string> {
  return {
    // No port: other machines and other local users have nothing to knock at.
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'UTC',
    max_connections: '100',
    // Messages of failed statements quote what people typed: keep them out of the file.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  };
}

function openLog(file: string): number {
  const tooLong = existsSync(file) && statSync(file).size > LONGEST_LOG_BYTES;
  return openSync(file, tooLong ? 'w' : 'a', 0o600);
}

/** True when the server is ready, false when it went away; a Vietnamese sentence when neither. */
async function untilReady(place: Place, mark: string): Promise<boolean> {
  const pid = Number.parseInt(mark, 10);
  for (let waited = 0; waited < START_SECONDS * 1000; waited += POLL_MS) {
    const file = readPidFile(place);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (!stillRuns(mark)) return false;
    await sleep(POLL_MS);
  }
  throw startTrouble('notReady', place);
}

/** `postmaster.pid`: the process number on the first line, what it is doing on the eighth. */
function readPidFile({ cluster }: Place): { pid: number; status: string } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
}

function startTrouble(key: 'stopped' | 'notReady', { logFile }: Place): PostgresTrouble {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n') : [];
  return new PostgresTrouble(key, {
    logFile,
    seconds: START_SECONDS,
    lastLine: lines.slice(-20).findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '',
  });
}

/** Stops the server fast: open transactions are rolled back, everything committed is kept. */
export async function stopPostmaster({ mark }: Postmaster): Promise<void> {
  if (!mark) return;
  await signalAndWait(mark, 'SIGINT');
  await signalAndWait(mark, 'SIGQUIT');
}

async function signalAndWait(mark: string, signal: NodeJS.Signals): Promise<void> {
  if (!stillRuns(mark)) return;
  process.kill(Number.parseInt(mark, 10), signal);
  for (let waited = 0; stillRuns(mark) && waited < FAST_STOP_SECONDS * 1000; waited += POLL_MS) {
    await sleep(POLL_MS);
  }
}
