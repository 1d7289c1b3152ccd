import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { Problem } from '../../shared/problem.ts';
import { loadRound } from '../rounds/rounds.sql.ts';
import { adjustTotal, takeBackAdjustment } from './adjustments.actions.ts';
import { loadAdjustments } from './adjustments.sql.ts';
import { keptSums, recount } from './fixtures/recount.ts';
import { reportLife } from './fixtures/report-life.ts';
import {
  DISTRICT,
  figureId,
  NEW,
  OLD,
  openTotalsWorld,
  PROVINCE,
  person,
  type TotalsWorld,
} from './fixtures/totals-world.ts';
import { lastTotals, loadTotals } from './totals.sql.ts';
import { ADJUSTED_APART, totalAt } from './totals.ts';
import { loadFigureRows } from './totals-figure.sql.ts';

const TODAY = day('2025-11-19');

describe('totals over any history', () => {
  let world: TotalsWorld;
  beforeAll(async () => {
    world = await openTotalsWorld();
  });
  afterAll(() => world.close());

  /** What may be tried; a step that does not follow is refused and changes nothing. */
  const UNITS = [DISTRICT, OLD.phucThan, OLD.huaNa, OLD.quyetTien] as const;
  const unit = fc.constantFrom(...UNITS);
  const slug = fc.constantFrom('ho-ngheo', 'tong-so-ho', 'nha-o');
  const attempt = fc.oneof(
    fc.record({ do: fc.constant('save'), unit, slug, amount: fc.nat(5000) }),
    fc.record({ do: fc.constantFrom('send', 'receive', 'accept', 'nil'), unit }),
    fc.record({ do: fc.constant('giveBack'), unit, slug }),
    fc.record({
      do: fc.constant('adjust'),
      level: fc.constantFrom(PROVINCE, DISTRICT),
      slug,
      amount: fc.integer({ min: -20, max: 500 }),
    }),
    fc.record({ do: fc.constant('takeBack'), level: fc.constantFrom(PROVINCE, DISTRICT), slug }),
    // What people do most: a whole report at once, so that most histories reach acceptance.
    fc.record({ do: fc.constant('whole'), unit, slug, amount: fc.nat(5000) }),
  );
  type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never;

  /** A round of its own; those before it make way, for a year has one of a kind. */
  async function anotherRound(): Promise<string> {
    const { db } = world.house;
    await sql`update rounds set year = (select min(year) from rounds) - 1 where year = 2024`.execute(
      db,
    );
    return world.openYear(2024);
  }

  async function tryOne(roundId: string, reports: Map<string, string>, one: Attempt) {
    const life = reportLife(world.house);
    const id = 'unit' in one ? (reports.get(one.unit) ?? '') : '';
    if ('level' in one) return changeSum(roundId, one);
    if (one.do === 'save' && 'amount' in one) return life.save(id, { [one.slug]: one.amount });
    if (one.do === 'whole' && 'amount' in one) return life.report(id, { [one.slug]: one.amount });
    if (one.do === 'giveBack' && 'slug' in one) return life.giveBack(id, one.slug);
    if (one.do === 'send') return life.send(id);
    if (one.do === 'receive') return life.receive(id);
    if (one.do === 'accept') return life.accept(id);
    return life.sendNil(id);
  }

  async function changeSum(roundId: string, one: Extract<Attempt, { level: string }>) {
    const { house } = world;
    const by = person('noi-nhan');
    if ('amount' in one) {
      const draft = { total: '', delta: String(one.amount), reason: 'Bổ sung sau rà soát' };
      return adjustTotal(house, by, { roundId, slug: one.slug, levelId: one.level, ...draft });
    }
    const all = await loadAdjustments(house.db, roundId, [figureId(one.slug)], one.level);
    const [first] = all.filter(({ unitId }) => unitId === one.level);
    if (!first) return undefined;
    return takeBackAdjustment(house, by, { adjustmentId: first.id, reason: 'Ghi nhầm' });
  }

  test('the kept sums are those of a full recount, whatever was tried', async () => {
    let taken = 0;
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 4, maxLength: 14 }), async (attempts) => {
        const { db } = world.house;
        const roundId = await anotherRound();
        const reports = await world.reportsOf(roundId);
        for (const one of attempts) {
          await tryOne(roundId, reports, one).then(
            () => taken++,
            (error) => expect(error).toBeInstanceOf(Problem),
          );
        }
        const sums = await recount(db, roundId);
        counted += sums.length;
        expect(await keptSums(db, roundId)).toEqual(sums);
      }),
      { numRuns: 25 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(counted).toBeGreaterThan(50);
  }, 120_000);

  test('many acceptances at once never block one another and all count', async () => {
    const { db } = world.house;
    const roundId = await anotherRound();
    const life = reportLife(world.house);
    const reports = await world.reportsOf(roundId);
    const communes = Object.values(OLD).map((one) => reports.get(one) ?? '');
    for (const id of communes) {
      await life.save(id, { 'ho-ngheo': 10, 'tong-so-ho': 100, 'nha-o': 1 });
      await life.send(id);
      await life.receive(id);
    }
    await Promise.all(communes.map((id) => life.accept(id)));
    const totals = await loadTotals(db, roundId, { on: null });
    expect(totalAt(totals, PROVINCE, 'ho-ngheo')).toMatchObject({ amount: 110, reported: 11 });
    expect(totalAt(totals, DISTRICT, 'tong-so-ho')).toMatchObject({ amount: 600, reported: 6 });
    expect(await keptSums(db, roundId)).toEqual(await recount(db, roundId));
  });
});

describe('a round told as it was and on the units of today', () => {
  let world: TotalsWorld;
  let before: string;
  const poor = {
    thanUyenTown: 40,
    phucThan: 100,
    oldMuongThan: 60,
    muongMit: 30,
    muongCang: 20,
    huaNa: 10,
    quyetThang: 5,
    quyetTien: 6,
    oldDoanKet: 7,
    sungPhai: 80,
    laNhiThang: 90,
  } as const;

  beforeAll(async () => {
    world = await openTotalsWorld();
    before = await world.openYear(2024);
    const life = reportLife(world.house);
    const reports = await world.reportsOf(before);
    for (const [key, amount] of Object.entries(poor)) {
      const id = reports.get(OLD[key as keyof typeof OLD]) ?? '';
      await life.report(id, { 'ho-ngheo': amount, 'tong-so-ho': 1000, 'nha-o': 2 });
    }
    await life.report(reports.get(DISTRICT) ?? '', { 'nha-o': 3 });
    world.setToday(TODAY);
  });
  afterAll(() => world.close());

  test('the province is the same, Than Uyên, Mường Than and Đoàn Kết differ', async () => {
    const { db } = world.house;
    const then = await loadTotals(db, before, { on: null });
    const today = await loadTotals(db, before, { on: TODAY });
    for (const slug of ['ho-ngheo', 'tong-so-ho', 'nha-o', 'ty-le'])
      expect(totalAt(today, PROVINCE, slug)).toEqual(totalAt(then, PROVINCE, slug));
    const areaOf = async (unit: string) =>
      (
        await db
          .selectFrom('unit_periods')
          .select('area_id')
          .where('unit_id', '=', unit)
          .executeTakeFirstOrThrow()
      ).area_id ?? '';
    const poorAt = async (unit: string) => totalAt(today, await areaOf(unit), 'ho-ngheo')?.amount;
    // The names stayed, the land did not: old Mường Than went into Than Uyên.
    expect(await poorAt(NEW.thanUyen)).toBe(40 + 60 + 20 + 10);
    expect(await poorAt(NEW.muongThan)).toBe(100 + 30);
    expect(await poorAt(NEW.doanKet)).toBe(5 + 6 + 7 + 80 + 90);
    expect(totalAt(then, OLD.oldMuongThan, 'ho-ngheo')?.amount).toBe(60);
    expect(totalAt(today, DISTRICT, 'nha-o')?.amount).toBe(3);
  });

  test('the rows of an area of today are the reports merged into it', async () => {
    const { db } = world.house;
    const { area_id } = await db
      .selectFrom('unit_periods')
      .select('area_id')
      .where('unit_id', '=', NEW.muongThan)
      .executeTakeFirstOrThrow();
    const rows = await loadFigureRows(db, before, 'ho-ngheo', area_id ?? '', { on: TODAY });
    expect(rows.map(({ amount, share }) => [amount, share]).sort()).toEqual([
      [100, 1],
      [30, 1],
    ]);
    expect(rows.every(({ acceptedBy }) => acceptedBy === person('noi-nhan').name)).toBe(true);
  });

  test('a merged commune is compared with all that were merged into it, or not at all', async () => {
    const { db } = world.house;
    const after = await world.openYear(2025, before);
    const round = await loadRound(db, after);
    if (!round) throw new Error('the round was just opened');
    const last = await lastTotals(db, round);
    expect(totalAt(last, NEW.muongThan, 'ho-ngheo')?.amount).toBe(130);
    expect(totalAt(last, PROVINCE, 'ho-ngheo')?.amount).toBe(448);
    await reportLife(world.house).giveBack(
      (await world.reportsOf(before)).get(OLD.muongMit) ?? '',
      'ho-ngheo',
    );
    const partly = await lastTotals(db, round);
    expect(totalAt(partly, NEW.muongThan, 'ho-ngheo')).toBeUndefined();
    expect(totalAt(partly, NEW.muongThan, 'tong-so-ho')?.amount).toBe(2000);
  });

  test('an adjustment stays apart from areas and both tellings still agree', async () => {
    const { db } = world.house;
    const wish = { roundId: before, slug: 'ho-ngheo', levelId: DISTRICT };
    const draft = { total: '', delta: '-7', reason: 'Trùng hộ giữa hai xã' };
    await adjustTotal(world.house, person('noi-nhan'), { ...wish, ...draft });
    const then = await loadTotals(db, before, { on: null });
    const today = await loadTotals(db, before, { on: TODAY });
    expect(totalAt(today, ADJUSTED_APART, 'ho-ngheo')?.amount).toBe(-7);
    expect(totalAt(then, PROVINCE, 'ho-ngheo')?.adjusted).toBe(true);
    expect(totalAt(today, PROVINCE, 'ho-ngheo')).toEqual(totalAt(then, PROVINCE, 'ho-ngheo'));
  });
});

describe('ratios', () => {
  let world: TotalsWorld;
  beforeAll(async () => {
    world = await openTotalsWorld();
  });
  afterAll(() => world.close());

  test('count only who gave both parts, and never pass a hundred', async () => {
    const roundId = await world.openYear(2024);
    const life = reportLife(world.house);
    const reports = await world.reportsOf(roundId);
    await life.report(reports.get(OLD.phucThan) ?? '', { 'ho-ngheo': 50, 'tong-so-ho': 200 });
    await life.report(reports.get(OLD.huaNa) ?? '', { 'ho-ngheo': 900 });
    await life.report(reports.get(OLD.muongMit) ?? '', { 'tong-so-ho': 5000 });
    const totals = await loadTotals(world.house.db, roundId, { on: null });
    expect(totalAt(totals, PROVINCE, 'ho-ngheo')?.amount).toBe(950);
    expect(totalAt(totals, PROVINCE, 'ty-le')).toMatchObject({
      amount: 25,
      reported: 1,
      parts: { numerator: 50, denominator: 200 },
    });
    expect(totalAt(totals, OLD.huaNa, 'ty-le')).toBeUndefined();
  });
});
