// `npm start`: from a fresh clone to a running application.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStale } from './build.mjs';
import { ensureInstalled, findNode, root, run } from './prepare.mjs';

ensureInstalled({ dev: false });
const node = findNode();
if (isStale()) {
  const code = await run(node, [join(root, 'bin/build.mjs')]);
  if (code !== 0) process.exit(code);
}
const guard = pathToFileURL(join(root, 'bin/follow-parent.mjs')).href;
const words = [`--import=${guard}`, join(root, 'build/server.mjs')];
endWithNpm();
const code = await run(node, [...words, ...process.argv.slice(2)], {
  env: { NODE_COMPILE_CACHE: join(root, 'build/compiled'), ...process.env },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
process.exit(code);

/**
 * When npm, or the shell it starts us by, is killed with kill -9, nobody tells us, and the
 * application would keep its port for good. So we look, and then stop in order.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

function parentOf(pid) {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/s, '-')
      .split(' ')[3];
    return parent;
  } catch {
    return '';
  }
}
