import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { planRows } from '../../src/movements/plan-rows.ts';
import { readPlanText } from '../../src/movements/reading/plan-file.ts';
import { parsePlan } from '../../src/movements/reading/plan-parsing.ts';
import { newId } from '../../src/shared/identity.ts';
import type { Tables } from '../../src/shared/tables.ts';

const TEXT = `ỦY BAN NHÂN DÂN
Số: 12/KH-UBND
Lai Châu, ngày 02 tháng 6 năm 2022
KẾ HOẠCH
Phong trào thi đua thử

I. MỤC TIÊU
1. Giảm hộ nghèo hằng năm.
II. TỔ CHỨC THỰC HIỆN
1. Các xã báo cáo trước ngày 20 tháng 11 hằng năm.`;

/** A signed plan of two sections with one task and one target, in force. */
export async function fillSmallPlan(db: Kysely<Tables>, movementId: string): Promise<void> {
  const bytes = Buffer.from(TEXT);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const importedAt = new Date('2022-06-03T08:00:00+07:00');
  const file = {
    movementId,
    name: 'ke-hoach-thu.txt',
    bytes,
    sha256,
    importedAt,
    importedBy: null,
  };
  const { plan, clauses, notices } = planRows(parsePlan(readPlanText(TEXT)), file, newId);
  await db.insertInto('plans').values(plan).execute();
  await db.insertInto('clauses').values(clauses).execute();
  if (notices.length > 0) await db.insertInto('plan_notices').values(notices).execute();
  const clauseId = (path: string) => clauses.find((one) => one.path === path)?.id ?? '';
  await fillTask(db, clauseId('II.1'));
  await db
    .insertInto('targets')
    .values({
      ...{ id: newId(), clause_id: clauseId('I.1'), position: 0, name: 'Tỷ lệ hộ nghèo' },
      ...{ measure: '%', better: 'lower', source: 'dữ liệu thử' },
    })
    .execute();
}

async function fillTask(db: Kysely<Tables>, clause_id: string): Promise<void> {
  const task_id = newId();
  const due = { kind: 'yearly', month: 11, day: 20, inclusive: false };
  const task = { id: task_id, clause_id, position: 0, name: 'Báo cáo hằng năm' };
  await db
    .insertInto('tasks')
    .values({ ...task, due_rule: JSON.stringify(due), evidence: 'report' })
    .execute();
  await db.insertInto('task_roles').values({ task_id, role: 'commune', part: 'lead' }).execute();
}
