import type { Transporter } from 'nodemailer';
import { writeDigests } from '../reporting/urging.actions.ts';
import { SYSTEM } from '../shared/act.actions.ts';
import { timeInVietnam } from '../shared/day.ts';
import type { House } from '../shared/house.ts';
import type { Configuration } from './configuration.ts';

const MINUTE = 60_000;
const DIGEST_HOUR = '07:00';

/**
 * Work that nobody presses a button for: the morning's letters, and sending what waits.
 * Letters carry a key per person and day, so a restart or a second server writes none twice.
 */
export function startChores(
  house: House,
  { smtpUrl, mailFrom, publicUrl, port }: Configuration,
): { stop(): Promise<void> } {
  const site = publicUrl ?? `http://localhost:${port}`;
  const chores = [every(10 * MINUTE, () => writeMorningLetters(house, site))];
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

async function writeMorningLetters(house: House, site: string): Promise<void> {
  if (timeInVietnam(house.now()) < DIGEST_HOUR) return;
  const written = await house.db
    .selectFrom('mails')
    .where('kind', '=', 'digest')
    .where('key', 'like', `digest ${house.today()} %`)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  if (!written) await writeDigests(house, SYSTEM, site);
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
