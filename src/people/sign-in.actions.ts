import { createHmac, timingSafeEqual } from 'node:crypto';
import { act } from '../shared/act.actions.ts';
import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { placeOfAddress } from './brakes.ts';
import { brake } from './guessing.actions.ts';
import { asLogin } from './login-name.ts';
import { passwordFits } from './password.actions.ts';
import { type Doorstep, openSession } from './sessions.actions.ts';
import {
  type DemoSignIn,
  findAccountByLogin,
  findAccountOf,
  findDemoSignIns,
  forgetAttempts,
  type KnownAccount,
  markSucceeded,
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
    // A new password given while this one was being checked has ended all sessions: open none.
    const present = await findAccountOf(tx, account.person_id);
    if (present?.password_hash !== account.password_hash) throw new Problem('wrongPassword');
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

/** The made-up people offered at the door while the house tells its story. */
export function demoSignIns(house: House): Promise<DemoSignIn[]> {
  return findDemoSignIns(house.db);
}
