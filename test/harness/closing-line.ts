import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with "N passed, N failed" alone on a line, for machines that read the output. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = (state: 'passed' | 'failed') =>
      modules.flatMap((module) => [...module.children.allTests(state)]).length;
    // A file that does not load has no tests of its own, and is a failure all the same.
    const unloaded = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + unloaded + errors.length;
    console.log(`${count('passed')} passed, ${failed} failed`);
  }
}
