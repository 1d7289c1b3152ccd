import { showInstant } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { KeyValues } from '../shared/html/facts.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../shared/html/sections.tsx';
import type { Frame } from '../shared/web.ts';
import { AccountState, disabledSince } from './account-state.pages.tsx';
import { dutySentence } from './duty-sentence.ts';
import {
  holds,
  isOver,
  Past,
  type Period,
  PeriodLine,
  periodInWords,
} from './period-line.pages.tsx';
import type { Duty } from './person.ts';

export interface PersonPageProps {
  readonly frame: Frame;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly login: string | null;
    readonly must_change_password: boolean | null;
    readonly disabled_at: Date | null;
    readonly last_seen_at: Date | null;
  };
  readonly positions: readonly (Period & { readonly title: string })[];
  readonly duties: readonly (Period & { readonly duty: Duty })[];
  readonly abilities: {
    readonly changeAccount: boolean;
    readonly assignAt: ReadonlySet<string>;
    readonly assign: boolean;
  };
}

/** One person: what they can see and do, where they serve, how the account stands. */
export function PersonPage(props: PersonPageProps) {
  const { frame, person, positions } = props;
  const now = positions.filter((held) => holds(held, frame.today));
  const lead = now.map((held) => `${held.title}, ${held.unit_name}`).join('; ');
  return (
    <Page frame={frame} title={person.name}>
      <PageHead
        title={person.name}
        lead={lead || 'Hiện chưa giữ chức vụ nào.'}
        back={{ href: '/people', label: 'Tài khoản' }}
      />
      <DutiesSection {...props} />
      <PositionsSection {...props} />
      <AccountPanel {...props} />
    </Page>
  );
}

function DutiesSection({ frame, person, duties, abilities }: PersonPageProps) {
  const present = duties.filter((held) => !isOver(held, frame.today));
  const past = duties.filter((held) => isOver(held, frame.today));
  return (
    <Section
      title="Người này xem và làm được gì"
      actions={
        abilities.assign ? (
          <ButtonLink href={`/people/${person.id}/duties/new`} icon="add">
            Giao nhiệm vụ
          </ButtonLink>
        ) : null
      }
    >
      {present.length ? (
        <ul class="duties">
          {present.map((held) => (
            <PeriodLine
              key={held.id}
              title={dutySentence(held.duty, held.unit_name)}
              held={held}
              today={frame.today}
              end={
                abilities.assignAt.has(held.unit_id)
                  ? { href: `/people/${person.id}/duties/${held.id}/end`, label: 'Kết thúc' }
                  : undefined
              }
            />
          ))}
        </ul>
      ) : (
        <Empty sentence="Chưa được giao nhiệm vụ nào, nên đăng nhập vào cũng chưa xem được kế hoạch hay báo cáo." />
      )}
      <Past title="Nhiệm vụ đã kết thúc">
        {past.map((held) => `${dutySentence(held.duty, held.unit_name)} (${periodInWords(held)})`)}
      </Past>
    </Section>
  );
}

function PositionsSection({ frame, person, positions, abilities }: PersonPageProps) {
  const present = positions.filter((held) => !isOver(held, frame.today));
  const past = positions.filter((held) => isOver(held, frame.today));
  return (
    <Section
      title="Chức vụ"
      actions={
        abilities.assign ? (
          <ButtonLink href={`/people/${person.id}/positions/new`} icon="add">
            Thêm chức vụ
          </ButtonLink>
        ) : null
      }
    >
      <ul class="duties">
        {present.map((held) => (
          <PeriodLine
            key={held.id}
            title={`${held.title}, ${held.unit_name}`}
            held={held}
            today={frame.today}
            end={
              abilities.assignAt.has(held.unit_id)
                ? { href: `/people/${person.id}/positions/${held.id}/end`, label: 'Bàn giao' }
                : undefined
            }
          />
        ))}
      </ul>
      <Past title="Chức vụ đã giữ">
        {past.map((held) => `${held.title}, ${held.unit_name} (${periodInWords(held)})`)}
      </Past>
    </Section>
  );
}

function AccountPanel({ person, abilities }: PersonPageProps) {
  const facts = [
    { name: 'Tên đăng nhập', value: person.login ?? 'Chưa có' },
    {
      name: 'Tình trạng',
      value: (
        <>
          <AccountState account={person} /> {disabledSince(person)}
        </>
      ),
    },
    {
      name: 'Vào hệ thống lần cuối',
      value: person.last_seen_at ? showInstant(person.last_seen_at) : 'Chưa lần nào',
    },
    { name: 'Thư điện tử', value: person.email ?? 'Chưa có' },
  ];
  return (
    <Panel title="Tài khoản">
      <KeyValues facts={facts} />
      {abilities.changeAccount ? <AccountActions person={person} /> : null}
    </Panel>
  );
}

function AccountActions({ person }: Pick<PersonPageProps, 'person'>) {
  const at = `/people/${person.id}`;
  return (
    <div class="actions">
      <ActionForm
        action={`${at}/password`}
        label={person.login ? 'Cấp lại mật khẩu và in phiếu' : 'Cấp tài khoản và in phiếu'}
      />
      {person.login && person.disabled_at ? (
        <ActionForm action={`${at}/enable`} label="Mở khóa tài khoản" />
      ) : null}
      {person.login && !person.disabled_at ? (
        <ActionForm action={`${at}/disable`} label="Khóa tài khoản" kind="danger" />
      ) : null}
    </div>
  );
}
