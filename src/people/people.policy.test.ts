import { describe, expect, test } from 'vitest';
import {
  mayAdminister,
  mayAssign,
  mayChangeAccount,
  mayEnterPeople,
  mayOpenPerson,
} from './people.policy.ts';
import { DUTY_NAMES, type Duty, type Person } from './person.ts';

const LINES = {
  above: ['province'],
  own: ['agency', 'province'],
  below: ['branch', 'agency', 'province'],
  foreign: ['commune', 'province'],
};

/** Someone at the agency with one duty there. */
function withDuty(duty: Duty): Person {
  return {
    id: 'me',
    name: 'Nguyễn Văn Thử',
    title: 'Chuyên viên',
    unitId: 'agency',
    unitName: 'Sở',
    duties: [{ duty, unitId: 'agency' }],
    mustChangePassword: false,
  };
}

describe.each(DUTY_NAMES)('%s at the agency', (duty) => {
  const person = withDuty(duty);
  const isAdministrator = duty === 'administerAccounts';

  test.each([
    ['own', isAdministrator],
    ['below', isAdministrator],
    ['above', false],
    ['foreign', false],
  ] as const)('%s unit: %s', (where, allowed) => {
    const line = LINES[where];
    expect(mayAdminister(person, line)).toBe(allowed);
    expect(mayAssign(person, 'other', line)).toBe(allowed);
    expect(mayOpenPerson(person, 'other', [line])).toBe(allowed);
    expect(mayChangeAccount(person, 'other', [line])).toBe(allowed);
    expect(mayAssign(person, 'me', line)).toBe(false);
    expect(mayChangeAccount(person, 'me', [line])).toBe(false);
    expect(mayOpenPerson(person, 'me', [line])).toBe(true);
  });

  test('the room of accounts opens for administrators only', () => {
    expect(mayEnterPeople(person)).toBe(isAdministrator);
  });
});

test('whoever also serves out of reach can be seen, but gets no new password from below', () => {
  const person = withDuty('administerAccounts');
  const lines = [LINES.own, LINES.above];
  expect(mayOpenPerson(person, 'other', lines)).toBe(true);
  expect(mayChangeAccount(person, 'other', lines)).toBe(false);
  expect(mayChangeAccount(person, 'other', [])).toBe(false);
});
