import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { newId } from '../shared/identity.ts';
import { postOffice, retryFailed, sendWaitingMails } from './outbox.ts';

let world: World;
let post: Server;
let port = 0;
let refuse = true;
const received: string[] = [];

/** A mail server that speaks just enough SMTP (RFC 5321), and refuses when told. */
function answer(socket: Socket): void {
  let body: string | undefined;
  socket.write('220 thu\r\n');
  socket.on('data', (part) => {
    for (const line of part.toString().split('\r\n')) {
      if (body !== undefined) {
        if (line !== '.') body += `${line}\n`;
        else {
          received.push(body);
          body = undefined;
          socket.write('250 da nhan\r\n');
        }
      } else if (/^DATA/.test(line)) {
        body = '';
        socket.write('354 viet di\r\n');
      } else if (/^QUIT/.test(line)) socket.end('221 chao\r\n');
      else if (/^RCPT/.test(line) && refuse) socket.write('451 thu lai sau\r\n');
      else if (line) socket.write('250 duoc\r\n');
    }
  });
  socket.on('error', () => undefined);
}

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-16') });
  post = createServer(answer);
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
  port = (post.address() as { port: number }).port;
  const { id } = await world.house.db
    .selectFrom('persons')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const mail = { person_id: id, kind: 'digest', subject: 'Việc chờ ông/bà', body: 'Còn 3 ngày.' };
  await world.house.db
    .insertInto('mails')
    .values([
      { ...mail, id: newId(), key: 'a', address: 'lan@example.vn', created_at: world.house.now() },
      { ...mail, id: newId(), key: 'b', address: null, created_at: world.house.now() },
    ])
    .execute();
});
afterAll(async () => {
  post.close();
  await world.close();
});

function send(): Promise<number> {
  const office = postOffice(`smtp://127.0.0.1:${port}?ignoreTLS=true`);
  return sendWaitingMails(world.house.db, office, 'chung-tay@example.vn', world.house.now());
}

const outbox = () =>
  world.house.db
    .selectFrom('mails')
    .orderBy('key')
    .select(['tries', 'last_error', 'sent_at'])
    .execute();

test('a refused mail waits with the reason, and is not tried again at once', async () => {
  await send();
  await send();
  const [first, second] = await outbox();
  expect(first).toMatchObject({ tries: 1, sent_at: null });
  expect(first?.last_error).toContain('thu lai sau');
  expect(second).toMatchObject({ tries: 0, sent_at: null });
});

test('the next round sends it once, in Vietnamese; without an address it stays a page', async () => {
  refuse = false;
  await retryFailed(world.house.db);
  await Promise.all([send(), send()]);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('To: lan@example.vn');
  const [first, second] = await outbox();
  expect(first?.sent_at).not.toBeNull();
  expect(second?.sent_at).toBeNull();
});
