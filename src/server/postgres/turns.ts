import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processMark, stillRuns } from './processes.ts';
import { PostgresTrouble } from './trouble.ts';

const PATIENCE_SECONDS = 60;

/**
 * Runs `work` while no other process starts or stops the server of this data directory.
 * The lock is an abstract socket: the kernel gives it to one process and takes it back at its
 * death, `kill -9` included, so there is no stale lock to guess about.
 */
export async function inTurn<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(dataDir);
  try {
    return await work();
  } finally {
    await new Promise((done) => lock.close(done));
  }
}

async function takeLock(dataDir: string): Promise<Server> {
  const name = `\0chung-tay-${shortHash(realpathSync(dataDir))}`;
  for (let waited = 0; waited < PATIENCE_SECONDS * 1000; waited += 20) {
    const lock = await tryLock(name);
    if (lock) return lock;
    await sleep(20);
  }
  throw new PostgresTrouble('busy', { dataDir, seconds: PATIENCE_SECONDS });
}

function tryLock(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const lock = createServer().unref();
    lock.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    lock.listen(name, () => resolve(lock));
  });
}

/** A short name for a path, the same at every start. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

/** Notes that this process uses the server; call inside `inTurn`. Returns the note to withdraw. */
export function claim(dataDir: string): string {
  const notes = notesOf(dataDir);
  mkdirSync(notes, { recursive: true, mode: 0o700 });
  const note = join(notes, `${processMark(process.pid)}.${Math.random().toString(36).slice(2, 8)}`);
  writeFileSync(note, '');
  return note;
}

/** Takes a note back; says whether anyone else still uses the server. Call inside `inTurn`. */
export function withdraw(dataDir: string, note: string): boolean {
  rmSync(note, { force: true });
  const others = readdirSync(notesOf(dataDir));
  const living = others.filter((name) => stillRuns(name.split('.').slice(0, 2).join('.')));
  for (const name of others) {
    if (!living.includes(name)) rmSync(join(notesOf(dataDir), name), { force: true });
  }
  return living.length > 0;
}

function notesOf(dataDir: string): string {
  return join(dataDir, 'postgres-users');
}
