import type { ListItem } from '../../reporting/forms/figure.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Amounts } from './commune-poverty.ts';
import type { NameMaker } from './names.ts';
import type { WordsSeed } from './story-shapes.ts';

/** Who writes: the unit's name goes into its sentences, its amounts too. */
export interface Writer {
  readonly unitId: string;
  readonly unitName: string;
  readonly role: string;
  readonly year: number;
  readonly amounts: Amounts;
}

/** The made-up sentences and lists of one report; the same writer always writes the same. */
export interface Wording {
  highlights(): string;
  list(slug: string): readonly ListItem[] | null;
}

export function wordingOf(seed: WordsSeed, writer: Writer, nameOf: NameMaker): Wording {
  const chance = chanceOf(`${writer.unitId}:${writer.year}:words`);
  const fill = (text: string) => filled(text, seed, writer, nameOf, chance);
  const items = (pairs: readonly (readonly [string, string])[], count: number) =>
    chance.some(pairs, count).map(([title, body]) => ({ title: fill(title), body: fill(body) }));
  const lists: Record<string, () => ListItem[]> = {
    models: () => items(seed.models, chance.between(1, 2)),
    exemplars: () => items(seed.exemplars, chance.between(1, 2)),
    difficulties: () => items(difficultiesFor(seed, writer), chance.between(0, 3)),
    proposals: () => items(seed.proposals, chance.between(0, 2)),
  };
  return {
    highlights: () => poolsFor(seed, writer.role).map(chance.pick).map(fill).join(' '),
    list: (slug) => {
      const made = lists[slug]?.() ?? [];
      return made.length > 0 ? made : null;
    },
  };
}

function poolsFor({ highlights }: WordsSeed, role: string): readonly (readonly string[])[] {
  return highlights[role] ?? highlights.agency ?? [];
}

/** The merger of 1/7/2025 brought difficulties of its own. */
function difficultiesFor(seed: WordsSeed, { role, year }: Writer) {
  const afterMerger = role === 'commune' && year >= 2025;
  return afterMerger ? [...seed.communesAfterMerger, ...seed.difficulties] : seed.difficulties;
}

function filled(
  text: string,
  seed: WordsSeed,
  writer: Writer,
  nameOf: NameMaker,
  chance: Chance,
): string {
  const gaps: Record<string, () => string> = {
    unit: () => writer.unitName,
    village: () => chance.pick(seed.villages),
    crop: () => chance.pick(seed.crops),
    animal: () => chance.pick(seed.livestock),
    few: () => String(chance.between(6, 38)),
    area: () => showNumber(chance.between(8, 96) / 2),
    days: () => showNumber(chance.between(6, 120) * 10),
    name: () => nameOf('03', text.startsWith('Bà') ? 'f' : 'm', chance),
  };
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const own = gaps[gap];
    if (own) return own();
    const amount = writer.amounts[gap];
    if (amount === undefined)
      throw new Error(`words.json: {${gap}} is no amount of ${writer.role}`);
    return showNumber(amount);
  });
}
