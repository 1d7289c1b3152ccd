import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

/** How long a work took in a process of its own, and its peak of memory in bytes. */
export interface Measured {
  readonly ms: number;
  readonly peak: number;
}

/** Runs a script of this folder in a process of its own; gives what it tells. */
export async function inOwnProcess<T>(script: string, ...words: string[]): Promise<T> {
  const child = fork(join(import.meta.dirname, script), words);
  const [[told]] = await Promise.all([
    Promise.race([once(child, 'message'), once(child, 'exit').then(() => [undefined])]),
    once(child, 'exit'),
  ]);
  if (told === undefined) throw new Error(`${script} ended without a word`);
  return told as T;
}

/** What the process that runs here tells whoever started it, as its last word. */
export function tell(told: object): void {
  process.send?.(told);
  process.disconnect();
}

/** Measures a work of this process; call it once. */
export async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  return { ms, peak: process.resourceUsage().maxRSS * 1024 };
}
