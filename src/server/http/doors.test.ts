import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-16') });
});

afterAll(() => world.close());

/** What comes of a sign-in form that says where it comes from: 401 is the answer of our own door. */
async function answerTo(headers: Record<string, string>): Promise<number> {
  const answer = await world.site.inject({
    method: 'POST',
    url: '/sign-in',
    headers: {
      host: 'chung-tay.example',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: 'login=khong-co&password=sai',
  });
  return answer.statusCode;
}

test('a form of our own page is taken, by old browsers and new ones', async () => {
  expect(await answerTo({ 'sec-fetch-site': 'same-origin' })).toBe(401);
  expect(await answerTo({ origin: 'http://chung-tay.example' })).toBe(401);
  const proxied = { host: '127.0.0.1:3000', 'x-forwarded-host': 'chung-tay.example' };
  expect(await answerTo({ ...proxied, origin: 'https://chung-tay.example' })).toBe(401);
});

test('a form of another site, or of a frame that hides its site, is refused', async () => {
  expect(await answerTo({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await answerTo({ 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await answerTo({ origin: 'http://ke-xau.example' })).toBe(403);
  expect(await answerTo({ origin: 'null' })).toBe(403);
});

test('pages let browsers name our own site in the forms they send', async () => {
  const page = await world.site.inject('/sign-in');
  expect(page.headers['referrer-policy']).toBe('same-origin');
});

test('a text that no database can hold is answered with a sentence', async () => {
  const client = await world.as('thuong-truc');
  const cookie = `session=${client.cookies.get('session')}`;
  const send = (url: string, payload: string) =>
    world.site.inject({
      method: 'POST',
      url,
      payload,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
  const nul = await send('/units/new', 'sort=area&name=%00&fullName=A%00B&source=X%00');
  expect(nul.statusCode).toBeLessThan(500);
  const signIn = await send('/sign-in', 'login=a%00b&password=sai');
  expect(signIn.statusCode).toBe(400);
  const members = await send('/units/blocks/edit?year=2025', 'name=K&source=S&members=khong');
  expect(members.statusCode).toBeLessThan(500);
});
