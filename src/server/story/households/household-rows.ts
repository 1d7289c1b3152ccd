import type { AreaType } from '../../../households/household-class.ts';
import { areaId, stableId } from '../../../units/reference-ids.ts';
import type { Member } from './births.ts';
import type { Course } from './course.ts';
import type { Family } from './families.ts';
import type { Finding } from './findings.ts';

export const PROVINCE_ID = areaId('2022', '12');

/** A household of the story with all that its rows are made of. */
export interface StoryHousehold {
  readonly id: string;
  readonly code: string;
  readonly area: AreaType;
  readonly course: Course;
  readonly family: Family;
  /** By year; on the list and without one, it still waits for its survey. */
  readonly findings: Map<number, Finding>;
}

export function householdId(code: string): string {
  return stableId(`household:${code}`);
}

/** The rows of the register: household, residence, members, and their identities apart. */
export function registerRows(households: readonly StoryHousehold[]) {
  return {
    households: households.map(householdRow),
    household_residences: households.map(residenceRow),
    household_members: households.flatMap(memberRows),
    member_identities: households.flatMap(({ id, family }) =>
      family.members.map((member) => identityRow(id, member)),
    ),
  } as const;
}

function householdRow({ id, code, course, family }: StoryHousehold) {
  return {
    ...{ province_id: PROVINCE_ID, id, code, head_no: 1, made_up: true },
    ...{ formed_on: family.formedOn, ended_on: family.endedOn },
    end_reason: family.endedOn ? (course.years.at(-1)?.reason ?? null) : null,
  };
}

function residenceRow({ id, area, course, family }: StoryHousehold) {
  return {
    ...{ province_id: PROVINCE_ID, household_id: id, village_id: course.village.id },
    ...{ area_type: area, valid_from: family.since, valid_to: family.endedOn },
  };
}

/** Facts of insurance, nourishment and school as the last survey found them; unknown without one. */
function memberRows({ id, course, family, findings }: StoryHousehold) {
  const last = [...findings].at(-1);
  const lacking = last && lackingIn(family.members, ...last);
  return family.members.map((member) => ({
    ...{ province_id: PROVINCE_ID, household_id: id, member_no: member.number },
    ...{ relation: member.relation, sex: member.sex, ethnicity: course.ethnicity },
    birth_year: Number(member.born.slice(0, 4)),
    insured: lacking ? !lacking.insurance.has(member) : null,
    nourished: lacking?.asked(member, 0) ? !lacking.nourishment.has(member) : null,
    studying: lacking?.asked(member, 3) ? !lacking.school.has(member) : null,
    ...{ valid_from: member.from, valid_to: member.to },
  }));
}

/** Who lacks what, so that the members agree with the household's indicators. */
function lackingIn(members: readonly Member[], year: number, found: Finding) {
  const here = members.filter(({ to }) => to === null);
  const age = ({ born }: Member) => year - Number(born.slice(0, 4));
  const from = (least: number) => here.filter((one) => age(one) >= least && age(one) < 16);
  const adults = here.filter((one) => age(one) >= 6);
  const uninsured = found.deprived.includes('healthInsurance') ? adults.slice(-1) : [];
  return {
    insurance: new Set(uninsured),
    nourishment: new Set(from(0).slice(0, found.childrenHealth)),
    school: new Set(from(3).slice(0, found.childrenSchool)),
    asked: (member: Member, least: number) => age(member) >= least && age(member) < 16,
  };
}

function identityRow(householdId: string, member: Member) {
  return {
    ...{ province_id: PROVINCE_ID, household_id: householdId, member_no: member.number },
    ...{ full_name: member.fullName, birth_date: member.born },
    citizen_number: member.citizenNumber,
  };
}
