import type { Form } from '../../reporting/forms/form.ts';
import { formFor } from '../../reporting/forms/form.ts';
import { amountsOf } from './amounts.ts';
import { chanceOf } from './chance.ts';
import type { Amounts } from './commune-poverty.ts';
import { type Filled, filledReport } from './filling.ts';
import { lastYearOf, type Reported } from './last-year.ts';
import { nameMaker } from './names.ts';
import { povertyStory } from './poverty.ts';
import type { Seed } from './seed.ts';
import { wordingOf } from './words.ts';

/** The unit whose report is written, as the round expects it. */
interface Author {
  readonly unitId: string;
  readonly unitName: string;
  readonly role: string;
}

/** Writes the report of a unit in a year on a form, last round's reports at hand. */
export type Writing = (author: Author, year: number, form: Form, before: Reported) => Filled[];

/** `mergedFrom`: the units that merged whole into a unit. */
export function writingOf(seed: Seed, mergedFrom: ReadonlyMap<string, readonly string[]>): Writing {
  const poverty = povertyStory(seed);
  const nameOf = nameMaker(seed.names, seed.patterns);
  return (author, year, form, before) => {
    const { unitId, role } = author;
    const own: Amounts = poverty.get(year)?.get(unitId) ?? {};
    const drawn = amountsOf(seed.amounts, { id: unitId, role }, year);
    const amounts = { ...drawn, ...own };
    const wording = wordingOf(seed.words, { ...author, year, amounts }, nameOf);
    return filledReport(
      formFor(form, role),
      { amounts, wording },
      lastYearOf(unitId, before, mergedFrom),
      seed.words.keptReasons,
      chanceOf(`${unitId}:${year}:kept`),
    );
  };
}
