import { act } from '../shared/act.actions.ts';
import type { House, Tx } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { found } from '../shared/web.ts';
import { placeOfAddress } from './brakes.ts';
import { brake } from './guessing.actions.ts';
import { hashPassword, passwordFits } from './password.actions.ts';
import { passwordFault } from './password-rules.ts';
import { lockPerson } from './people-write.sql.ts';
import { hashOfToken } from './sessions.actions.ts';
import { endSessions } from './sessions.sql.ts';
import { findAccountOf, type KnownAccount, markSucceeded, storePassword } from './sign-in.sql.ts';

export interface PasswordChange {
  readonly current: string;
  readonly chosen: string;
  readonly repeated: string;
  /** Where the request came from, for the brakes. */
  readonly address: string;
  readonly token: string;
}

/**
 * Changes one's own password and ends one's other sessions. Throws `invalidForm` with the fault
 * beside its field; a wrong current password is braked like a sign-in.
 */
export async function changePassword(
  house: House,
  personId: string,
  change: PasswordChange,
): Promise<void> {
  const account = found(await findAccountOf(house.db, personId), 'tài khoản của bạn');
  await checkCurrent(house, account, change);
  const message = chosenFault(account, change);
  if (message) throw wrong('chosen', message);
  if (change.chosen !== change.repeated)
    throw wrong('repeated', 'Hai lần nhập mật khẩu mới chưa giống nhau. Hãy nhập lại lần thứ hai.');
  const passwordHash = await hashPassword(change.chosen);
  await act(house, { id: personId, name: account.full_name }, async (tx, now) => {
    await mustBeUnchanged(tx, account);
    await storePassword(tx, personId, passwordHash, false);
    await endSessions(tx, personId, now, { butToken: hashOfToken(change.token) });
    return [undefined, { noun: 'account', subjectId: personId, verb: 'changePassword' }];
  });
}

/** A new one-time password, given while this one was checked, must not be written over. */
async function mustBeUnchanged(tx: Tx, { person_id, password_hash }: KnownAccount): Promise<void> {
  await lockPerson(tx, person_id);
  const now = await findAccountOf(tx, person_id);
  if (now?.password_hash !== password_hash || now.disabled_at)
    throw new Problem('changedMeanwhile', { what: 'Tài khoản của bạn' });
}

async function checkCurrent(house: House, account: KnownAccount, change: PasswordChange) {
  const attemptId = await brake(house, account.login, placeOfAddress(change.address));
  if (!(await passwordFits(account.password_hash, change.current)))
    throw wrong('current', 'Mật khẩu đang dùng chưa đúng. Hãy nhập lại.');
  await house.db.transaction().execute((tx) => markSucceeded(tx, attemptId));
}

function chosenFault(account: KnownAccount, change: PasswordChange): string | undefined {
  if (change.chosen === change.current)
    return 'Mật khẩu mới trùng mật khẩu đang dùng. Hãy chọn mật khẩu khác.';
  return passwordFault(change.chosen, { login: account.login, name: account.full_name });
}

function wrong(field: string, message: string): Problem {
  return new Problem('invalidForm', {}, [{ field, message }]);
}

/** The login of a person, for the password manager of the browser. */
export async function loginOfPerson(house: House, personId: string): Promise<string> {
  return found(await findAccountOf(house.db, personId), 'tài khoản của bạn').login;
}
