import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { addPovertySection } from './fixtures/poverty-section.ts';

let world: World;
let reportId: string;
let officer: Client;

async function reportOf(unitName: string): Promise<string> {
  const { id } = await world.house.db
    .selectFrom('reports')
    .select('id')
    .where('unit_name', '=', unitName)
    .executeTakeFirstOrThrow();
  return id;
}

async function sourceOf(slug: string) {
  const { db } = world.house;
  return db
    .selectFrom('report_values as v')
    .innerJoin('figures as f', 'f.id', 'v.figure_id')
    .where('v.report_id', '=', reportId)
    .where('f.slug', '=', slug)
    .select(['v.amount', 'v.source'])
    .executeTakeFirst();
}

/** The commune reviews one household: `closing` is what it now is. */
async function review(code: string, closing: 'poor' | 'near-poor' | 'not-poor' | null) {
  const { db } = world.house;
  await db
    .updateTable('household_reviews')
    .set({ closing })
    .where('code', '=', code)
    .where('round_id', 'in', db.selectFrom('review_rounds').select('id').where('year', '=', 2025))
    .execute();
}

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  await addPovertySection(world.house.db);
  reportId = await reportOf('Ủy ban nhân dân xã Mường Than');
  officer = await world.as('can-bo-muong-than');
});
beforeEach(async () => {
  await world.house.db.deleteFrom('report_values').where('report_id', '=', reportId).execute();
});
afterAll(() => world.close());

test('the form shows what the review has, how certain it is, and takes it on one press', async () => {
  await officer.get(`/reports/${reportId}`);
  expect(officer.text).toContain('Từ rà soát hộ nghèo 2025 của xã, sơ bộ: còn 5 hộ chưa rà soát');
  expect(officer.text).toContain(
    'Rà soát: 3 (sơ bộ), gồm 3 hộ chưa rà soát, tính theo diện đầu năm',
  );
  await officer.submit('Lấy số từ rà soát');
  expect(officer.text).toContain('Đã lấy 14 số từ rà soát');
  expect(await sourceOf('households_total')).toEqual({ amount: 7, source: 'review' });
  expect(await sourceOf('households_ethnic')).toEqual({ amount: 5, source: 'review' });
  expect(await sourceOf('poor_opening')).toEqual({ amount: 3, source: 'review' });
  expect(await sourceOf('poor_closing')).toEqual({ amount: 3, source: 'review' });
  expect(await sourceOf('poor_ethnic')).toEqual({ amount: 3, source: 'review' });
  expect(officer.text).not.toContain('Phải khớp.');
});

test('what a person typed stays, and differs only with a reason', async () => {
  await officer.get(`/reports/${reportId}`);
  await officer.submit('Lấy số từ rà soát', { 'f.poor_closing': '4', 'f.ho-ngheo': '12' });
  expect(officer.text).toContain('Đã lấy 13 số từ rà soát');
  expect(await sourceOf('poor_closing')).toEqual({ amount: 4, source: 'typed' });
  expect(await sourceOf('ho-ngheo')).toEqual({ amount: 12, source: 'typed' });
  expect(officer.text).toContain('Rà soát cho 3, bạn nhập 4.');
  await officer.submit('Gửi lãnh đạo duyệt', {});
  expect(officer.status).toBe(422);
  await officer.submit('Lưu nháp', { 'why.poor_closing': 'Bổ sung một hộ bị sót' });
  expect(officer.text).not.toContain('Rà soát cho 3, bạn nhập 4.');
});

test('a review that went on is taken anew; the identity of the form holds all the way', async () => {
  await officer.get(`/reports/${reportId}`);
  await officer.submit('Lấy số từ rà soát');
  await review('MT-001', 'near-poor');
  await review('MT-003', 'poor');
  await officer.get(`/reports/${reportId}`);
  expect(officer.text).toContain('Rà soát nay cho 1 (sơ bộ), gồm 1 hộ còn cận nghèo');
  expect(officer.text).not.toContain('bạn nhập');
  await officer.submit('Lấy số từ rà soát');
  expect(await sourceOf('poor_escaped')).toEqual({ amount: 1, source: 'review' });
  expect(await sourceOf('poor_new')).toEqual({ amount: 1, source: 'review' });
  expect(await sourceOf('poor_closing')).toEqual({ amount: 3, source: 'review' });
  expect(await sourceOf('near_poor_out')).toEqual({ amount: 1, source: 'review' });
  expect(await sourceOf('near_poor_in')).toEqual({ amount: 1, source: 'review' });
  expect(officer.text).toContain('vì biểu không có ô riêng');
  expect(officer.text).not.toContain('Phải khớp.');
  await review('MT-001', null);
  await review('MT-003', null);
});

test('a fault beside the review keeps what was typed and takes the rest', async () => {
  await officer.get(`/reports/${reportId}`);
  await officer.submit('Lấy số từ rà soát', { 'f.poor_new': 'vài' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('“vài” không phải là số');
  const typed = officer.document.querySelector('[name="f.poor_new"]');
  expect(typed?.getAttribute('value')).toBe('vài');
  const taken = officer.document.querySelector('[name="f.poor_opening"]');
  expect(taken?.getAttribute('value')).toBe('3');
});

test('a commune that has not begun offers nothing, and not 0', async () => {
  const other = await world.as('can-bo-than-uyen');
  await other.get(`/reports/${await reportOf('Ủy ban nhân dân xã Than Uyên')}`);
  expect(other.text).not.toContain('rà soát');
});
