import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandardTexts } from '../../households/standard/reference-standards.ts';
import { readCsv } from '../../shared/csv.ts';
import type { ReferenceTexts } from '../../units/reference-units.ts';
import type {
  FigureSeed,
  FormsSeed,
  MovementSeed,
  OfficialSeed,
  TasksSeed,
} from './seed-shapes.ts';
import type {
  AmountSeed,
  DemoSeed,
  HouseholdsSeed,
  PovertySeed,
  RoundsSeed,
  WordsSeed,
} from './story-shapes.ts';

export type Cells = Readonly<Record<string, string>>;

/** Everything that the story is made of, read from db/seed. */
export interface Seed {
  readonly units: ReferenceTexts;
  /** Outlines of the communes of 2025, GeoJSON. */
  readonly map: string;
  readonly agencies: readonly Cells[];
  readonly merger: readonly Cells[];
  readonly census: readonly Cells[];
  readonly names: readonly Cells[];
  readonly patterns: readonly Cells[];
  readonly planBytes: Buffer;
  readonly movement: MovementSeed;
  readonly figures: readonly FigureSeed[];
  readonly forms: FormsSeed;
  readonly tasks: TasksSeed;
  readonly official: readonly OfficialSeed[];
  readonly poverty: PovertySeed;
  readonly amounts: AmountSeed;
  readonly words: WordsSeed;
  readonly rounds: RoundsSeed;
  readonly demo: DemoSeed;
  readonly standards: StandardTexts;
  readonly ethnicByDistrict: readonly Cells[];
  readonly households: HouseholdsSeed;
}

/** Reads the seed under the root of the project; throws where a file is missing or broken. */
export function readSeed(root: string): Seed {
  const text = (path: string) => readFileSync(join(root, 'db/seed', path), 'utf8');
  const json = <T>(path: string) => JSON.parse(text(path)) as T;
  const units = {
    units2022: text('units/lai-chau-units-2022.csv'),
    units2025: text('units/lai-chau-units-2025.csv'),
    merger: text('units/lai-chau-merger-2025.csv'),
    agencies: text('units/lai-chau-agencies.csv'),
  };
  return {
    units,
    map: text('units/lai-chau-communes-2025.geojson'),
    agencies: readCsv(units.agencies),
    merger: readCsv(units.merger),
    census: readCsv(text('movement/lai-chau-census-2019.csv')),
    names: readCsv(text('people/synthetic-names.csv')),
    patterns: readCsv(text('people/synthetic-name-patterns.csv')),
    planBytes: readFileSync(join(root, 'db/seed/plan/ke-hoach-2022.md')),
    movement: json('movement/movement.json'),
    figures: json('movement/figures.json'),
    forms: json('movement/forms.json'),
    tasks: json('movement/tasks.json'),
    official: json('movement/official-figures.json'),
    poverty: json('movement/poverty-story.json'),
    amounts: json('movement/amounts.json'),
    words: json('movement/words.json'),
    rounds: json('movement/rounds.json'),
    demo: json('people/demo-people.json'),
    standards: {
      standards: text('households/standards.json'),
      indicators: text('households/indicators.json'),
    },
    ethnicByDistrict: readCsv(text('households/lai-chau-ethnic-by-district.csv')),
    households: json('households/made-up.json'),
  };
}
