// `npm start`: from a fresh clone to a running application.
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
const words = ['--enable-source-maps', `--import=${guard}`, join(root, 'build/server.mjs')];
const code = await run(node, [...words, ...process.argv.slice(2)], {
  env: { NODE_COMPILE_CACHE: join(root, 'build/compiled'), ...process.env },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
process.exit(code);
