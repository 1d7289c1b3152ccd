import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { RolePlace } from '../movements.policy.ts';
import type { GroupOffice, OfficeChoice, RoleHolder, RoleOnDay } from './role.ts';

/** A movement by name, and who may keep its roles today. */
export interface MovementOfRoles extends RolePlace {
  readonly id: string;
  readonly name: string;
}

/** The movement with its standing agency of a day and those who step in where it has none. */
export async function loadMovementOfRoles(
  db: Db | Tx,
  id: string,
  today: Day,
): Promise<MovementOfRoles | undefined> {
  const { rows } = await sql<MovementOfRoles>`
    select m.id, m.name,
           array(select h.unit_id from role_holders h
                 where h.movement_id = m.id and h.role = 'standing'
                   and holds_on(h.valid_from, h.valid_to, ${today}::date)) as "standingIds",
           array(select h.unit_id from role_holders h
                 where h.movement_id = m.id and h.role in ('standing', 'issuer')
                 union
                 select u.unit_id from units_on(${today}) u
                 where u.kind = 'ubnd' and u.level = 'province') as "repairIds"
    from movements m where m.id = ${id}`.execute(db);
  return rows[0];
}

/** Every role in its order, with those who hold it on a day, named as on that day. */
export async function loadRolesOn(db: Db | Tx, movementId: string, on: Day): Promise<RoleOnDay[]> {
  const { rows } = await sql<RoleOnDay>`
    select r.key, r.name,
           (select coalesce(json_agg(${holderJson(on)} order by n.name collate "vi-x-icu"), '[]')
            from role_holders h,
            lateral (select unit_name_on(h.unit_id, ${on}::date) as name) n
            where h.movement_id = ${movementId} and h.role = r.key
              and holds_on(h.valid_from, h.valid_to, ${on}::date)) as holders
    from movement_roles r
    order by r.position, r.key`.execute(db);
  return rows;
}

/** One holding of a movement by its id, its unit named as on a day. */
export async function loadRoleHolder(
  db: Db | Tx,
  movementId: string,
  id: string,
  on: Day,
): Promise<(RoleHolder & { readonly roleName: string }) | undefined> {
  const { rows } = await sql<{ holder: RoleHolder; roleName: string }>`
    select ${holderJson(on)} as holder, r.name as "roleName"
    from role_holders h join movement_roles r on r.key = h.role,
    lateral (select unit_name_on(h.unit_id, ${on}::date) as name) n
    where h.movement_id = ${movementId} and h.id = ${id}`.execute(db);
  const [row] = rows;
  return row && { ...row.holder, roleName: row.roleName };
}

function holderJson(on: Day) {
  return sql<RoleHolder>`json_build_object(
    'id', h.id, 'role', h.role, 'unitId', h.unit_id, 'unitName', n.name,
    'from', h.valid_from, 'to', h.valid_to, 'source', h.source, 'confirmed', h.confirmed,
    'stands', exists (select from unit_periods p where p.unit_id = h.unit_id
                      and holds_on(p.valid_from, p.valid_to, ${on}::date)))`;
}

/** Who holds a role on any day of a stretch; an open end reaches for ever. */
export async function loadHoldersWithin(
  tx: Tx,
  place: { readonly movementId: string; readonly role: string },
  { from, to }: { readonly from: Day; readonly to: Day | null },
): Promise<{ unitId: string; unitName: string; roleName: string }[]> {
  const { rows } = await sql<{ unitId: string; unitName: string; roleName: string }>`
    select h.unit_id as "unitId", unit_name_on(h.unit_id, h.valid_from) as "unitName",
           r.name as "roleName"
    from role_holders h join movement_roles r on r.key = h.role
    where h.movement_id = ${place.movementId} and h.role = ${place.role}
      and daterange(h.valid_from, h.valid_to, '[]') && daterange(${from}, ${to}, '[]')`.execute(tx);
  return rows;
}

/** The offices of some kinds (and a level, if one is named) as they stand on a day. */
export async function loadGroup(
  db: Db,
  wish: { movementId: string; role: string; kinds: readonly string[]; level: string; from: Day },
): Promise<GroupOffice[]> {
  const { rows } = await sql<GroupOffice>`
    select u.unit_id as "unitId", u.full_name as name,
           unit_name_on(u.parent_id, ${wish.from}::date) as "parentName",
           exists (select from role_holders h
                   where h.unit_id = u.unit_id and h.movement_id = ${wish.movementId}
                     and h.role = ${wish.role}
                     and (h.valid_to is null or h.valid_to >= ${wish.from}::date)) as holds
    from units_on(${wish.from}) u
    where u.sort = 'office' and u.kind = any(${wish.kinds}::text[])
      and (${wish.level} = '' or u.level = ${wish.level})
    order by u.full_name collate "vi-x-icu", "parentName"`.execute(db);
  return rows;
}

/** The offices among these ids that stand on a day, by id, with the name of that day. */
export async function loadOfficesOn(
  tx: Tx,
  ids: readonly string[],
  on: Day,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select unit_id as id, full_name as name from units_on(${on})
    where sort = 'office' and unit_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The offices that follow an office in the register, latest first. */
export async function loadFollowers(db: Db, unitId: string, today: Day): Promise<OfficeChoice[]> {
  const { rows } = await sql<OfficeChoice>`
    select distinct on (s.on_day, s.to_id) s.to_id as value,
           unit_name_on(s.to_id, ${today}::date) as label,
           'tiếp nối từ ' || to_char(s.on_day, 'DD/MM/YYYY') as hint, true as living
    from unit_successions s where s.from_id = ${unitId}
    order by s.on_day desc, s.to_id`.execute(db);
  return rows;
}

export interface NewHolding {
  readonly movementId: string;
  readonly role: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Stores one holding for each unit; gives their ids. */
export async function insertHoldings(
  tx: Tx,
  { movementId: movement_id, role, from: valid_from, to: valid_to, source, confirmed }: NewHolding,
  unitIds: readonly string[],
): Promise<string[]> {
  const shared = { movement_id, role, valid_from, valid_to, source, confirmed };
  const rows = unitIds.map((unit_id) => ({ id: newId(), unit_id, ...shared }));
  await tx.insertInto('role_holders').values(rows).execute();
  return rows.map(({ id }) => id);
}
