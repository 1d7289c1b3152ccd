import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runAs } from './operating-user.ts';
import type { Place } from './place.ts';
import type { Runtime } from './runtime.ts';
import { PostgresTrouble } from './trouble.ts';

/** The role and the database of the application; the superuser `postgres` is for upkeep only. */
const APPLICATION = 'chungtay';

/** The address of the application's database: a socket, no port. */
export function applicationUrl(place: Place): string {
  return addressOf(place, APPLICATION, APPLICATION);
}

function addressOf({ socketDir, password }: Place, role: string, database: string): string {
  return `postgres://${role}:${password}@/${database}?host=${encodeURIComponent(socketDir)}`;
}

/** Makes the cluster when there is none; refuses one of another major version. */
export function ensureCluster(place: Place, runtime: Runtime): void {
  const versionFile = join(place.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) initialise(place, runtime);
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== runtime.major) {
    throw new PostgresTrouble('otherVersion', {
      home: place.home,
      found,
      shipped: runtime.major,
    });
  }
}

/** Runs initdb beside the final place, so that a half-made cluster is never mistaken for one. */
function initialise(place: Place, runtime: Runtime): void {
  const nursery = join(place.home, 'nursery');
  rmSync(nursery, { recursive: true, force: true });
  giveDirectory(place, nursery);
  const passwordFile = join(nursery, 'password');
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  chownSync(passwordFile, place.user.uid, place.user.gid);
  runInitdb(place, runtime, join(nursery, 'cluster'), passwordFile);
  renameSync(join(nursery, 'cluster'), place.cluster);
  rmSync(nursery, { recursive: true });
}

function runInitdb(place: Place, runtime: Runtime, cluster: string, passwordFile: string): void {
  // The built-in C.UTF-8 sorts like C and is the same on every machine, and unlike C it knows
  // that "Đ" is the capital of "đ". Vietnamese order is asked for by name: COLLATE "vi-x-icu".
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const entry = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  const initdb = spawnSync(
    join(runtime.bin, 'initdb'),
    ['-D', cluster, '--encoding=UTF8', ...locale, ...entry, '--no-instructions'],
    { ...runAs(place.user), cwd: place.home, env: { TZ: 'UTC' }, encoding: 'utf8' },
  );
  if (initdb.status === 0) return;
  const detail = initdb.error?.message ?? initdb.stderr.trim();
  throw new PostgresTrouble('initFailed', { home: place.home, detail });
}

/** Makes a directory that only PostgreSQL's user (and root) may enter. */
export function giveDirectory({ user }: Place, directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chownSync(directory, user.uid, user.gid);
}

/**
 * Makes the application's role and database when absent. The role is no superuser, as on a
 * server that others run: privileges bind it.
 */
export async function ensureDatabase(place: Place): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(place, 'postgres', 'postgres') });
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [APPLICATION]);
    if (role.rowCount === 0) {
      // The password is base64url: nothing in it needs quoting.
      await client.query(
        `create role ${APPLICATION} login createdb createrole password '${place.password}'`,
      );
    }
    const database = await client.query('select from pg_database where datname = $1', [
      APPLICATION,
    ]);
    if (database.rowCount === 0) {
      await client.query(`create database ${APPLICATION} owner ${APPLICATION}`);
    }
  } finally {
    await client.end();
  }
}

/** Whether the server that answers on the socket works on this very cluster. */
export async function answers(place: Place): Promise<boolean> {
  const client = new pg.Client({
    connectionString: addressOf(place, 'postgres', 'postgres'),
    connectionTimeoutMillis: 5000,
  });
  try {
    await client.connect();
    const shown = await client.query<{ data_directory: string }>('show data_directory');
    return shown.rows[0]?.data_directory === place.cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
