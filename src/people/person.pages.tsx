import type { Day } from '../shared/day.ts';
import { showDay, showInstant } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { KeyValues } from '../shared/html/facts.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel, Section } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { Frame } from '../shared/web.ts';
import { dutySentence } from './duty-sentence.ts';
import { AccountState, disabledSince } from './people.pages.tsx';
import type { Duty } from './person.ts';

interface Period {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

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
        {past.map((held) => `${dutySentence(held.duty, held.unit_name)} (${period(held)})`)}
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
        {past.map((held) => `${held.title}, ${held.unit_name} (${period(held)})`)}
      </Past>
    </Section>
  );
}

interface PeriodLineProps {
  readonly title: string;
  readonly held: Period;
  readonly today: Day;
  readonly end: { readonly href: string; readonly label: string } | undefined;
}

function PeriodLine({ title, held, today, end }: PeriodLineProps) {
  return (
    <li class="duty">
      <div>
        <p class="duty-title">{title}</p>
        <div class="duty-facts">
          <span>{period(held)}</span>
          {held.valid_from > today ? <Status tone="due">Chưa đến ngày</Status> : null}
        </div>
      </div>
      {end ? <ButtonLink href={end.href}>{end.label}</ButtonLink> : null}
    </li>
  );
}

function Past({ title, children }: { title: string; children: readonly string[] }) {
  if (children.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({children.length})
      </summary>
      <ul>
        {children.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
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

function holds(held: Period, today: Day): boolean {
  return held.valid_from <= today && !isOver(held, today);
}

function isOver(held: Period, today: Day): boolean {
  return held.valid_to !== null && held.valid_to < today;
}

function period({ valid_from, valid_to }: Period): string {
  const end = valid_to ? ` đến hết ${showDay(valid_to)}` : '';
  return `từ ${showDay(valid_from)}${end}`;
}
