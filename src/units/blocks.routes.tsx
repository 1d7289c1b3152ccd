import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import {
  formFields,
  formList,
  found,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { copyBlocks, saveBlock } from './blocks.actions.ts';
import { BlockFormPage, BlocksPage } from './blocks.pages.tsx';
import { listBlocks, listBlockYears, listCandidates } from './blocks.sql.ts';
import { mayKeepRegister } from './units.policy.ts';
import { keepersOf } from './units.sql.ts';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;
const BY_POLICY = { config: { door: 'policy' } } as const;

/** Emulation blocks: anyone signed in reads, the movement's agency sets. */
export function blocksRoutes(site: Site, house: House): void {
  site.get('/units/blocks', SIGNED_IN, (request, reply) => showBlocks(request, reply, house));
  site.get('/units/blocks/edit', BY_POLICY, (request, reply) => showForm(request, reply, house));
  site.post('/units/blocks/edit', BY_POLICY, (request, reply) => save(request, reply, house));
  site.post('/units/blocks/copy', BY_POLICY, async (request, reply) => {
    const year = yearOf(request, house);
    const count = await copyBlocks(house, personOf(request), year);
    return reply.done(`/units/blocks?year=${year}`, `Đã chép ${count} khối; hãy xác nhận lại.`);
  });
}

async function showBlocks(request: Request, reply: Reply, house: House) {
  const year = yearOf(request, house);
  const [blocks, years] = await Promise.all([listBlocks(house.db, year), listBlockYears(house.db)]);
  const mayKeep = await keeps(request, house);
  return reply.page(<BlocksPage frame={request.frame()} {...{ year, years, blocks, mayKeep }} />);
}

async function save(request: Request, reply: Reply, house: House) {
  const year = yearOf(request, house);
  const typed = formFields(request);
  const memberIds = formList(request, 'members');
  try {
    const blockId = query(request).block;
    await saveBlock(house, personOf(request), { year, blockId, typed, memberIds });
    return reply.done(`/units/blocks?year=${year}`, 'Đã lưu khối thi đua.');
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.fields.length === 0) throw problem;
    return showForm(request, reply, house, problem);
  }
}

async function showForm(request: Request, reply: Reply, house: House, problem?: Problem) {
  must(await keeps(request, house), 'khối thi đua');
  const year = yearOf(request, house);
  const blockId = query(request).block;
  const block = blockId
    ? found(
        (await listBlocks(house.db, year)).find((one) => one.id === blockId),
        'khối này',
      )
    : undefined;
  const stored = {
    typed: { name: block?.name, source: block?.source, confirmed: block?.confirmed ? 'yes' : '' },
    memberIds: block?.members.map((one) => one.unitId) ?? [],
  };
  const again = { typed: formFields(request), memberIds: formList(request, 'members') };
  const page = {
    ...(problem ? again : stored),
    ...{ year, blockId, problems: problem?.fields ?? [] },
    candidates: await listCandidates(house.db, year),
  };
  return reply.page(<BlockFormPage frame={request.frame()} {...page} />, problem?.status ?? 200);
}

async function keeps(request: Request, house: House): Promise<boolean> {
  return mayKeepRegister(personOf(request), await keepersOf(house.db, undefined, house.today()));
}

/** The year of the address; this year without one. */
function yearOf(request: Request, house: House): number {
  const { year = house.today().slice(0, 4) } = query(request);
  return found(/^(19|20)\d\d$/.test(year) ? Number(year) : undefined, 'năm này');
}
