import type { Transporter } from 'nodemailer';
import { clearOldImports } from '../households/sheets/old-imports.actions.ts';
import { writeDigests } from '../reporting/urging/urging.actions.ts';
import { SYSTEM } from '../shared/act.actions.ts';
import { type Day, timeInVietnam } from '../shared/day.ts';
import type { House } from '../shared/house.ts';
import type { Configuration } from './configuration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DIGEST_HOUR = '07:00';

/**
 * Work that nobody presses a button for: the morning's letters, sending what waits, and clearing
 * away what is kept for a time only.
 * Letters carry a key per person and day, so a restart or a second server writes none twice.
 */
export function startChores(
  house: House,
  { smtpUrl, mailFrom, publicUrl, port }: Configuration,
): { stop(): Promise<void> } {
  const site = publicUrl ?? `http://localhost:${port}`;
  const chores = [
    every(10 * MINUTE, morningLetters(house, site)),
    every(HOUR, onceADay(house, clearOldImports)),
  ];
  if (smtpUrl) {
    const office = openPostOffice(smtpUrl);
    chores.push(every(MINUTE, async () => sendOut(house, await office, mailFrom)));
    chores.push(
      every(15 * MINUTE, async () => (await import('./outbox.ts')).retryFailed(house.db)),
    );
  }
  return {
    async stop() {
      await Promise.all(chores.map((chore) => chore.stop()));
    },
  };
}

async function openPostOffice(smtpUrl: string): Promise<Transporter> {
  return (await import('./outbox.ts')).postOffice(smtpUrl);
}

async function sendOut(house: House, post: Transporter, from: string): Promise<void> {
  const { sendWaitingMails } = await import('./outbox.ts');
  await sendWaitingMails(house.db, post, from, house.now());
}

/**
 * Writes the letters of a morning once. A morning on which nobody is owed one counts too: each
 * turn leaves an event behind, and the log of a quiet office would grow by a hundred a day.
 * Whoever was urged by hand before gets no second letter; all others still get theirs.
 */
export function morningLetters(house: House, site: string): () => Promise<void> {
  let done: Day | undefined;
  return async () => {
    const today = house.today();
    if (done === today || timeInVietnam(house.now()) < DIGEST_HOUR) return;
    if (!(await hasWrittenOn(house, today))) await writeDigests(house, SYSTEM, site);
    done = today;
  };
}

/** A chore of which a second time on a day does no harm; one that failed is tried again. */
export function onceADay(
  house: House,
  chore: (house: House) => Promise<void>,
): () => Promise<void> {
  let done: Day | undefined;
  return async () => {
    const today = house.today();
    if (done === today) return;
    await chore(house);
    done = today;
  };
}

/** Whether this server before its restart, or another one, wrote the letters of that day. */
async function hasWrittenOn({ db }: House, today: Day): Promise<boolean> {
  const event = await db
    .selectFrom('events')
    .where('noun', '=', 'round')
    .where('verb', '=', 'urge')
    .where('person_id', 'is', null)
    .where('at', '>=', new Date(`${today}T00:00:00+07:00`))
    .select('seq')
    .limit(1)
    .executeTakeFirst();
  return event !== undefined;
}

/** Repeats a chore, never twice at once; a failure waits for the next turn. */
function every(pause: number, chore: () => Promise<unknown>): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(chore).catch(() => undefined);
  }, pause);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
