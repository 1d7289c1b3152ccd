import type { Kysely } from 'kysely';
import { insertRound } from '../../src/reporting/rounds/rounds.actions.ts';
import { act, SYSTEM } from '../../src/shared/act.actions.ts';
import { day, dayInVietnam } from '../../src/shared/day.ts';
import type { House } from '../../src/shared/house.ts';
import { newId } from '../../src/shared/identity.ts';
import type { Tables } from '../../src/shared/tables.ts';
import { fillSmallPlan } from './small-plan.ts';
import type { Office } from './small-province.ts';

const SOURCE = 'dữ liệu thử';
const OPENED = new Date('2025-11-03T08:00:00+07:00');

const ROLES = [
  { key: 'issuer', name: 'Cơ quan ban hành kế hoạch', offices: ['province'] },
  { key: 'standing', name: 'Cơ quan thường trực', offices: ['agency'] },
  { key: 'commune', name: 'Ủy ban nhân dân cấp xã', offices: ['muongThan', 'thanUyen'] },
] as const;

/** A movement whose two communes report two figures and a paragraph in the yearly round of 2025. */
export async function fillSmallRound(
  db: Kysely<Tables>,
  offices: Record<Office, string>,
): Promise<void> {
  const movementId = newId();
  const name = 'Phong trào thi đua thử';
  const years = { from_year: 2021, to_year: 2025 };
  await db
    .insertInto('movements')
    .values({ id: movementId, name, short_name: name, ...years })
    .execute();
  await fillRoles(db, movementId, offices);
  const formId = await fillForm(db, movementId);
  await openRoundOf2025(db, movementId, formId, offices);
  await fillSmallPlan(db, movementId);
}

async function fillRoles(
  db: Kysely<Tables>,
  movement_id: string,
  offices: Record<Office, string>,
): Promise<void> {
  for (const [position, { key, name, offices: holders }] of ROLES.entries()) {
    await db.insertInto('movement_roles').values({ key, name, position }).execute();
    const held = { movement_id, role: key, valid_from: day('2025-07-01'), source: SOURCE };
    const rows = holders.map((office) => ({ id: newId(), unit_id: offices[office], ...held }));
    await db.insertInto('role_holders').values(rows).execute();
  }
}

const FIGURES = [
  { slug: 'ho-thoat-ngheo', kind: 'count', name: 'Số hộ thoát nghèo', measure: 'hộ' },
  { slug: 'ho-ngheo', kind: 'count', name: 'Số hộ nghèo cuối kỳ', measure: 'hộ' },
  { slug: 'ket-qua', kind: 'text', name: 'Kết quả nổi bật', measure: '' },
] as const;

async function fillForm(db: Kysely<Tables>, movement_id: string): Promise<string> {
  const [form_id, section_id] = [newId(), newId()];
  const figures = FIGURES.map((figure) => ({ id: newId(), ...figure }));
  await db
    .insertInto('figures')
    .values(figures.map((one) => ({ ...one, movement_id, short_name: one.name, source: SOURCE })))
    .execute();
  await db
    .insertInto('forms')
    .values({ id: form_id, movement_id, name: 'Biểu thử', created_at: OPENED })
    .execute();
  await db
    .insertInto('form_sections')
    .values({ id: section_id, form_id, position: 0, title: 'Kết quả' })
    .execute();
  await db
    .insertInto('form_fields')
    .values(
      figures.map(({ id }, position) => ({
        ...{ id: newId(), section_id, figure_id: id, position, roles: ['commune'] },
      })),
    )
    .execute();
  return form_id;
}

async function openRoundOf2025(
  db: Kysely<Tables>,
  movementId: string,
  formId: string,
  { agency, province }: Record<Office, string>,
): Promise<void> {
  const house: House = { db, now: () => OPENED, today: () => dayInVietnam(OPENED) };
  const wish: Parameters<typeof insertRound>[2] = {
    ...{ movementId, formId, previousId: null, kind: 'yearly', year: 2025 },
    ...{ periodFrom: day('2025-01-01'), periodTo: day('2025-11-15') },
    ...{ expectedOn: day('2025-11-03'), legalDue: day('2025-11-20'), legalInclusive: false },
    ...{ legalSource: SOURCE, internalDue: null, locksOn: day('2025-11-28') },
    ...{ receiverId: agency, topId: province },
  };
  await act(house, SYSTEM, (tx, now) => insertRound(tx, SYSTEM, wish, now));
}
