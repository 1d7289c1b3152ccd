import type { Person } from '../../people/person.ts';
import { type Actor, act } from '../../shared/act.actions.ts';
import type { House } from '../../shared/house.ts';
import { found, must } from '../../shared/web.ts';
import { mayRunRound } from '../reporting.policy.ts';
import { loadRound } from '../rounds/rounds.sql.ts';
import { storeFeed } from './calendar.sql.ts';
import { digestOf } from './digest.ts';
import { addMails, type ConcernedPerson, loadConcerned, type NewMail } from './urging.sql.ts';
import { loadWorkReports } from './work.sql.ts';
import { type WorkReport, workOf } from './work.ts';

/** Who is written to, and how many got a letter: one a day each, whatever happens. */
export interface Urged {
  readonly written: number;
  readonly concerned: number;
}

/** The standing agency urges all whom a round waits for: one letter each, at most one a day. */
export async function urgeRound(
  house: House,
  person: Person,
  roundId: string,
  site: string,
): Promise<Urged> {
  const round = found(await loadRound(house.db, roundId), 'kỳ báo cáo này');
  must(mayRunRound(person, round), 'việc đôn đốc');
  return writeDigests(house, person, site, roundId);
}

/** The morning's letters of all open rounds. */
export function writeDigests(
  house: House,
  actor: Actor,
  site: string,
  roundId: string | null = null,
): Promise<Urged> {
  return act(house, actor, async (tx, now) => {
    const today = house.today();
    const people = await loadConcerned(tx, today, roundId);
    const units = new Set(people.flatMap((one) => one.duties.map((held) => held.unitId)));
    const reports = await loadWorkReports(tx, [...units]);
    const mails = people.flatMap((one) => mailTo(one, reports, house, site) ?? []);
    const urged = { written: await addMails(tx, mails, now), concerned: people.length };
    const subjectId = roundId ?? reports[0]?.roundId ?? EVERY_ROUND;
    return [urged, { noun: 'round', subjectId, verb: 'urge', detail: urged }];
  });
}

/** Stands for "all rounds" where a morning finds none open. */
const EVERY_ROUND = '00000000-0000-0000-0000-000000000000';

function mailTo(
  one: ConcernedPerson,
  reports: readonly WorkReport[],
  house: House,
  site: string,
): NewMail | undefined {
  const units = new Set(one.duties.map((held) => held.unitId));
  const own = reports.filter(
    ({ unitId, receiverId }) => units.has(unitId) || units.has(receiverId),
  );
  const today = house.today();
  const work = workOf({ ...NOWHERE, ...one }, own, today);
  const digest = digestOf(one.name, work, today, site);
  const key = `digest ${today} ${one.id}`;
  return digest && { personId: one.id, address: one.email, key, ...digest };
}

const NOWHERE = { title: '', unitId: '', unitName: '', mustChangePassword: false };

/** Gives a person a new calendar address; the one before stops working. */
export function makeFeed(house: House, person: Person, token: string): Promise<void> {
  return act(house, person, async (tx, now) => {
    await storeFeed(tx, person.id, token, now);
    return [undefined, { noun: 'calendar', subjectId: person.id, verb: 'open' }];
  });
}
