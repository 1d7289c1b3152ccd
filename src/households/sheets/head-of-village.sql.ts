import { type RawBuilder, sql } from 'kysely';

/** Which head is looked for: SQL that stands for the village, the year, and what holds of the name. */
export interface AskedHead {
  readonly provinceId: string;
  readonly villageId: RawBuilder<unknown>;
  readonly birthYear: RawBuilder<unknown>;
  /** Over the columns of `member_identities`. */
  readonly named: RawBuilder<unknown>;
}

/**
 * The households of today in a village whose head was born in a year and is named so. Each is looked up
 * by its whole key (`offset 0` keeps it so), and the year is asked before the name: few are left
 * whose name has to be folded.
 */
export const householdsHeadedBy = ({ provinceId, villageId, birthYear, named }: AskedHead) => sql`
  select h.* from household_residences stay
  cross join lateral (
    select * from households
    where province_id = ${provinceId} and id = stay.household_id and ended_on is null offset 0
  ) h
  cross join lateral (
    select from household_members
    where province_id = ${provinceId} and household_id = h.id and member_no = h.head_no
      and birth_year = ${birthYear} offset 0
  ) born
  cross join lateral (
    select from member_identities
    where province_id = ${provinceId} and household_id = h.id and member_no = h.head_no
      and ${named} offset 0
  ) named
  where stay.province_id = ${provinceId} and stay.village_id = ${villageId}
    and stay.valid_to is null offset 0`;
