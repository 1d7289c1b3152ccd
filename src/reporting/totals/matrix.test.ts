import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { day } from '../../shared/day.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { openSheets } from '../../shared/sheet/write.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { reportLife } from './fixtures/report-life.ts';
import {
  CITY,
  DISTRICT,
  OLD,
  openTotalsWorld,
  PROVINCE,
  type TotalsWorld,
} from './fixtures/totals-world.ts';

describe('the matrix', () => {
  let world: TotalsWorld;
  let roundId: string;
  let agency: Client;

  beforeAll(async () => {
    world = await openTotalsWorld();
    roundId = await world.openYear(2024);
    const life = reportLife(world.house);
    const reports = await world.reportsOf(roundId);
    const of = (unit: string) => reports.get(unit) ?? '';
    await life.report(of(OLD.phucThan), { 'ho-ngheo': 1234, 'tong-so-ho': 2468, 'nha-o': 0 });
    await life.report(of(OLD.huaNa), { 'ho-ngheo': 6, 'tong-so-ho': 12 });
    await life.sendNil(of(OLD.muongMit));
    await life.receive(of(OLD.muongMit));
    await life.accept(of(OLD.muongMit));
    await life.save(of(OLD.muongCang), { 'ho-ngheo': 77 });
    await life.send(of(OLD.muongCang));
    await life.save(of(OLD.thanUyenTown), { 'ho-ngheo': 88 });
    agency = await world.as('thuong-truc');
  });
  afterAll(() => world.close());

  /** The cells of a row as they are read, the row found by how its name begins. */
  function row(client: Client, name: string): string[] {
    const lines = [...client.document.querySelectorAll('.matrix tbody tr')].map((line) =>
      [...line.querySelectorAll('th, td')].map((cell) =>
        (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
    );
    return lines.find(([first = '']) => first.includes(name))?.slice(1) ?? [];
  }

  test('tells a number, 0, nil, waiting, missing and not asked apart', async () => {
    await agency.get(`/rounds/${roundId}/matrix?open=all`);
    expect(row(agency, 'Phúc Than')).toEqual(['1.234', '2.468', '50', '0']);
    expect(row(agency, 'Mường Mít')[0]).toContain('không phát sinh');
    expect(row(agency, 'Mường Cang')[0]).toBe('chờ chấp nhận');
    expect(row(agency, 'Thị trấn Than Uyên')[0] ?? row(agency, 'thị trấn Than Uyên')[0]).toContain(
      'chưa có số liệu',
    );
    expect(row(agency, 'Giáo dục')[0]).toBe('không phải báo cáo');
    expect(agency.text).not.toContain('88');
  });

  test('folds communes under their district and opens them one by one', async () => {
    await agency.get(`/rounds/${roundId}/matrix`);
    expect(row(agency, 'Phúc Than')).toEqual([]);
    expect(row(agency, 'huyện Than Uyên')[0]).toBe('1.240');
    await agency.get(`/rounds/${roundId}/matrix?open=${DISTRICT}`);
    expect(row(agency, 'Phúc Than')[0]).toBe('1.234');
    expect(row(agency, 'Quyết Thắng')).toEqual([]);
  });

  test.each(['then', 'today'])('gives the page and the file the same: %s', async (on) => {
    await agency.get(`/rounds/${roundId}/matrix?on=${on}&open=all`);
    const shown = [...agency.document.querySelectorAll('.matrix tbody tr')].map((line) =>
      [...line.querySelectorAll('td')].map((cell) => spoken(cell.textContent ?? '')),
    );
    const file = await agency.get(`/rounds/${roundId}/matrix.xlsx?on=${on}&open=all`);
    expect(file.status).toBe(200);
    const [sheet] = openSheets(await readSheet(file.bytes));
    const headAt = sheet?.rows.findIndex(({ cells }) => cells[0]?.text === 'Đơn vị') ?? 0;
    const body = sheet?.rows.slice(headAt + 1, -1) ?? [];
    const written = body.map(({ cells }) =>
      [1, 2, 3, 4].map((at) => {
        const cell = cells[at];
        return cell?.kind === 'number' ? showNumber(Number(cell.value)) : (cell?.text ?? '');
      }),
    );
    expect(shown.length).toBeGreaterThan(5);
    expect(written).toEqual(shown);
  });

  /** What stands in a cell for those who hear it, as the file writes it. */
  function spoken(text: string): string {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words.includes('chưa có số liệu')) return '—';
    return words.includes('không phát sinh') ? 'không phát sinh' : words;
  }

  test('a total leads to its rows and a row to the report that gave it', async () => {
    await agency.get(`/rounds/${roundId}/matrix`);
    await agency.follow('1.240', 'huyện Than Uyên');
    expect(agency.heading).toBe('Số hộ nghèo');
    expect(agency.text).toContain('1.240 hộ; 2/6 đơn vị đã có số, 1 đơn vị không phát sinh.');
    const link = [...agency.document.querySelectorAll('main table a')].find((one) =>
      one.textContent?.includes('Phúc Than'),
    );
    const reports = await world.reportsOf(roundId);
    expect(link?.getAttribute('href')).toBe(`/reports/${reports.get(OLD.phucThan)}#v-ho-ngheo`);
  });

  test('on a phone shows one figure, largest first', async () => {
    await agency.get(`/rounds/${roundId}/matrix?open=all&figure=tong-so-ho`);
    const names = agency.texts('.ranked .ranked-name');
    const phucThan = names.findIndex((name) => name.includes('Phúc Than'));
    const huaNa = names.findIndex((name) => name.includes('Hua Nà'));
    expect(phucThan).toBeGreaterThanOrEqual(0);
    expect(phucThan).toBeLessThan(huaNa);
  });

  test('is for those above: a district sees its own part, a commune nothing', async () => {
    const district = await world.as('can-bo-huyen');
    await district.get(`/rounds/${roundId}/matrix?open=all`);
    expect(district.status).toBe(200);
    expect(district.heading).toContain('Than Uyên');
    expect(row(district, 'Phúc Than')[0]).toBe('1.234');
    expect(row(district, 'Quyết Thắng')).toEqual([]);
    for (const level of [PROVINCE, CITY]) {
      await district.get(`/rounds/${roundId}/matrix?level=${level}`);
      expect(district.status).toBe(403);
      await district.get(`/rounds/${roundId}/figures/ho-ngheo?unit=${level}`);
      expect(district.status).toBe(403);
    }
    const commune = await world.as('can-bo-xa');
    for (const path of ['matrix', 'matrix.xlsx', 'figures/ho-ngheo', 'official']) {
      await commune.get(`/rounds/${roundId}/${path}`);
      expect(commune.status).toBe(403);
    }
  });
});

describe('signed adjustments', () => {
  let world: TotalsWorld;
  let roundId: string;
  let figure: string;

  beforeAll(async () => {
    world = await openTotalsWorld();
    roundId = await world.openYear(2024);
    figure = `/rounds/${roundId}/figures/ho-ngheo`;
    const reports = await world.reportsOf(roundId);
    const life = reportLife(world.house);
    await life.report(reports.get(OLD.phucThan) ?? '', { 'ho-ngheo': 100 });
  });
  afterAll(() => world.close());

  test('need a number and a reason, and keep what was typed', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(figure);
    await agency.submit('Ký điều chỉnh', { 'Số mới của tổng': 'một trăm' });
    expect(agency.status).toBe(422);
    expect(agency.text).toContain('“một trăm” không phải là số');
    expect(agency.text).toContain('Chưa ghi lý do');
    expect(agency.document.querySelector('input[name=total]')?.getAttribute('value')).toBe(
      'một trăm',
    );
  });

  test('stay in sight with reason and signer, and are taken back by their opposite', async () => {
    const agency = await world.as('thuong-truc');
    await agency.get(figure);
    const entries = { 'Số mới của tổng': '97', 'Lý do điều chỉnh': 'Ba hộ tính trùng' };
    await agency.submit('Ký điều chỉnh', entries);
    expect(agency.status).toBe(200);
    expect(agency.text).toContain('97 hộ');
    expect(agency.text).toContain('−3');
    expect(agency.text).toContain('Ba hộ tính trùng');
    expect(agency.text).toContain('Người thử thuong truc, Chuyên viên');
    await agency.get(`/rounds/${roundId}/matrix`);
    expect(agency.document.querySelector('.matrix tbody tr td')?.textContent).toContain(
      'có điều chỉnh',
    );
    await agency.get(figure);
    await agency.submit('Thu hồi', { 'Lý do thu hồi': 'Đã rà lại, không trùng' });
    expect(agency.text).toContain('100 hộ');
    expect(agency.text).toContain('Đã thu hồi');
    const events = await world.house.db
      .selectFrom('events')
      .where('noun', '=', 'adjustment')
      .select('verb')
      .orderBy('seq')
      .execute();
    expect(events.map(({ verb }) => verb)).toEqual(['adjust', 'takeBack']);
  });

  test('belong to the level: others are refused', async () => {
    const leader = await world.as('lanh-dao');
    await leader.get(figure);
    expect(leader.text).not.toContain('Ký điều chỉnh');
    const fields = { unit: PROVINCE, delta: '5', reason: 'Thử' };
    await leader.post(`${figure}/adjustments`, fields);
    expect(leader.status).toBe(403);
    const district = await world.as('can-bo-huyen');
    await district.post(`${figure}/adjustments`, fields);
    expect(district.status).toBe(403);
    await district.post(`${figure}/adjustments`, { ...fields, unit: DISTRICT });
    expect(district.status).toBe(200);
    expect(district.text).toContain('105 hộ');
  });
});

describe('official figures', () => {
  test('stand beside the provisional ones with their source', async () => {
    const world = await openTotalsWorld();
    try {
      const roundId = await world.openYear(2024);
      const reports = await world.reportsOf(roundId);
      await reportLife(world.house).report(reports.get(OLD.phucThan) ?? '', { 'ho-ngheo': 100 });
      world.setToday(day('2024-12-20'));
      const agency = await world.as('thuong-truc');
      await agency.get(`/rounds/${roundId}/official`);
      await agency.submit('Ghi số chính thức', { 'Số chính thức': '98' });
      expect(agency.status).toBe(422);
      expect(agency.text).toContain('Chưa ghi nguồn');
      await agency.submit('Ghi số chính thức', {
        slug: 'ho-ngheo',
        unitId: PROVINCE,
        'Số chính thức': '98',
        Nguồn: 'Quyết định số 12/QĐ-UBND ngày 15/12/2024',
      });
      expect(agency.status).toBe(200);
      await agency.get(`/rounds/${roundId}/figures/ho-ngheo`);
      expect(agency.texts('.figures dt')).toEqual(['Sơ bộ (theo báo cáo)', 'Chính thức']);
      expect(agency.texts('.figures .figure-value')).toEqual(['100 hộ', '98 hộ']);
      expect(agency.text).toContain('Quyết định số 12/QĐ-UBND ngày 15/12/2024');
      const leader = await world.as('lanh-dao');
      await leader.post(`/rounds/${roundId}/official`, { slug: 'ho-ngheo' });
      expect(leader.status).toBe(403);
    } finally {
      await world.close();
    }
  });
});

test('earlier rounds stay open to the standing agency of today, for reading only', async () => {
  const world = await openTotalsWorld();
  try {
    const roundId = await world.openYear(2024);
    // The agency of that year was another one; the duty moved on with its records.
    const former = await world.house.db
      .selectFrom('unit_periods')
      .where('full_name', '=', 'Sở Lao động - Thương binh và Xã hội')
      .select('unit_id')
      .executeTakeFirstOrThrow();
    await world.house.db
      .updateTable('rounds')
      .set({ receiver_id: former.unit_id })
      .where('id', '=', roundId)
      .execute();
    const agency = await world.as('thuong-truc');
    await agency.get(`/rounds/${roundId}/figures/ho-ngheo`);
    expect(agency.status).toBe(200);
    expect(agency.text).not.toContain('Ký điều chỉnh');
    const fields = { unit: PROVINCE, delta: '5', reason: 'Thử' };
    await agency.post(`/rounds/${roundId}/figures/ho-ngheo/adjustments`, fields);
    expect(agency.status).toBe(403);
  } finally {
    await world.close();
  }
});
