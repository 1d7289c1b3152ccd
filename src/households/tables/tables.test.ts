import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { openSheets } from '../../shared/sheet/write.ts';
import { showNumber, showPercent } from '../../shared/vietnamese.ts';
import { STANDARD_TABLES } from './standard-tables.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
});
afterAll(() => world.close());

async function roundOf(year: number): Promise<string> {
  const { id } = await world.house.db
    .selectFrom('review_rounds')
    .select('id')
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return id;
}

async function communeId(name: string): Promise<string> {
  const { commune_id } = await world.house.db
    .selectFrom('commune_reviews')
    .select('commune_id')
    .where('commune_name', '=', name)
    .executeTakeFirstOrThrow();
  return commune_id;
}

/** The cells of a row as they are read, the row found by its unit and, if told, what it counts. */
function row(client: Client, unit: string, split?: string): string[] {
  const lines = [...client.document.querySelectorAll('main table tbody tr')].map((line) =>
    [...line.querySelectorAll('th, td')].map((cell) =>
      (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ),
  );
  const found = lines.find(([name = '', of]) => name.includes(unit) && (!split || of === split));
  return found?.slice(split ? 2 : 1) ?? [];
}

describe('the standard tables', () => {
  test('whoever has signed in finds the thirteen tables, each with its question', async () => {
    const anyone = await world.as('can-bo-than-uyen');
    await anyone.get(`/review-rounds/${await roundOf(2025)}/tables`);
    expect(anyone.heading).toBe('Các biểu tổng hợp năm 2025');
    expect(anyone.texts('main tbody th')).toHaveLength(13);
    expect(anyone.text).toContain('Số liệu sơ bộ');
    await anyone.follow('2. Diễn biến hộ nghèo trong năm');
    expect(anyone.heading).toBe('Biểu 2. Diễn biến hộ nghèo trong năm');
  });

  test('who has not begun is not reported, who is not reviewed is said', async () => {
    const anyone = await world.as('can-bo-than-uyen');
    await anyone.get(`/review-rounds/${await roundOf(2025)}/tables/2`);
    expect(row(anyone, 'Xã Mường Than', 'Hộ')).toEqual([
      '3',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
    ]);
    expect(row(anyone, 'Xã Than Uyên', 'Hộ').join()).toContain('chưa có số liệu');
    expect(anyone.text).toContain('chưa báo cáo');
    expect(anyone.text).toContain('còn 5 hộ chưa rà soát');
    expect(anyone.text).toContain('còn 1 xã chưa báo cáo; còn 5 hộ chưa rà soát');
    expect(anyone.text).toContain('0/2 xã đã công nhận');
  });

  test('a recognised year is told down to the villages', async () => {
    const anyone = await world.as('can-bo-than-uyen');
    await anyone.get(`/review-rounds/${await roundOf(2024)}/tables/1`);
    expect(row(anyone, 'Tỉnh')).toEqual([]);
    expect(row(anyone, 'Toàn tỉnh').slice(0, 6)).toEqual([
      '9',
      '40',
      '4',
      '44,44 %',
      '2',
      '22,22 %',
    ]);
    await anyone.follow('1 Xã Mường Than');
    expect(anyone.heading).toContain('Biểu 1');
    expect(row(anyone, 'Bản Một').slice(0, 3)).toEqual(['4', '18', '2']);
    expect(row(anyone, 'Bản Hai').slice(0, 3)).toEqual(['3', '13', '1']);
  });

  test('a rate over nothing says why there is none', async () => {
    const anyone = await world.as('can-bo-than-uyen');
    await anyone.get(
      `/review-rounds/${await roundOf(2025)}/tables/5?unit=${await communeId('Xã Mường Than')}`,
    );
    expect(row(anyone, 'Bản Một', 'Hộ')[1]).toContain('Không có hộ nghèo nào nên không có tỷ lệ.');
  });

  test('not one name of a household stands in any table', async () => {
    const anyone = await world.as('can-bo-than-uyen');
    for (const { key } of STANDARD_TABLES) {
      await anyone.get(
        `/review-rounds/${await roundOf(2024)}/tables/${key}?unit=${await communeId('Xã Mường Than')}`,
      );
      expect(anyone.status).toBe(200);
      expect(anyone.text).not.toMatch(/Lò Văn Phương|Giàng Thị Mai|MT-00/);
    }
  });

  test.each(STANDARD_TABLES.map(({ key }) => key))(
    'page and workbook of table %s are one',
    async (key) => {
      const anyone = await world.as('can-bo-than-uyen');
      const address = `/review-rounds/${await roundOf(2024)}/tables/${key}`;
      await anyone.get(address);
      const shown = [...anyone.document.querySelectorAll('main table tbody tr')].map((line) =>
        [...line.querySelectorAll('td.numeric')].map((cell) => spoken(cell.textContent ?? '')),
      );
      const file = await anyone.get(`${address}.xlsx`);
      expect(file.status).toBe(200);
      const [sheet] = openSheets(await readSheet(file.bytes));
      const headAt = sheet?.rows.findIndex(({ cells }) => cells[0]?.text === 'TT') ?? 0;
      const heads = sheet?.rows[headAt]?.cells.map(({ text }) => text) ?? [];
      const written = (sheet?.rows.slice(headAt + 1) ?? []).map(({ cells }) =>
        heads.slice(3, -1).map((_, at) => {
          const cell = cells[at + 3];
          if (cell?.kind !== 'number') return cell?.text ?? '';
          const value = Number(cell.value);
          return heads[at + 3]?.includes('%') ? showPercent(value) : showNumber(value);
        }),
      );
      expect(shown.length).toBeGreaterThan(2);
      expect(written).toEqual(shown);
    },
  );

  function spoken(text: string): string {
    const words = text.replace(/\s+/g, ' ').trim();
    return words.includes('chưa có số liệu') ? '—' : words;
  }

  test('a table, a unit or a round that is not there is not found', async () => {
    const anyone = await world.as('can-bo-than-uyen');
    const round = await roundOf(2025);
    for (const rest of ['14', 'x', '2?unit=x', `2?unit=${round}`, '2?units=today&unit=x']) {
      await anyone.get(`/review-rounds/${round}/tables/${rest}`);
      expect(anyone.status, rest).toBe(404);
    }
  });
});
