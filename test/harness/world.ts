import { join } from 'node:path';
import { openSession } from '../../src/people/sessions.actions.ts';
import { buildApplication } from '../../src/server/http/application.ts';
import { loadStory } from '../../src/server/story/load-story.ts';
import type { Day } from '../../src/shared/day.ts';
import type { House } from '../../src/shared/house.ts';
import type { Site } from '../../src/shared/web.ts';
import { Client } from './client.ts';
import { Clock } from './clock.ts';
import { type Filling, freshDatabase } from './database.ts';
import { fillSmallProvince } from './small-province.ts';

const ROOT = join(import.meta.dirname, '../..');

const SMALL: Filling = {
  name: 'small',
  from: ['test/harness', 'src'],
  fill: fillSmallProvince,
};

const STORY: Filling = {
  name: 'story',
  from: ['db', 'src'],
  fill: (db) => loadStory(db, ROOT, () => undefined),
};

export interface WorldOptions {
  /** The day on which the story begins, eight in the morning. */
  readonly today: Day;
  /** The whole province of the demonstration; else the small one of `small-province.ts`. */
  readonly story?: boolean;
}

/** A whole house of one's own: a database, a clock, the site, and people to knock at it. */
export interface World {
  readonly house: House;
  readonly site: Site;
  /** A connection string to the world's database. */
  readonly databaseUrl: string;
  /** Moves the clock to eight in the morning of a day. */
  setToday(day: Day): void;
  /** Lets minutes pass. */
  wait(minutes: number): void;
  /** A browser in which this person has signed in. */
  as(login: string): Promise<Client>;
  /** A browser of nobody. */
  visitor(): Client;
  close(): Promise<void>;
}

/** Opens a world; close it in `afterAll` or `afterEach`. */
export async function openWorld({ today, story = false }: WorldOptions): Promise<World> {
  const own = await freshDatabase(story ? STORY : SMALL);
  const clock = new Clock(today);
  const house: House = { db: own.db, now: () => clock.now(), today: () => clock.today() };
  const site = await buildApplication({ house, root: ROOT, storyDay: story });
  await site.ready();
  return {
    house,
    site,
    databaseUrl: own.url,
    setToday: (day) => clock.setToday(day),
    wait: (minutes) => clock.wait(minutes),
    as: (login) => signedIn(house, site, login),
    visitor: () => new Client(site),
    async close() {
      await site.close();
      await own.drop();
    },
  };
}

/** Opens a session without the door: stretching a password a thousand times proves it no better. */
async function signedIn(house: House, site: Site, login: string): Promise<Client> {
  const account = await house.db
    .selectFrom('accounts')
    .select('person_id')
    .where('login', '=', login)
    .executeTakeFirst();
  if (!account) throw new Error(`Nobody signs in as "${login}"`);
  const from = { device: 'Máy tính thử', address: '127.0.0.1' };
  const { token } = await house.db
    .transaction()
    .execute((tx) => openSession(tx, account.person_id, from, house.now()));
  const client = new Client(site);
  client.cookies.set('session', token);
  return client;
}
