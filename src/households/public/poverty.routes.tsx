import type { House } from '../../shared/house.ts';
import { found, query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { PovertyPage } from './poverty.pages.tsx';
import { indicatorsCsv, unitsCsv } from './poverty-csv.ts';
import { povertyJson } from './poverty-json.ts';
import { type PovertyAsk, readAsk } from './poverty-topics.ts';
import { type PublicView, viewOf } from './public-view.ts';
import type { PublicYear } from './public-year.ts';
import { loadPublicYears, officialStanding } from './public-years.sql.ts';
import { type Published, publish } from './published.ts';

const PUBLIC = { config: { door: 'public' } } as const;

/** What anybody may know of poverty: the official years, small counts hidden. */
export function publicPovertyRoutes(site: Site, house: House): void {
  const known = remembering(house);
  site.get('/public/poverty', PUBLIC, async (request, reply) => {
    const ask = readAsk(query(request));
    const { view } = asked(request, await known());
    return reply.page(<PovertyPage frame={request.frame()} {...{ ask, view }} />);
  });
  site.get('/public/poverty.csv', PUBLIC, async (request, reply) => {
    const { ask, view } = asked(request, await known());
    const text = ask.topic === 'deprivation' ? indicatorsCsv(view) : unitsCsv(view);
    return file(reply, 'text/csv; charset=utf-8', nameOf(view, 'csv')).send(text);
  });
  site.get('/public/poverty.json', PUBLIC, async (request, reply) => {
    const { years, view } = asked(request, await known());
    const told = povertyJson(
      view,
      years.map(({ year }) => year),
    );
    return file(reply, 'application/json; charset=utf-8', nameOf(view, 'json')).send(
      `${JSON.stringify(told, null, 2)}\n`,
    );
  });
}

interface Known {
  readonly years: readonly PublicYear[];
  readonly published: Published;
}

const MINUTE_MS = 60_000;

/**
 * The official years and what of them is printed, reckoned anew only when a year becomes
 * official, and once a minute, for a unit may be renamed: anybody may ask as often as they like.
 */
function remembering(house: House): () => Promise<Known> {
  let last: { readonly key: string; readonly known: Known } | undefined;
  return async () => {
    const minute = Math.floor(house.now().getTime() / MINUTE_MS);
    const key = `${await officialStanding(house.db)} ${house.today()} ${minute}`;
    if (last?.key === key) return last.known;
    const years = await loadPublicYears(house.db, house.today());
    last = { key, known: knownOf(years, last?.known) };
    return last.known;
  };
}

/** The same numbers give the same marks. */
function knownOf(years: readonly PublicYear[], before: Known | undefined): Known {
  const same = before && JSON.stringify(before.years) === JSON.stringify(years);
  return { years, published: same ? before.published : publish(years) };
}

interface Asked {
  readonly ask: PovertyAsk;
  readonly years: readonly PublicYear[];
  readonly view: PublicView | undefined;
}

/** The year of the address, or the latest official one; a year that is not official is not there. */
function asked(request: Request, { years, published }: Known): Asked {
  const ask = readAsk(query(request));
  const latest = Math.max(...years.map(({ year }) => year));
  const wanted = ask.year ?? latest;
  if (years.length === 0 && ask.year === undefined) return { ask, years, view: undefined };
  const year = found(
    years.find((one) => one.year === wanted),
    `số liệu chính thức năm ${Number.isInteger(wanted) ? wanted : 'đã hỏi'}`,
  );
  return { ask, years, view: viewOf(years, published, year, ask.units) };
}

function nameOf(view: PublicView | undefined, kind: 'csv' | 'json'): string {
  return view ? `ho-ngheo-${view.about.year}.${kind}` : `ho-ngheo.${kind}`;
}

function file(reply: Reply, type: string, name: string): Reply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
}
