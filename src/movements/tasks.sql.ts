import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import type { Target } from './target.ts';
import type { RoleReports, RoleToday, Task } from './task.ts';

/** All tasks of a plan in order of making, with their roles and what was done. */
export async function loadTasks(db: Db | Tx, planId: string): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select t.id, t.clause_id as "clauseId", t.name, t.due_rule as due, t.evidence,
           t.valid_to as "validTo", ${rolesOf('lead')} as lead, ${rolesOf('with')} as with,
           (select coalesce(json_agg(json_build_object('year', r.year, 'doneOn', r.done_on,
                     'proof', r.proof, 'personName', r.person_name) order by r.year), '[]')
            from task_results r where r.task_id = t.id) as results
    from tasks t join clauses c on c.id = t.clause_id
    where c.plan_id = ${planId}
    order by t.position, t.id`.execute(db);
  return rows;
}

function rolesOf(part: 'lead' | 'with') {
  return sql`array(select r.role from task_roles r join movement_roles m on m.key = r.role
                   where r.task_id = t.id and r.part = ${part} order by m.position)`;
}

/** All targets of a plan, their years in order. */
export async function loadTargets(db: Db | Tx, planId: string): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select t.id, t.clause_id as "clauseId", t.name, t.measure, t.better, t.source, t.confirmed,
           (select coalesce(json_agg(json_build_object('year', v.year, 'planned', v.planned,
                     'reached', v.reached, 'source', v.source, 'confirmed', v.confirmed)
                   order by v.year), '[]')
            from target_values v where v.target_id = t.id) as values
    from targets t join clauses c on c.id = t.clause_id
    where c.plan_id = ${planId}
    order by t.position, t.id`.execute(db);
  return rows;
}

/** Every role, in its order, with the units that hold it in a movement on a day. */
export async function loadRoles(db: Db | Tx, movementId: string, today: Day): Promise<RoleToday[]> {
  const { rows } = await sql<RoleToday>`
    select r.key, r.name,
           (select coalesce(json_agg(json_build_object('unitId', u.unit_id, 'unitName', u.full_name)
                     order by u.full_name collate "vi-x-icu"), '[]')
            from role_holders h join units_on(${today}) u on u.unit_id = h.unit_id
            where h.movement_id = ${movementId} and h.role = r.key
              and holds_on(h.valid_from, h.valid_to, ${today})) as holders
    from movement_roles r
    order by r.position, r.key`.execute(db);
  return rows;
}

/** How the reports of a year's rounds stand on a day, by round and role. Nobody is named. */
export async function loadRoleReports(
  db: Db,
  movementId: string,
  today: Day,
): Promise<RoleReports[]> {
  const { rows } = await sql<RoleReports>`
    select o.id as "roundId", o.name as "roundName", r.role,
           count(*)::int as expected, count(r.sent_on)::int as sent,
           (count(*) filter (where r.sent_on > d.last_day))::int as "sentLate",
           (count(*) filter (where r.sent_on is null and ${today}::date > d.last_day))::int
             as overdue
    from rounds o join reports r on r.round_id = o.id,
    lateral (select greatest(
               o.legal_due - case when o.legal_inclusive then 0 else 1 end,
               (select max(e.until) from extensions e
                where e.round_id = o.id and e.unit_id = r.unit_id)) as last_day) d
    where o.movement_id = ${movementId} and o.year = ${Number(today.slice(0, 4))}
    group by o.id, o.name, r.role`.execute(db);
  return rows;
}

/** The clause that a task hangs on. */
export async function loadClauseIdOfTask(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('tasks')
    .where('id', '=', id)
    .select('clause_id')
    .executeTakeFirst();
  return row?.clause_id;
}

/** The clause that a target hangs on. */
export async function loadClauseIdOfTarget(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('targets')
    .where('id', '=', id)
    .select('clause_id')
    .executeTakeFirst();
  return row?.clause_id;
}
