import process from 'node:process';

export interface Running {
  stop(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Whatever hangs by then is left; PostgreSQL recovers by itself at the next start. */
const LONGEST_STOP_MS = 20_000;

/**
 * Gives what stops every part, the one opened last first, and ends the process; the first signal
 * does so too. The parts are read when it comes, so a start under way may still add some. A
 * launcher repeats signals and a terminal sends one to the whole group: whatever comes later
 * changes nothing. A fault that nobody caught stops in the same order, with exit code 1; `tell`
 * hears it, and what fails while stopping.
 */
export function stopTogether(
  parts: readonly Running[],
  tell: (fault: unknown) => void,
): (code: number) => Promise<void> {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    for (const part of [...parts].reverse()) await part.stop().catch(tell);
    process.exit(code);
  };
  for (const signal of SIGNALS) process.on(signal, () => stop(0));
  process.on('uncaughtException', (fault) => {
    if (!stopping) tell(fault);
    void stop(1);
  });
  return stop;
}
