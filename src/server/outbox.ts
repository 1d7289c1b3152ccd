import { createTransport, type Transporter } from 'nodemailer';
import type { Db } from '../shared/house.ts';

const MOST_TRIES = 5;

/**
 * The row is held while its mail goes out, so a mail server that answers nothing must give up
 * before PostgreSQL ends the idle transaction (20 s), or the failure would never be written down
 * and the same mail would be tried for ever.
 */
const SHORT_PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 };

/**
 * Sends what waits in the outbox, oldest first, one mail a transaction: the row is held while
 * it is sent, so two servers never send the same letter. A mail that cannot be sent is tried
 * again a quarter of an hour later, at most five times; it stays readable as a page. Returns how many
 * went out.
 */
export async function sendWaitingMails(db: Db, post: Transporter, from: string, now: Date) {
  let sent = 0;
  while (await sendOne(db, post, from, now)) sent += 1;
  return sent;
}

async function sendOne(db: Db, post: Transporter, from: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const mail = await tx
      .selectFrom('mails')
      .where('sent_at', 'is', null)
      .where('address', 'is not', null)
      .where('tries', '<', MOST_TRIES)
      .where('last_error', 'is', null)
      .orderBy('created_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .selectAll()
      .executeTakeFirst();
    if (!mail?.address) return false;
    const outcome = await deliver(post, from, { ...mail, address: mail.address });
    await tx
      .updateTable('mails')
      .set({
        tries: mail.tries + 1,
        last_error: outcome,
        sent_at: outcome === null ? now : null,
      })
      .where('id', '=', mail.id)
      .execute();
    return true;
  });
}

interface Letter {
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** `null` when the server took it, else what it said. */
async function deliver(post: Transporter, from: string, mail: Letter): Promise<string | null> {
  try {
    await post.sendMail({ from, to: mail.address, subject: mail.subject, text: mail.body });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Lets failed mails be tried once more. */
export async function retryFailed(db: Db): Promise<void> {
  await db
    .updateTable('mails')
    .set({ last_error: null })
    .where('sent_at', 'is', null)
    .where('tries', '<', MOST_TRIES)
    .execute();
}

/** A sender for an address such as `smtps://name:word@mail.example.vn`. */
export function postOffice(smtpUrl: string): Transporter {
  return createTransport({ url: smtpUrl, ...SHORT_PATIENCE });
}
