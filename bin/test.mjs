// `npm test`: every check there is, the cheapest first; the first failure ends the run.
// Words after the command go to vitest: npm test -- src/units
import { join } from 'node:path';
import { ensureInstalled, findNode, root, run, toolEnvironment } from './prepare.mjs';

ensureInstalled({ dev: true });
const node = findNode();
const env = { ...toolEnvironment(node), NODE_COMPILE_CACHE: join(root, 'build/compiled') };

const steps = [
  ['Trình bày và lỗi thường gặp (biome)', 'biome', ['check', '.']],
  ['Kiểu dữ liệu (tsc)', 'tsc', ['--noEmit']],
  ['Đóng gói (rolldown)', node, [join(root, 'bin/build.mjs')]],
  ['Câu chuyện kiểm thử (vitest)', 'vitest', ['run', ...process.argv.slice(2)]],
];

for (const [heading, program, words] of steps) {
  console.log(`\n=== ${heading} ===`);
  const began = performance.now();
  const code = await run(program, words, { env });
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
  if (code !== 0) {
    console.log(`\n=== ${heading}: không đạt sau ${seconds} giây ===`);
    if (program !== 'vitest') console.log('0 passed, 1 failed');
    process.exit(code);
  }
  if (program !== 'vitest') console.log(`Đạt sau ${seconds} giây.`);
}
