import { expect, test } from 'vitest';
import { planRows } from './plan-rows.ts';
import { seedPlan } from './reading/fixtures/seed-plan.ts';

function seedRows() {
  let count = 0;
  const file = {
    movementId: 'movement',
    name: 'ke-hoach-2022.md',
    bytes: new Uint8Array([1, 2]),
    sha256: 'ab',
    importedAt: new Date('2022-06-20T02:00:00Z'),
    importedBy: null,
  };
  return planRows(seedPlan(), file, () => `id-${count++}`);
}

test('the plan of 2022 becomes rows, a parent before its children', () => {
  const { plan, clauses, notices } = seedRows();
  expect(plan).toMatchObject({ symbol: 'KH-UBND', number: null, issued_year: 2022 });
  expect(clauses.map((clause) => clause.position)).toEqual(clauses.map((_, place) => place));
  const seen = new Set<string>();
  for (const clause of clauses) {
    if (clause.parent_id) expect(seen).toContain(clause.parent_id);
    seen.add(clause.id);
  }
  const parent = clauses.find((clause) => clause.path === 'V-2');
  const child = clauses.find((clause) => clause.path === 'V-2.3');
  expect(child?.parent_id).toBe(parent?.id);
  expect(notices.map((notice) => notice.kind)).toContain('repeatedNumber');
});

test('every row has an id of its own and belongs to the plan', () => {
  const { plan, clauses, notices } = seedRows();
  const ids = [plan.id, ...clauses.map((one) => one.id), ...notices.map((one) => one.id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set([...clauses, ...notices].map((one) => one.plan_id))).toEqual(new Set([plan.id]));
});
