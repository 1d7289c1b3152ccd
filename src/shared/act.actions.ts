import type { House, Tx } from './house.ts';
import { newId } from './identity.ts';

/** Who acts: a signed-in person, or the system itself with no id. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
}

export const SYSTEM: Actor = { id: null, name: 'Hệ thống' };

/** What the event log keeps of a change; `noun` and `verb` are English terms of the glossary. */
export interface EventNote {
  readonly noun: string;
  readonly subjectId: string;
  readonly verb: string;
  readonly detail?: unknown;
}

/**
 * The one door for writes: one transaction, one event, one outcome. `change` loads, decides
 * and stores, then gives its result and what to note. Whatever it throws undoes everything.
 * The event comes last, so the chain's lock is held only until commit.
 */
export async function act<T>(
  house: House,
  actor: Actor,
  change: (tx: Tx, now: Date) => Promise<[T, EventNote]>,
): Promise<T> {
  const now = house.now();
  return house.db.transaction().execute(async (tx) => {
    const [result, note] = await change(tx, now);
    await noteEvent(tx, actor, note, now);
    return result;
  });
}

/** Adds one event inside a transaction that is already open. */
export async function noteEvent(tx: Tx, actor: Actor, note: EventNote, at: Date): Promise<void> {
  await tx
    .insertInto('events')
    .values({
      seq: 0, // given by the chain
      id: newId(),
      at,
      person_id: actor.id,
      person_name: actor.name,
      noun: note.noun,
      subject_id: note.subjectId,
      verb: note.verb,
      detail: JSON.stringify(note.detail ?? {}),
      previous_hash: null,
      hash: Buffer.alloc(0),
    })
    .execute();
}
