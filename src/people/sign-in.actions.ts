import { createHmac, timingSafeEqual } from 'node:crypto';
import { act } from '../shared/act.actions.ts';
import type { House } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found } from '../shared/web.ts';
import { BRAKE_WINDOW_MS, placeOfAddress, waitOfAddress, waitOfLogin } from './brakes.ts';
import { asLogin } from './login-name.ts';
import { hashPassword, passwordFits } from './password.actions.ts';
import { passwordFault } from './password-rules.ts';
import { type Doorstep, hashOfToken, openSession } from './sessions.actions.ts';
import { endSessions } from './sessions.sql.ts';
import {
  type DemoSignIn,
  failuresOfAddress,
  failuresOfLogin,
  findAccountByLogin,
  findAccountOf,
  findDemoSignIns,
  forgetAttempts,
  insertAttempt,
  type KnownAccount,
  markSucceeded,
  storePassword,
  takeTurn,
} from './sign-in.sql.ts';

const DAY_MS = 24 * 3_600_000;

export interface SignInTry {
  readonly login: string;
  readonly password: string;
  readonly from: Doorstep;
  /** The cookie that a device got when this person last signed in there. */
  readonly knownDevice: string | undefined;
}

export interface SignedIn {
  readonly token: string;
  /** For the cookie by which this device is known next time. */
  readonly knownDevice: string;
  readonly mustChangePassword: boolean;
}

/**
 * Signs a person in. Throws `tooManyTries` with the seconds to wait, `wrongPassword` (the same
 * for an unknown login), `accountDisabled` (said only to whoever knows the password).
 */
export async function signIn(house: House, wanted: SignInTry): Promise<SignedIn> {
  const login = asLogin(wanted.login).slice(0, 100);
  const account = await findAccountByLogin(house.db, login);
  const place = placeOfTry(account, wanted);
  const attemptId = await brake(house, login, place);
  if (!(await passwordFits(account?.password_hash, wanted.password)) || !account)
    throw new Problem('wrongPassword');
  if (account.disabled_at) throw new Problem('accountDisabled');
  const { token } = await startSession(house, account, wanted.from, attemptId);
  return {
    token,
    knownDevice: knownDeviceOf(account),
    mustChangePassword: account.must_change_password,
  };
}

function startSession(house: House, account: KnownAccount, from: Doorstep, attemptId: string) {
  const actor = { id: account.person_id, name: account.full_name };
  return act(house, actor, async (tx, now) => {
    await markSucceeded(tx, attemptId);
    await forgetAttempts(tx, new Date(now.getTime() - DAY_MS));
    const opened = await openSession(tx, account.person_id, from, now);
    return [opened, { noun: 'session', subjectId: opened.sessionId, verb: 'start' }];
  });
}

/**
 * A known device is counted apart: guesses from the same address, or from anywhere else, never
 * make its owner wait (the device cookies of OWASP). It is still braked by its own failures.
 */
function placeOfTry(account: KnownAccount | undefined, { knownDevice, from }: SignInTry): string {
  const known = account && knownDevice && sameText(knownDevice, knownDeviceOf(account));
  return known ? `device:${knownDevice.slice(-16)}` : placeOfAddress(from.address);
}

/** Sealed by the kept hash: a new password makes every device unknown again. */
function knownDeviceOf(account: KnownAccount): string {
  return createHmac('sha256', account.password_hash)
    .update(`device|${account.person_id}`)
    .digest('base64url');
}

function sameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Refuses a try that comes too soon; else notes it as failed until it is known to be right. */
async function brake(house: House, login: string, place: string): Promise<string> {
  const now = house.now();
  const since = new Date(now.getTime() - BRAKE_WINDOW_MS);
  return house.db.transaction().execute(async (tx) => {
    await takeTurn(tx, login, place);
    const seconds = Math.max(
      waitOfLogin(await failuresOfLogin(tx, login, place, since), now),
      waitOfAddress(await failuresOfAddress(tx, place, since), now),
    );
    if (seconds > 0) throw new Problem('tooManyTries', { seconds });
    const id = newId();
    await insertAttempt(tx, { id, login, address: place, at: now });
    return id;
  });
}

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
    await storePassword(tx, personId, passwordHash, false);
    await endSessions(tx, personId, now, { butToken: hashOfToken(change.token) });
    return [undefined, { noun: 'account', subjectId: personId, verb: 'changePassword' }];
  });
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

/** The made-up people offered at the door while the house tells its story. */
export function demoSignIns(house: House): Promise<DemoSignIn[]> {
  return findDemoSignIns(house.db);
}
