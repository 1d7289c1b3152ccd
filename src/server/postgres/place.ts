import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { canEnter, chooseOperatingUser, type OperatingUser } from './operating-user.ts';
import { PostgresTrouble } from './trouble.ts';
import { shortHash } from './turns.ts';

/** What the data directory remembers about its server, in `postgres.json` (readable by us alone). */
interface Memory {
  /** Relative to the data directory when inside it, so that the directory may be moved. */
  readonly home: string;
  readonly password: string;
  /** True once the database was made: from then on an absent cluster is a loss, not a beginning. */
  readonly made: boolean;
}

/** Where one server lives and how to enter it. */
export interface Place {
  readonly dataDir: string;
  readonly home: string;
  readonly cluster: string;
  readonly socketDir: string;
  readonly logFile: string;
  readonly user: OperatingUser;
  readonly password: string;
  readonly made: boolean;
}

/** Linux allows 107 bytes for a socket's path; PostgreSQL adds ".s.PGSQL.5432.lock". */
const LONGEST_SOCKET_DIR = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * Finds the place remembered for this data directory, or chooses one: inside the data directory
 * when PostgreSQL's user can get there, else under /var/lib or /var/tmp. Rights of existing
 * directories are never loosened.
 */
export function findPlace(dataDir: string): Place {
  const memory = recall(dataDir);
  if (!memory) return choosePlace(dataDir);
  const home = resolve(dataDir, memory.home);
  if (memory.made && !existsSync(join(home, 'cluster', 'PG_VERSION'))) {
    throw new PostgresTrouble('dataMoved', { home });
  }
  const user = chooseOperatingUser(join(home, 'cluster'));
  const place = layOut(dataDir, home, user, memory.password, memory.made);
  if (settle(place)) return place;
  if (memory.made) throw new PostgresTrouble('noPlace', { user: user.name, tried: home });
  return choosePlace(dataDir);
}

function choosePlace(dataDir: string): Place {
  if (existsSync(join(dataDir, 'postgres', 'cluster'))) {
    throw new PostgresTrouble('memoryLost', { dataDir });
  }
  const homes = possibleHomes(dataDir);
  const user = chooseOperatingUser(join(dataDir, 'postgres', 'cluster'));
  for (const home of homes) {
    const place = layOut(dataDir, home, user, randomBytes(24).toString('base64url'), false);
    if (!settle(place)) continue;
    remember(place);
    return place;
  }
  throw new PostgresTrouble('noPlace', { user: user.name, tried: homes.join(', ') });
}

function possibleHomes(dataDir: string): string[] {
  // The random end keeps a new beginning apart from what an erased data directory left behind.
  const name = `chung-tay-${shortHash(dataDir)}-${randomBytes(2).toString('hex')}`;
  return [join(dataDir, 'postgres'), join('/var/lib', name), join('/var/tmp', name)];
}

function layOut(
  dataDir: string,
  home: string,
  user: OperatingUser,
  password: string,
  made: boolean,
): Place {
  const logFile = join(home, 'postgres.log');
  const [cluster, socketDir] = [join(home, 'cluster'), join(home, 'socket')];
  return { dataDir, home, cluster, socketDir, logFile, user, password, made };
}

/** Makes the home and says whether the server can live there; leaves nothing behind when not. */
function settle({ home, socketDir, user, made }: Place): boolean {
  if (Buffer.byteLength(socketDir) > LONGEST_SOCKET_DIR) return false;
  const existed = existsSync(home);
  try {
    mkdirSync(home, { recursive: true });
    // In /var/tmp someone else may have put a directory or a link of that name before us.
    if (!isOurs(home, user)) return false;
    if (!made) chmodSync(home, user.foreign ? 0o755 : 0o700);
  } catch {
    return false;
  }
  if (canEnter(user, home)) return true;
  if (!existed) rmSync(home, { recursive: true });
  return false;
}

function isOurs(home: string, user: OperatingUser): boolean {
  const found = lstatSync(home);
  return found.isDirectory() && (found.uid === process.getuid?.() || found.uid === user.uid);
}

function recall(dataDir: string): Memory | undefined {
  const file = join(dataDir, 'postgres.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Memory) : undefined;
}

/** Writes the place down, whole or not at all. */
export function remember({ dataDir, home, password, made }: Place): void {
  const inside = home === join(dataDir, 'postgres');
  const memory: Memory = { home: inside ? 'postgres' : home, password, made };
  const file = join(dataDir, 'postgres.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  renameSync(`${file}.new`, file);
}
