import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  idOf,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { listAskedCommunes } from './asked-communes.sql.ts';
import { makeOfficial } from './official.actions.ts';
import { OfficialPage } from './official-box.pages.tsx';

const POLICY = { config: { door: 'policy' } } as const;

/** Making a round official, from the box on the province's desk. */
export function officialReviewRoutes(site: Site, house: House): void {
  site.post('/review-rounds/:round/official', POLICY, (request, reply) =>
    make(request, reply, house),
  );
}

async function make(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { on = '', document = '' } = formFields(request);
  const typed = { on, document };
  const roundId = idOf(request, 'round', 'kỳ rà soát này');
  try {
    const recorded = await makeOfficial(house, personOf(request), roundId, typed);
    const words = `Đã công bố số chính thức; ghi ${recorded} số liệu chính thức cho báo cáo phong trào.`;
    return reply.done(`/review-rounds/${roundId}`, words);
  } catch (error) {
    if (!(error instanceof Problem) || !MENDABLE.has(error.key)) throw error;
    const round = await askedRound(request, house);
    const message = error.fields.length > 0 ? undefined : error.message;
    const props = { round, typed, faults: error.fields, message, mayMake: true };
    const communes = await listAskedCommunes(house.db, round);
    const page = <OfficialPage frame={request.frame()} communes={communes} {...props} />;
    return reply.page(page, error.status);
  }
}

const MENDABLE: ReadonlySet<string> = new Set([
  'invalidForm',
  'communesNotRecognised',
  'alreadyOfficial',
]);
