import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: "<pid>.<start time in clock ticks>".
 * `undefined` when no such process runs (a zombie counts as gone).
 */
export function processMark(pid: number): string | undefined {
  const fields = readOrUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    // The second field is the program's name in brackets and may hold spaces and brackets itself.
    ?.replace(/^.*\) /s, '')
    .split(' ');
  if (!fields || fields[0] === 'Z') return undefined;
  return `${pid}.${fields[19]}`;
}

/** Whether the process that left this mark still runs. */
export function stillRuns(mark: string): boolean {
  return processMark(Number.parseInt(mark, 10)) === mark;
}

/**
 * The processes that work on a cluster. Every process of PostgreSQL has its cluster as working
 * directory, and the first one names it among its arguments; either is enough, for in a container
 * root may lack the right to see another user's working directory.
 */
export function processesOf(cluster: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && (worksIn(pid, cluster) || wasToldOf(pid, cluster)));
}

function worksIn(pid: number, cluster: string): boolean {
  return readOrUndefined(() => readlinkSync(`/proc/${pid}/cwd`)) === cluster;
}

function wasToldOf(pid: number, cluster: string): boolean {
  const words = readOrUndefined(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.split('\0');
  return words?.[0]?.endsWith('/postgres') === true && words.includes(cluster);
}

function readOrUndefined(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
