import type { House } from '../../shared/house.ts';

/** A new movement stands at the top of every page after this long at most. */
const LIFETIME_MS = 10_000;
const NONE_YET = 'Phong trào thi đua';

/**
 * Tells the movement named at the top of each page: the one that runs in this year, the province's
 * own before the national one. The database is asked once in ten seconds, however many ask here;
 * while it does not answer the last name known stands, so that its own failure can still be told.
 */
export function movementNamer(house: House): () => Promise<string> {
  let last = NONE_YET;
  let asked = Promise.resolve(last);
  let until = 0;
  const ask = async () => {
    try {
      last = await readName(house);
    } catch {
      until = 0;
    }
    return last;
  };
  return () => {
    const now = performance.now();
    if (now < until) return asked;
    until = now + LIFETIME_MS;
    asked = ask();
    return asked;
  };
}

async function readName({ db, today }: House): Promise<string> {
  const year = Number(today().slice(0, 4));
  const movement = await db
    .selectFrom('movements')
    .select('short_name')
    .orderBy((eb) => eb('parent_id', 'is', null))
    .orderBy((eb) => eb.not(eb.between(eb.val(year), eb.ref('from_year'), eb.ref('to_year'))))
    .orderBy('from_year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return movement?.short_name ?? NONE_YET;
}
