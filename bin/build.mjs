// Bundles the source: Node strips types but does not read JSX. Run by itself it builds at once;
// `build()` does so only when a source changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SERVER_ENTRIES = ['src/server/main.ts', 'src/server/main.tsx'];
const BROWSER_ENTRIES = { app: 'src/server/app.browser.ts' };
const STAMP = join(root, 'build/stamp');

/** Makes `build/server.mjs` and `public/build/*.js` when they are older than their sources. */
export async function build() {
  if (!isStale()) return;
  const stamp = stampOfSources();
  const { build: bundle } = await import('rolldown');
  await bundle([...serverBundle(), ...browserBundles()]);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
}

/** Whether some source was changed, added or removed since the last build. */
export function isStale() {
  return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stampOfSources();
}

function stampOfSources() {
  const hash = createHash('sha256');
  for (const file of sources()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function sources() {
  const inside = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));
  return [...inside.sort(), 'package-lock.json', 'bin/build.mjs'];
}

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } };

// Packages of many small modules: reading them one by one took half of the start.
const BUNDLED = /^(kysely|hucre|ical-generator|preact|preact-render-to-string|saxes|uuid)(\/|$)/;

/** Other packages stay outside; what is imported on demand becomes a file of its own and loads then. */
function serverBundle() {
  const input = SERVER_ENTRIES.filter((entry) => existsSync(join(root, entry)));
  if (input.length === 0) return [];
  return [
    {
      cwd: root,
      input: { server: input[0] },
      platform: 'node',
      tsconfig: false,
      transform: jsx,
      external: (id) => !/^[./\0]/.test(id) && !BUNDLED.test(id),
      output: {
        dir: join(root, 'build'),
        format: 'esm',
        sourcemap: true,
        entryFileNames: '[name].mjs',
        // Named by content: a server that still runs finds the parts it has not loaded yet.
        chunkFileNames: 'parts/[name]-[hash].mjs',
      },
    },
  ];
}

function browserBundles() {
  return Object.entries(BROWSER_ENTRIES)
    .filter(([, entry]) => existsSync(join(root, entry)))
    .map(([name, entry]) => ({
      cwd: root,
      input: { [name]: entry },
      platform: 'browser',
      tsconfig: false,
      transform: { ...jsx, target: 'es2020' },
      output: {
        dir: join(root, 'public/build'),
        format: 'esm',
        minify: true,
        codeSplitting: false,
        entryFileNames: '[name].js',
      },
    }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
