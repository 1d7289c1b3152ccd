import type { Person } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import type { House } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { found } from '../shared/web.ts';
import { planToRun } from './plans.actions.ts';
import type { TargetValueWish, TargetWish } from './target-draft.ts';
import { atClause } from './tasks.actions.ts';

/** A target for a clause, without any year yet. Gives its id. */
export function addTarget(
  house: House,
  person: Person,
  clauseId: string,
  wish: TargetWish,
): Promise<string> {
  return atClause(house, person, clauseId, async (tx) => {
    const id = newId();
    const { count } = await tx
      .selectFrom('targets')
      .where('clause_id', '=', clauseId)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const { name, measure, better, source } = wish;
    await tx
      .insertInto('targets')
      .values({
        ...{ id, clause_id: clauseId, position: Number(count) },
        ...{ name, measure, better, source, confirmed: true },
      })
      .execute();
    return [id, { noun: 'target', subjectId: id, verb: 'add', detail: { clauseId, ...wish } }];
  });
}

/** Writes a year of a target: planned, reached, source. The value before stays in the log. */
export function writeTargetValue(
  house: House,
  person: Person,
  targetId: string,
  wish: TargetValueWish,
): Promise<string> {
  return act(house, person, async (tx) => {
    const row = await tx
      .selectFrom('targets as t')
      .innerJoin('clauses as c', 'c.id', 't.clause_id')
      .where('t.id', '=', targetId)
      .select(['c.plan_id', 't.clause_id'])
      .executeTakeFirst();
    const target = found(row, 'chỉ tiêu này');
    await planToRun(tx, house, person, target.plan_id);
    const { year, planned, reached, source } = wish;
    const before = await tx
      .selectFrom('target_values')
      .where('target_id', '=', targetId)
      .where('year', '=', year)
      .select(['planned', 'reached', 'source'])
      .executeTakeFirst();
    const values = { planned, reached, source, confirmed: true };
    await tx
      .insertInto('target_values')
      .values({ target_id: targetId, year, ...values })
      .onConflict((conflict) => conflict.columns(['target_id', 'year']).doUpdateSet(values))
      .execute();
    const detail = { year, before, after: values };
    return [target.clause_id, { noun: 'target', subjectId: targetId, verb: 'writeYear', detail }];
  });
}
