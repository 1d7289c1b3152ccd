import { act } from '../shared/act.actions.ts';
import type { Day } from '../shared/day.ts';
import type { House, Tx } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { found, must } from '../shared/web.ts';
import { freeLogin, loginOf } from './login-name.ts';
import { oneTimePassword } from './password.actions.ts';
import { insertPeople, type NewPerson } from './people.actions.ts';
import { mayAdminister, mayChangeAccount } from './people.policy.ts';
import { findPerson, takenLogins } from './people.sql.ts';
import { insertAccount, lockPerson, setDisabled, takeLoginsTurn } from './people-write.sql.ts';
import type { Person } from './person.ts';
import type { PersonDraft } from './person-draft.ts';
import { linesOf, unitIdsOf } from './reach.sql.ts';
import { endSessions } from './sessions.sql.ts';
import { storePassword } from './sign-in.sql.ts';

/** What is printed for a first sign-in. The password exists nowhere else and never again. */
export interface Slip {
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/**
 * Creates people with accounts, all or nothing, and gives their slips. `batchId` names the
 * change in the event log. Throws `notAllowed` for a unit out of reach, `loginTaken`,
 * `alreadyExists` when the same form is sent twice.
 */
export async function createPeople(
  house: House,
  admin: Person,
  batchId: string,
  drafts: readonly PersonDraft[],
): Promise<Slip[]> {
  const secrets = await Promise.all(drafts.map(() => oneTimePassword()));
  return act(house, admin, async (tx, now) => {
    await mustReachAll(tx, admin, drafts, house.today());
    await refuseRepeat(tx, drafts);
    await takeLoginsTurn(tx);
    const logins = await giveLogins(tx, drafts);
    const people = drafts.map((draft, at) =>
      asNewPerson(draft, logins[at] ?? '', secrets[at]?.passwordHash ?? ''),
    );
    await insertPeople(tx, people, { at: now, by: admin.id });
    const detail = people.map(({ id, fullName, login, positions, duties }) => {
      return { id, fullName, login, positions, duties };
    });
    const slips = people.map((one, at) => asSlip(one, secrets[at]?.password ?? ''));
    return [
      slips,
      { noun: 'person', subjectId: batchId, verb: 'create', detail: { people: detail } },
    ];
  });
}

async function mustReachAll(tx: Tx, admin: Person, drafts: readonly PersonDraft[], today: Day) {
  const unitIds = drafts.map((draft) => draft.unitId);
  const lines = await linesOf(tx, unitIds, today);
  for (const unitId of unitIds)
    must(mayAdminister(admin, lines.get(unitId) ?? []), 'tài khoản của đơn vị này');
}

async function refuseRepeat(tx: Tx, drafts: readonly PersonDraft[]): Promise<void> {
  const first = drafts[0];
  if (first && (await findPerson(tx, first.id)))
    throw new Problem('alreadyExists', { what: 'Tài khoản từ đúng biểu mẫu này' });
}

/** Typed logins are taken as they are or refused; the others get the first free one. */
async function giveLogins(tx: Tx, drafts: readonly PersonDraft[]): Promise<string[]> {
  const wanted = drafts.map((draft) => draft.login ?? loginOf(draft.fullName));
  const taken = await takenLogins(tx, wanted);
  for (const { login } of drafts) {
    if (!login) continue;
    if (taken.has(login)) throw loginTaken(login);
    taken.add(login);
  }
  return drafts.map((draft, at) => {
    if (draft.login) return draft.login;
    const login = freeLogin(wanted[at] ?? '', taken);
    taken.add(login);
    return login;
  });
}

function loginTaken(login: string): Problem {
  const message = `Tên đăng nhập ${login} đã có người dùng. Hãy chọn tên khác hoặc để trống.`;
  return new Problem('loginTaken', { login }, [{ field: 'login', message }]);
}

function asNewPerson(draft: PersonDraft, login: string, passwordHash: string): NewPerson {
  const { id, fullName, email, unitId, title, from } = draft;
  return {
    ...{ id, fullName, email, login, passwordHash, mustChange: true },
    positions: [{ unitId, title, from }],
    duties: draft.duties.map((duty) => ({ unitId, duty, from })),
  };
}

function asSlip(one: NewPerson, password: string): Slip {
  return { personId: one.id, name: one.fullName, login: one.login ?? '', password };
}

/**
 * Gives a person a new one-time password and ends all sessions; someone without an account gets
 * one. Throws `notAllowed` unless every unit of the person is in the administrator's reach.
 */
export async function resetPassword(house: House, admin: Person, personId: string): Promise<Slip> {
  const { password, passwordHash } = await oneTimePassword();
  return act(house, admin, async (tx, now) => {
    const person = await openAccount(tx, admin, personId, house.today());
    const login = person.login ?? (await addAccount(tx, admin, person, passwordHash, now));
    await storePassword(tx, personId, passwordHash, true);
    await endSessions(tx, personId, now);
    const slip = { personId, name: person.name, login, password };
    return [slip, { noun: 'account', subjectId: personId, verb: 'resetPassword' }];
  });
}

async function addAccount(
  tx: Tx,
  admin: Person,
  person: { id: string; name: string },
  passwordHash: string,
  now: Date,
): Promise<string> {
  await takeLoginsTurn(tx);
  const wanted = loginOf(person.name);
  const login = freeLogin(wanted, await takenLogins(tx, [wanted]));
  await insertAccount(tx, {
    person_id: person.id,
    login,
    password_hash: passwordHash,
    created_at: now,
    created_by: admin.id,
    disabled_at: null,
  });
  return login;
}

/** Disables an account and ends its sessions at once, or enables it again. */
export async function disableAccount(
  house: House,
  admin: Person,
  personId: string,
  disabled: boolean,
): Promise<void> {
  await act(house, admin, async (tx, now) => {
    await openAccount(tx, admin, personId, house.today());
    await setDisabled(tx, personId, disabled ? now : null);
    if (disabled) await endSessions(tx, personId, now);
    const verb = disabled ? 'disable' : 'enable';
    return [undefined, { noun: 'account', subjectId: personId, verb }];
  });
}

/** The person whose account is to change, locked; refuses whoever may not. */
async function openAccount(tx: Tx, admin: Person, personId: string, today: Day) {
  const exists = await lockPerson(tx, personId);
  const person = found(exists ? await findPerson(tx, personId) : undefined, 'người này');
  if (admin.id === personId) throw new Problem('notYourself');
  const lines = await linesOf(tx, await unitIdsOf(tx, personId, today), today);
  must(mayChangeAccount(admin, personId, [...lines.values()]), 'tài khoản của người này');
  return person;
}
