import type { Source } from './source.ts';

export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly ninetieth: number;
  readonly longest: number;
}

/** How a list of lengths spreads: its middle, nine tenths of the way, and its end. */
export function spreadOf(lengths: readonly number[]): Spread {
  const sorted = lengths.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { count: sorted.length, median: at(0.5), ninetieth: at(0.9), longest: at(1) };
}

/** The `count` longest of named lengths, longest first. */
export function longest<T extends { readonly lines: number }>(
  all: readonly T[],
  count: number,
): T[] {
  return all.toSorted((left, right) => right.lines - left.lines).slice(0, count);
}

/** The lengths as a small table, with the names of the longest. */
export function budgetTable(sources: readonly Source[]): string {
  const functions = functionsOf(sources);
  const rows: [string, Spread][] = [
    ['files', spreadOf(sources.map((one) => one.lines))],
    ['functions', spreadOf(functions.map((one) => one.lines))],
  ];
  const lines = rows.map(([what, { count, median, ninetieth, longest: end }]) =>
    [
      what.padEnd(10),
      ...[count, median, ninetieth, end].map((one) => String(one).padStart(8)),
    ].join(''),
  );
  const files = longest(sources, 3).map(({ file, lines: size }) => `  ${size} ${file}`);
  const long = longest(functions, 5).map(
    ({ file, name, lines: size }) => `  ${size} ${file} ${name}`,
  );
  const head = `${'lines'.padEnd(10)}   count  median 90 in 100 longest`;
  return [head, ...lines, ...files, ...long].join('\n');
}

export function functionsOf(sources: readonly Source[]) {
  return sources.flatMap(({ file, functions }) => functions.map((one) => ({ file, ...one })));
}
