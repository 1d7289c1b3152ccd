import type { Relation, Sex } from '../../../households/registry/member.ts';
import { type Day, day } from '../../../shared/day.ts';
import type { Chance } from '../chance.ts';
import type { NameMaker } from '../names.ts';
import type { Course } from './course.ts';

/** A made-up member for as long as the register knows it. */
export interface Member {
  readonly number: number;
  readonly relation: Relation;
  readonly sex: Sex;
  readonly fullName: string;
  readonly born: Day;
  readonly citizenNumber: string | null;
  readonly from: Day;
  /** The last day; null while it lasts. */
  to: Day | null;
}

export interface MemberMaking {
  readonly nameOf: NameMaker;
  readonly nextNumber: () => string;
}

/** Before the review of the year asks who is there (1 September). */
export function dayInYear(year: number, chance: Chance): Day {
  const [month, date] = [chance.between(1, 8), chance.between(1, 28)];
  return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

const NAME_TRIES = 12;

/** Makes the members of one household, with one family name and ages that fit. */
export class Births {
  readonly #course: Course;
  readonly #making: MemberMaking;
  readonly #chance: Chance;
  readonly #since: Day;
  readonly #year: number;
  readonly #names = new Set<string>();
  #headAge = 0;
  #familyName = '';

  constructor(course: Course, making: MemberMaking, chance: Chance, since: Day) {
    this.#course = course;
    this.#making = making;
    this.#chance = chance;
    this.#since = since;
    this.#year = Number(since.slice(0, 4)) - 1;
  }

  firstMembers(young: boolean): Member[] {
    const { size } = this.#course;
    this.#headAge = young ? this.#chance.between(21, 34) : this.#ageOfHead(size);
    const members = [this.#head()];
    for (const [relation, age] of this.#others(size - 1)) {
      const sex = relation === 'spouse' ? opposite(members[0]?.sex) : this.#sex();
      members.push(this.#member(members.length + 1, relation, sex, age));
    }
    return members;
  }

  baby(year: number, number: number): Member {
    const from = dayInYear(year, this.#chance);
    return { ...this.#member(number, 'child', this.#sex(), 0), born: from, from };
  }

  /** Some years after the head grew up. */
  formedOn(): Day {
    const years = Math.max(1, Math.min(this.#headAge - 20, this.#chance.between(2, 30)));
    return dayInYear(this.#year - years + 1, this.#chance);
  }

  /** Old enough for as many children. */
  #ageOfHead(size: number): number {
    return size === 1 ? this.#chance.between(24, 78) : this.#chance.between(21 + 2 * size, 67);
  }

  #head(): Member {
    const alone = this.#course.size <= 2;
    const sex = this.#chance.next() < (alone ? 0.42 : 0.14) ? 'f' : 'm';
    const head = this.#member(1, 'head', sex, this.#headAge);
    this.#familyName = head.fullName.split(' ')[0] ?? '';
    return head;
  }

  /** Spouse, then three generations where there is room. */
  #others(count: number): [Relation, number][] {
    const chance = this.#chance;
    const age = this.#headAge;
    const people: [Relation, number][] = [];
    const left = () => count - people.length;
    if (left() > 0 && chance.next() < 0.9)
      people.push(['spouse', Math.max(19, age + chance.between(-5, 4))]);
    if (age < 46 && left() >= 3 && chance.next() < 0.3)
      people.push(['parent', age + chance.between(20, 30)]);
    if (age >= 50 && left() >= 2) {
      const child = age - chance.between(20, 24);
      people.push(['child', child], ['child-in-law', Math.max(18, child + chance.between(-4, 3))]);
      return [...people, ...this.#row('grandchild', child, left())];
    }
    return [...people, ...this.#row('child', age, left())];
  }

  /** Children of somebody of an age, eldest first, a year or more apart. */
  #row(relation: Relation, age: number, count: number): [Relation, number][] {
    const grown = age - this.#chance.between(19, 23);
    const eldest = Math.max(count - 1, Math.min(grown, this.#chance.between(6, 26)));
    const apart = Math.max(1, Math.min(3.2, eldest / Math.max(1, count)));
    return Array.from({ length: count }, (_, at) => [
      relation,
      Math.max(0, Math.round(eldest - at * apart)),
    ]);
  }

  #member(number: number, relation: Relation, sex: Sex, age: number): Member {
    const fullName = this.#newName(relation, sex);
    const { nextNumber } = this.#making;
    const citizenNumber = age >= 14 && this.#chance.next() < 0.94 ? nextNumber() : null;
    const born = dayInYear(this.#year - age, this.#chance);
    return { number, relation, sex, fullName, born, citizenNumber, from: this.#since, to: null };
  }

  /** A name that nobody else in the household bears, as long as names last. */
  #newName(relation: Relation, sex: Sex): string {
    for (let tries = 1; ; tries += 1) {
      const made = this.#making.nameOf(this.#course.ethnicity, sex, this.#chance);
      const name = inherits(relation) ? withFamilyName(made, this.#familyName) : made;
      if (this.#names.has(name) && tries < NAME_TRIES) continue;
      this.#names.add(name);
      return name;
    }
  }

  #sex(): Sex {
    return this.#chance.next() < 0.49 ? 'f' : 'm';
  }
}

function opposite(sex: Sex | undefined): Sex {
  return sex === 'f' ? 'm' : 'f';
}

function inherits(relation: Relation): boolean {
  return relation === 'child' || relation === 'grandchild';
}

function withFamilyName(name: string, familyName: string): string {
  return [familyName, ...name.split(' ').slice(1)].join(' ');
}
