import type { House } from '../../shared/house.ts';
import { found, query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { PovertyPage } from './poverty.pages.tsx';
import { indicatorsCsv, povertyJson, unitsCsv } from './poverty-files.ts';
import { type PovertyAsk, readAsk } from './poverty-topics.ts';
import { type PublicView, viewOf } from './public-view.ts';
import type { PublicYear } from './public-year.ts';
import { loadPublicYears } from './public-years.sql.ts';
import { type Published, publish } from './published.ts';

const PUBLIC = { config: { door: 'public' } } as const;

/** What anybody may know of poverty: the official years, small counts hidden. */
export function publicPovertyRoutes(site: Site, house: House): void {
  const publishing = remembering();
  site.get('/public/poverty', PUBLIC, async (request, reply) => {
    const ask = readAsk(query(request));
    const { view } = await asked(request, house, publishing);
    return reply.page(<PovertyPage frame={request.frame()} {...{ ask, view }} />);
  });
  site.get('/public/poverty.csv', PUBLIC, async (request, reply) => {
    const { ask, view } = await asked(request, house, publishing);
    const text = ask.topic === 'deprivation' ? indicatorsCsv(view) : unitsCsv(view);
    return file(reply, 'text/csv; charset=utf-8', nameOf(view, 'csv')).send(text);
  });
  site.get('/public/poverty.json', PUBLIC, async (request, reply) => {
    const { years, view } = await asked(request, house, publishing);
    const told = povertyJson(
      view,
      years.map(({ year }) => year),
    );
    return file(reply, 'application/json; charset=utf-8', nameOf(view, 'json')).send(
      `${JSON.stringify(told, null, 2)}\n`,
    );
  });
}

type Publishing = (years: readonly PublicYear[]) => Published;

/** The same numbers give the same marks: reckoned once, for official years do not change. */
function remembering(): Publishing {
  let last: { readonly told: string; readonly published: Published } | undefined;
  return (years) => {
    const told = JSON.stringify(years);
    if (last?.told !== told) last = { told, published: publish(years) };
    return last.published;
  };
}

interface Asked {
  readonly ask: PovertyAsk;
  readonly years: readonly PublicYear[];
  readonly view: PublicView | undefined;
}

/** The year of the address, or the latest official one; a year that is not official is not there. */
async function asked(request: Request, house: House, publishing: Publishing): Promise<Asked> {
  const ask = readAsk(query(request));
  const years = await loadPublicYears(house.db, house.today());
  const latest = Math.max(...years.map(({ year }) => year));
  const wanted = ask.year ?? latest;
  if (years.length === 0 && ask.year === undefined) return { ask, years, view: undefined };
  const year = found(
    years.find((one) => one.year === wanted),
    `số liệu chính thức năm ${Number.isInteger(wanted) ? wanted : 'đã hỏi'}`,
  );
  return { ask, years, view: viewOf(years, publishing(years), year, ask.units) };
}

function nameOf(view: PublicView | undefined, kind: 'csv' | 'json'): string {
  return view ? `ho-ngheo-${view.about.year}.${kind}` : `ho-ngheo.${kind}`;
}

function file(reply: Reply, type: string, name: string): Reply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
}
