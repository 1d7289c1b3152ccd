import type { Day } from '../../shared/day.ts';
import { showDay } from '../../shared/day.ts';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Missing } from '../../shared/html/texts.tsx';
import { ethnicName } from '../ethnic-groups.ts';
import type { Member } from './household.ts';
import { relationName, SEXES } from './member.ts';
import type { MemberIdentity } from './member-draft.ts';

export type Identities = ReadonlyMap<number, MemberIdentity>;

export interface MembersTableProps {
  readonly members: readonly Member[];
  /** Once a reading has been recorded. */
  readonly identities: Identities | undefined;
  /** Where each is corrected, for those who may. */
  readonly editHref: ((member: Member) => string) | undefined;
}

/** Who lives in a household: facts only, unless identities are handed in. */
export function MembersTable({ members, identities, editHref }: MembersTableProps) {
  const edit: Column<Member>[] = editHref
    ? [
        {
          key: 'edit',
          head: <span class="sr-only">Sửa</span>,
          cell: (member) => (
            <a href={editHref(member)}>
              Sửa<span class="sr-only"> thành viên {member.no}</span>
            </a>
          ),
        },
      ]
    : [];
  return (
    <DataTable
      caption="Thành viên đang ở trong hộ"
      quietCaption
      rows={members}
      keyOf={({ no }) => String(no)}
      columns={[FIRST, ...(identities ? identityColumns(identities) : []), ...FACTS, ...edit]}
      none="Chưa ghi thành viên nào."
    />
  );
}

const FIRST: Column<Member> = {
  key: 'relation',
  head: 'Quan hệ với chủ hộ',
  cell: ({ relation }) => relationName(relation),
};

const FACTS: readonly Column<Member>[] = [
  { key: 'sex', head: 'Giới tính', cell: ({ sex }) => (sex === 'f' ? SEXES.f : SEXES.m) },
  { key: 'born', head: 'Năm sinh', align: 'numeric', cell: ({ birthYear }) => birthYear },
  { key: 'ethnicity', head: 'Dân tộc', cell: ({ ethnicity }) => ethnicName(ethnicity) },
  { key: 'insured', head: 'Bảo hiểm y tế', cell: ({ insured }) => <Answer answer={insured} /> },
  { key: 'studying', head: 'Đang đi học', cell: ({ studying }) => <Answer answer={studying} /> },
];

function identityColumns(identities: Identities): Column<Member>[] {
  const of = ({ no }: Member) => identities.get(no);
  const day = (on: Day | null | undefined) => (on ? showDay(on) : <Missing />);
  return [
    { key: 'name', head: 'Họ và tên', cell: (one) => of(one)?.fullName ?? <Missing /> },
    { key: 'birthday', head: 'Ngày sinh', cell: (one) => day(of(one)?.birthDate) },
    { key: 'number', head: 'Số căn cước', cell: (one) => of(one)?.citizenNumber ?? <Missing /> },
  ];
}

function Answer({ answer }: { readonly answer: boolean | null }) {
  if (answer === null) return <Missing />;
  return answer ? 'Có' : 'Không';
}
