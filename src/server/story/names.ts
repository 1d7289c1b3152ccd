import type { Chance } from './chance.ts';
import type { Cells } from './seed.ts';

/** Makes up a name of an ethnic group (code of 2008) in Vietnamese order. */
export type NameMaker = (ethnic: string, sex: 'm' | 'f', chance: Chance) => string;

interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** A maker over the rows of synthetic-names.csv and synthetic-name-patterns.csv. */
export function nameMaker(names: readonly Cells[], patterns: readonly Cells[]): NameMaker {
  const parts = Map.groupBy(names, (row) => `${row.ethnic_code_2008}:${row.part}:${row.sex}`);
  const shapes = Map.groupBy(patterns, (row) => `${row.ethnic_code_2008}:${row.sex}`);
  return (ethnic, sex, chance) => {
    const part = (name: string) => {
      const both = [`${ethnic}:${name}:${sex}`, `${ethnic}:${name}:any`];
      return draw(weighted(both.flatMap((key) => parts.get(key) ?? [])), chance);
    };
    const rows = shapes.get(`${ethnic}:${sex}`) ?? [];
    const shape = draw(
      rows.map((row) => ({ value: row.pattern ?? '', weight: Number(row.weight) })),
      chance,
    );
    return shape.replace(/\{(\w+)\}/g, (_, name: string) => part(name)).normalize('NFC');
  };
}

function weighted(rows: readonly Cells[]): Weighted[] {
  return rows.map((row) => ({ value: row.value ?? '', weight: Number(row.weight) || 1 }));
}

function draw(list: readonly Weighted[], chance: Chance): string {
  let left = chance.next() * list.reduce((sum, one) => sum + one.weight, 0);
  for (const { value, weight } of list) {
    left -= weight;
    if (left <= 0) return value;
  }
  throw new RangeError('no name to choose from');
}
