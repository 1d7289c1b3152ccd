import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import type { World } from '../../../test/harness/world.ts';
import { changeReview, communeOf, openReviewWorld, roundOf } from './fixtures/review-world.ts';
import { unexplainedResiduals } from './residuals.sql.ts';

let world: World;
let round: string;
let commune: string;
let reviewer: Client;
let address: string;

beforeAll(async () => {
  world = await openReviewWorld();
  round = await roundOf(world, 2025);
  commune = await communeOf(world, 'Xã Mường Than');
  address = `/review-rounds/${round}/communes/${commune}/explanations`;
  reviewer = await world.as('ra-soat-muong-than');
});
afterAll(() => world.close());

const waiting = async () =>
  (await unexplainedResiduals(world.house.db, round, commune)).map(({ table }) => table);

test('a year that follows from last year has nothing to explain', async () => {
  await reviewer.get(address);
  expect(reviewer.text).toContain('không có gì phải giải trình');
  expect(reviewer.text).toContain('Khớp');
  expect(await waiting()).toEqual([]);
});

test('a household that was missed is explained, and recognition no longer waits', async () => {
  await changeReview(world, 2025, 'MT-004', { opening: 'poor' });
  expect(await waiting()).toEqual(['poor']);
  await reviewer.get(address);
  expect(reviewer.text).toContain('Còn 1 chênh lệch chưa giải trình');
  const label = 'Vì sao hộ nghèo chênh +1 hộ, +6 khẩu?';
  await reviewer.submit('Ghi giải trình', { [label]: '  ' });
  expect(reviewer.status).toBe(422);
  expect(reviewer.text).toContain('Chưa ghi vì sao có chênh lệch');
  await reviewer.submit('Ghi giải trình', { [label]: 'Bổ sung 1 hộ bị sót ở Bản Một' });
  expect(reviewer.text).toContain('Bổ sung 1 hộ bị sót ở Bản Một');
  expect(reviewer.text).toContain('Tẩn Thị Thử');
  expect(await waiting()).toEqual([]);
});

test('the index shows which commune differs, and the sum', async () => {
  const anyone = await world.as('can-bo-than-uyen');
  await anyone.get(`/review-rounds/${round}/tables`);
  expect(anyone.text).toContain('+1 / +6');
  expect(anyone.text).toContain('Đã giải trình');
  expect(anyone.text).not.toContain('Bổ sung 1 hộ');
  await anyone.get(address);
  expect(anyone.status).toBe(403);
});

test('another difference needs another reason; what was seen and is no more keeps what was typed', async () => {
  await reviewer.get(address);
  await changeReview(world, 2025, 'MT-007', { opening: 'poor' });
  expect(await waiting()).toEqual(['poor']);
  const reason = { 'Vì sao hộ nghèo chênh +1 hộ, +6 khẩu?': 'Vẫn là hộ bị sót' };
  await reviewer.submit('Sửa giải trình', reason);
  expect(reviewer.status).toBe(409);
  expect(reviewer.text).toContain('vừa được người khác thay đổi');
  const kept = reviewer.document.querySelector('textarea')?.textContent;
  expect(kept).toBe('Vẫn là hộ bị sót');
  await reviewer.get(address);
  expect(reviewer.text).toContain('Giải trình trước là cho chênh lệch +1 / +6');
  expect(await waiting()).toEqual(['poor']);
});

test('what is recognised takes no more reasons', async () => {
  const agency = await world.as('thuong-truc');
  await agency.get(address);
  expect(agency.texts('textarea')).toEqual([]);
  await reviewer.get(
    `/review-rounds/${await roundOf(world, 2024)}/communes/${commune}/explanations`,
  );
  expect(reviewer.texts('textarea')).toEqual([]);
  await reviewer.post(
    `/review-rounds/${await roundOf(world, 2024)}/communes/${commune}/explanations`,
    {
      ...{ table: 'poor', households: '1', members: '6', 'reason-poor': 'Muộn' },
    },
  );
  expect(reviewer.status).toBe(409);
});
