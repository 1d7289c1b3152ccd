import type { Person } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import type { House, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found, must } from '../shared/web.ts';
import { decideBlock } from './block.ts';
import {
  insertBlock,
  listBlocks,
  listCandidates,
  listMovements,
  setMembers,
  updateBlock,
} from './blocks.sql.ts';
import { mayKeepRegister } from './units.policy.ts';
import { keepersOf } from './units.sql.ts';

export interface BlockForm {
  readonly year: number;
  /** None: a new block. */
  readonly blockId?: string | undefined;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly memberIds: readonly string[];
}

/** Adds a block to a year or changes one. Faults of the form as `invalidForm` with fields. */
export function saveBlock(house: House, person: Person, form: BlockForm): Promise<void> {
  return act(house, person, async (tx) => {
    await mustKeep(tx, house, person);
    const { year, blockId, typed } = form;
    const blocks = await listBlocks(tx, year);
    const old = blockId
      ? found(
          blocks.find((one) => one.id === blockId),
          'khối này',
        )
      : undefined;
    const movementId = old?.movementId ?? (await movementOf(tx, year));
    const others = blocks.filter((one) => one !== old && one.movementId === movementId);
    const stood = new Set((await listCandidates(tx, year)).map((one) => one.unit_id));
    const members = form.memberIds.filter((id) => stood.has(id));
    const { done: wish, problems } = decideBlock(typed, members, others);
    if (problems) throw new Problem('invalidForm', {}, problems);
    const id = old?.id ?? newId();
    if (old) await updateBlock(tx, id, wish);
    else await insertBlock(tx, id, { movementId, year }, wish);
    await setMembers(tx, id, wish.memberIds);
    const verb = old ? 'change' : 'add';
    return [undefined, { noun: 'emulationBlock', subjectId: id, verb, detail: { year, ...wish } }];
  });
}

/**
 * Copies the blocks of the year before into a year that has none, members that stood in the year
 * only, all to be confirmed again. Gives how many blocks.
 */
export function copyBlocks(house: House, person: Person, year: number): Promise<number> {
  return act(house, person, async (tx) => {
    await mustKeep(tx, house, person);
    if ((await listBlocks(tx, year)).length > 0)
      throw new Problem('alreadyExists', { what: `Khối thi đua năm ${year}` });
    const old = await listBlocks(tx, year - 1);
    if (old.length === 0) throw new Problem('notFound', { what: `khối thi đua năm ${year - 1}` });
    const stood = new Set((await listCandidates(tx, year)).map((one) => one.unit_id));
    for (const block of old) {
      const id = newId();
      await insertBlock(tx, id, { ...block, year }, { ...block, confirmed: false });
      const members = block.members.map((one) => one.unitId).filter((unitId) => stood.has(unitId));
      await setMembers(tx, id, members);
    }
    const subjectId = old[0]?.movementId ?? '';
    const detail = { year, blocks: old.length };
    return [old.length, { noun: 'emulationBlock', subjectId, verb: 'copy', detail }];
  });
}

/** The movement that runs in a year; the latest begun where several do. */
async function movementOf(tx: Tx, year: number): Promise<string> {
  const running = (await listMovements(tx)).filter(
    (one) => one.from_year <= year && year <= one.to_year,
  );
  return found(running.at(-1), `phong trào nào trong năm ${year}`).id;
}

async function mustKeep(tx: Tx, house: House, person: Person): Promise<void> {
  const keepers = await keepersOf(tx, undefined, house.today());
  must(mayKeepRegister(person, keepers), 'khối thi đua');
}
