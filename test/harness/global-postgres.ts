import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../src/server/postgres/start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server all tests share: a role that may make databases of its own. */
    databaseUrl: string;
  }
}

/**
 * One PostgreSQL for the whole run: the one that DATABASE_URL names, else the shipped one in a
 * temporary place, without waiting for disks. Tests read the address from TEST_DATABASE_URL or
 * `inject('databaseUrl')`.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.DATABASE_URL;
  const server = outside ? { url: outside, stop: async () => undefined } : await startThrowaway();
  process.env.TEST_DATABASE_URL = server.url;
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
  };
}

function startThrowaway() {
  const dataDir = mkdtempSync(join(tmpdir(), 'chung-tay-test-'));
  // As root the server runs as another user, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  return startPostgres({ dataDir, log: () => undefined, throwaway: true });
}
