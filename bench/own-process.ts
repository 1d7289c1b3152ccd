import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '..');

/** How long a work took in a process of its own, and its peak of memory in bytes. */
export interface Measured {
  readonly ms: number;
  readonly peak: number;
}

/**
 * A script of this folder in one file, as the server is built: stripping the types of a hundred
 * files takes a process 70 MB. `outside`: the package that stays apart.
 */
export function bundled(script: string, outside: string): string {
  const file = join(ROOT, 'build/bench', script.replace(/ts$/, 'mjs'));
  const words = [join('bench', script), '-o', file, '-p', 'node', '-e', outside];
  const bundler = join(ROOT, 'node_modules/.bin/rolldown');
  execFileSync(process.execPath, [bundler, ...words], { cwd: ROOT, stdio: 'pipe' });
  return file;
}

/**
 * Runs a script in a process of its own; gives what it tells. Whoever starts a process hands its own
 * peak of memory on to it: the bench itself has to stay small.
 */
export async function inOwnProcess<T>(script: string, ...words: string[]): Promise<T> {
  const child = fork(script, words);
  const [[told]] = await Promise.all([
    // The channel ends behind the last word; the process may be gone before that is heard.
    Promise.race([once(child, 'message'), once(child, 'disconnect').then(() => [undefined])]),
    once(child, 'exit'),
  ]);
  if (told === undefined) throw new Error(`${script} ended without a word`);
  return told as T;
}

/** What the process that runs here tells whoever started it, as its last word. */
export function tell(told: object): void {
  process.send?.(told, () => process.disconnect());
}

/** Measures a work of this process; call it once. */
export async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  return { ms, peak: process.resourceUsage().maxRSS * 1024 };
}
