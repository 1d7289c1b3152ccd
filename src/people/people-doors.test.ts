import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL_PROVINCE } from '../../test/harness/small-province.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { newId } from '../shared/identity.ts';

/** Whom each administrator may change: own unit and below, villages too, never above, beside or oneself. */
const REACH: Readonly<Record<string, readonly string[]>> = {
  'quan-tri': ['province', 'agency', 'muongThan', 'thanUyen', 'banMot'],
  'quan-tri-muong-than': ['muongThan', 'banMot'],
};

const OFFICE_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SMALL_PROVINCE).map(([login, standing]) => [login, standing.office]),
);

/** One colleague at each place, to knock for; every duty stands before each of them. */
const SUBJECTS = [
  'lanh-dao-tinh',
  'thuong-truc',
  'can-bo-muong-than',
  'truong-ban',
  'can-bo-than-uyen',
];

const READS = ['', '/duties/new', '/positions/new'];
const CHANGES = ['/duties', '/positions', '/password', '/disable', '/enable'];

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});
afterAll(() => world.close());

async function personAt(login: string) {
  return world.house.db
    .selectFrom('accounts as a')
    .innerJoin('positions as p', 'p.person_id', 'a.person_id')
    .select(['a.person_id', 'p.unit_id', 'p.id as position_id'])
    .where('a.login', '=', login)
    .executeTakeFirstOrThrow();
}

describe.each(Object.keys(SMALL_PROVINCE))('%s', (login) => {
  const reach = REACH[login] ?? [];

  test.each(SUBJECTS)('before the pages of %s', async (subject) => {
    const client = await world.as(login);
    const { person_id, position_id } = await personAt(subject);
    const within = reach.includes(OFFICE_OF[subject] ?? '');
    const reads = [...READS, `/positions/${position_id}/end`];
    for (const path of reads) {
      const isOwnPage = login === subject && path === '';
      await client.get(`/people/${person_id}${path}`);
      expect(client.status, path).toBe(within || isOwnPage ? 200 : 403);
    }
  });

  test.each(SUBJECTS)('changing %s', async (subject) => {
    const client = await world.as(login);
    const { person_id, unit_id, position_id } = await personAt(subject);
    const within = reach.includes(OFFICE_OF[subject] ?? '');
    const fields = { duty: 'oversee', title: 'Chuyên viên', unitId: unit_id, from: '17/11/2025' };
    const paths = within ? ['/enable'] : [...CHANGES, `/positions/${position_id}/end`];
    for (const path of paths) {
      await client.post(`/people/${person_id}${path}`, { ...fields, lastDay: '31/12/2025' });
      expect(client.status, path).toBe(within ? 200 : 403);
    }
  });

  test('before the lists and forms of the room', async () => {
    const client = await world.as(login);
    const isAdministrator = reach.length > 0;
    for (const path of ['/people', '/people/new', '/people/bulk'])
      expect((await client.get(path)).status, path).toBe(isAdministrator ? 200 : 403);
    await client.post('/people/bulk/check', { table: 'Lò Thị Mai\tCông chức' });
    expect(client.status).toBe(isAdministrator ? 200 : 403);
  });

  test.each(Object.keys(SMALL_PROVINCE).filter((one) => SUBJECTS.includes(one)))(
    'creating someone at the unit of %s',
    async (subject) => {
      const client = await world.as(login);
      const { unit_id } = await personAt(subject);
      const within = reach.includes(OFFICE_OF[subject] ?? '');
      await client.post('/people', {
        ...{ formId: newId(), fullName: 'Nguyễn Thị Lan', title: 'Chuyên viên' },
        ...{ unitId: unit_id, from: '17/11/2025' },
      });
      expect(client.status).toBe(within ? 200 : 403);
    },
  );
});

test('no event was written by anyone who carries no duty for accounts', async () => {
  const events = await world.house.db
    .selectFrom('events')
    .select('person_name')
    .where('person_id', 'is not', null)
    .distinct()
    .execute();
  expect(events.map((one) => one.person_name).sort()).toEqual(['Lý Văn Thử', 'Phạm Thị Thử']);
});
