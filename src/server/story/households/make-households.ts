import type { PovertyStandard } from '../../../households/standard/poverty-standard.ts';
import { chanceOf } from '../chance.ts';
import { type NameMaker, nameMaker } from '../names.ts';
import type { Seed } from '../seed.ts';
import type { Course } from './course.ts';
import { coursesOf } from './courses.ts';
import { ethnicMix } from './ethnic-mix.ts';
import { familyOf, membersOn } from './families.ts';
import { type Finding, findingOf, peopleOf } from './findings.ts';
import { householdId, type StoryHousehold } from './household-rows.ts';
import { askedOn, listingOf } from './review-rows.ts';
import type { NewCommune, OldCommune } from './scope.ts';
import type { Village } from './villages.ts';

/** Makes the households of one commune after another. */
export type HouseholdMaker = (
  commune: NewCommune,
  villages: readonly Village[],
) => StoryHousehold[];

export function householdMaker(seed: Seed, standard: PovertyStandard): HouseholdMaker {
  const nameOf = nameMaker(seed.names, seed.patterns);
  return ({ parts }, villages) =>
    parts.flatMap((part) => {
      const own = villages.filter((one) => one.oldCode === part.code);
      const courses = coursesOf(part, own, ethnicMix(seed, part.districtCode));
      const nextNumber = citizenNumbers(part);
      return courses.map((course) => told(course, part, { nameOf, nextNumber, standard }));
    });
}

/** No real citizen number begins with 999: that is the place of a province's code. */
function citizenNumbers({ place }: OldCommune): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `999${String(place).padStart(3, '0')}${String(count).padStart(6, '0')}`;
  };
}

interface Making {
  readonly nameOf: NameMaker;
  readonly nextNumber: () => string;
  readonly standard: PovertyStandard;
}

function told(course: Course, part: OldCommune, making: Making): StoryHousehold {
  const code = `${part.code}-${String(course.number).padStart(4, '0')}`;
  const area = part.urban ? 'urban' : 'rural';
  const family = familyOf(course, making, chanceOf(`${code}:family`));
  const findings = new Map<number, Finding>();
  for (const one of course.years) {
    if (listingOf(code, one) === null) continue;
    const people = peopleOf(membersOn(family, askedOn(one.year)), one.year);
    findings.set(one.year, findingOf({ code, area }, one, people, making.standard));
  }
  return { id: householdId(code), code, area, course, family, findings };
}
