import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/harness/closing-line.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/harness/global-postgres.ts'],
    reporters: ['default', new ClosingLine()],
    isolate: false,
    // While one waits for the database or the browser the other keeps a second core busy.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
