import type { Chance } from './chance.ts';
import type { Cells } from './seed.ts';

/** Makes up a name of an ethnic group (code of 2008) in Vietnamese order. */
export type NameMaker = (ethnic: string, sex: 'm' | 'f', chance: Chance) => string;

interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** What may be drawn, with the sum of the weights. */
interface Urn {
  readonly list: readonly Weighted[];
  readonly sum: number;
}

/**
 * A maker over the rows of synthetic-names.csv and synthetic-name-patterns.csv. What is drawn
 * from is put together once: half a million people bear names.
 */
export function nameMaker(names: readonly Cells[], patterns: readonly Cells[]): NameMaker {
  const parts = Map.groupBy(names, (row) => `${row.ethnic_code_2008}:${row.part}:${row.sex}`);
  const shapes = Map.groupBy(patterns, (row) => `${row.ethnic_code_2008}:${row.sex}`);
  const partUrn = remembered((key) => {
    const [ethnic, name, sex] = key.split(':');
    const both = [`${ethnic}:${name}:${sex}`, `${ethnic}:${name}:any`];
    return urnOf(both.flatMap((one) => parts.get(one) ?? []).map(weighted));
  });
  const shapeUrn = remembered((key) =>
    urnOf((shapes.get(key) ?? []).map((row) => weighted({ ...row, value: row.pattern ?? '' }))),
  );
  return (ethnic, sex, chance) => {
    const part = (name: string) => draw(partUrn(`${ethnic}:${name}:${sex}`), chance);
    const shape = draw(shapeUrn(`${ethnic}:${sex}`), chance);
    return shape.replace(/\{(\w+)\}/g, (_, name: string) => part(name)).normalize('NFC');
  };
}

function remembered(make: (key: string) => Urn): (key: string) => Urn {
  const known = new Map<string, Urn>();
  return (key) => {
    const urn = known.get(key) ?? make(key);
    known.set(key, urn);
    return urn;
  };
}

function weighted(row: Cells): Weighted {
  return { value: row.value ?? '', weight: Number(row.weight) || 1 };
}

function urnOf(list: readonly Weighted[]): Urn {
  return { list, sum: list.reduce((sum, one) => sum + one.weight, 0) };
}

function draw({ list, sum }: Urn, chance: Chance): string {
  let left = chance.next() * sum;
  for (const { value, weight } of list) {
    left -= weight;
    if (left <= 0) return value;
  }
  throw new RangeError('no name to choose from');
}
