import type { House } from '../../shared/house.ts';
import type { Reply, Request, Site } from '../../shared/web.ts';
import { askedStandard, keepsStandards } from './asked-standard.routes.ts';
import { StandardPage } from './standard.pages.tsx';
import { standardFormsRoutes } from './standard-forms.routes.tsx';
import { listUses } from './standard-uses.sql.ts';
import { StandardsPage } from './standards.pages.tsx';
import { listStandards } from './standards.sql.ts';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;

/** The poverty standards: read by everyone signed in, kept by the standing agency. */
export function standardsRoutes(site: Site, house: House): void {
  site.get('/poverty-standards', SIGNED_IN, (request, reply) => showList(request, reply, house));
  site.get('/poverty-standards/:standard', SIGNED_IN, (request, reply) =>
    showOne(request, reply, house),
  );
  standardFormsRoutes(site, house);
}

async function showList(request: Request, reply: Reply, house: House): Promise<Reply> {
  return reply.page(
    <StandardsPage
      frame={request.frame()}
      year={thisYear(house)}
      standards={await listStandards(house.db)}
      uses={await listUses(house.db)}
      mayKeep={await keepsStandards(request, house)}
    />,
  );
}

async function showOne(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { standard, use } = await askedStandard(request, house);
  return reply.page(
    <StandardPage
      frame={request.frame()}
      year={thisYear(house)}
      {...{ standard, use }}
      mayKeep={await keepsStandards(request, house)}
    />,
  );
}

function thisYear(house: House): number {
  return Number(house.today().slice(0, 4));
}
