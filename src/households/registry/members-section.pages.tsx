import { showDay } from '../../shared/day.ts';
import { ButtonLink } from '../../shared/html/button.tsx';
import { Section } from '../../shared/html/sections.tsx';
import { type Household, livesThere, type Member } from './household.ts';
import { relationName } from './member.ts';
import { type Identities, MembersTable } from './members-table.pages.tsx';

export interface MembersProps {
  readonly household: Household;
  readonly members: readonly Member[];
  readonly mayReview: boolean;
  readonly reading: { readonly identities: Identities } | undefined;
}

/** Who lives in a household and who has left it; names only once a reading is recorded. */
export function Members(props: MembersProps) {
  const { household, members, reading } = props;
  const mayChange = props.mayReview && household.endedOn === null;
  const address = `/households/${household.id}/members`;
  const gone = members.filter((one) => !livesThere(one));
  return (
    <Section
      title="Thành viên"
      id="members"
      actions={
        mayChange ? (
          <ButtonLink href={`${address}/new`} icon="add">
            Thêm thành viên
          </ButtonLink>
        ) : undefined
      }
    >
      <MembersTable
        members={members.filter(livesThere)}
        identities={reading?.identities}
        editHref={mayChange ? ({ no }) => `${address}/${no}` : undefined}
      />
      {gone.length > 0 ? <Gone members={gone} /> : null}
    </Section>
  );
}

function Gone({ members }: { readonly members: readonly Member[] }) {
  return (
    <details>
      <summary>Đã rời hộ: {members.length} người</summary>
      <ul>
        {members.map(({ no, relation, birthYear, to }) => (
          <li key={no}>
            {relationName(relation)}, sinh năm {birthYear}
            {to ? `, đến hết ngày ${showDay(to)}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
