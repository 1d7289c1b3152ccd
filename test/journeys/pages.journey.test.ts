import { afterAll, beforeAll } from 'vitest';
import { day } from '../../src/shared/day.ts';
import type { Client } from '../harness/client.ts';
import { canBrowse, checkPage, firstVisit, journey, openStage, type Stage } from './browser.ts';

let stage: Stage;
beforeAll(async () => {
  if (canBrowse) stage = await openStage({ today: day('2025-11-17'), story: true });
}, 120_000);
afterAll(() => stage?.close());

const ROUND = 'Báo cáo tổng kết 2025';

/** The decisive pages with all that a whole province puts on them: who opens it, by which links. */
const PAGES: readonly [string, string, readonly string[]][] = [
  ['the plan with its margin', 'thuongtruc', ['/plans']],
  ['the plan for a commune', 'muongthan.canbo', ['/plans']],
  ['the tree of the plan', 'thuongtruc', ['/plans', 'Sửa cây khoản mục']],
  ['all movements', 'thuongtruc', ['/movements']],
  ['the work of the agency', 'thuongtruc', ['/work']],
  ['the desk of the round', 'thuongtruc', ['/rounds', ROUND]],
  ['urging', 'thuongtruc', ['/rounds', ROUND, 'Đôn đốc']],
  ['the matrix', 'lanhdao', ['/rounds', ROUND, 'Bảng tổng hợp', 'Hộ nghèo']],
  [
    'the year before the merger in areas of today',
    'thuongtruc',
    ['/rounds', 'Báo cáo năm 2024', 'Bảng tổng hợp', 'Hộ nghèo', 'Theo địa bàn hôm nay'],
  ],
  ['a report to fill', 'gddt.daumoi', ['/work', 'Lập báo cáo']],
  ['a report to receive', 'thuongtruc', ['/rounds', ROUND, 'Sở Công Thương']],
  ['a form', 'thuongtruc', ['/forms', 'Biểu báo cáo phong trào, tổng kết năm 2025']],
];

for (const [name, login, steps] of PAGES) {
  journey(
    `${name}: quick, without barriers, on any screen, with a whole province in it`,
    async () => {
      const address = await addressOf(await stage.world.as(login), steps);
      const tab = await stage.open(login);
      await firstVisit(tab, address);
      await checkPage(tab);
      await tab.page.context().close();
    },
  );
}

/** Where the links lead. */
async function addressOf(client: Client, [first = '', ...links]: readonly string[]) {
  await client.get(first);
  for (const link of links) await client.follow(link);
  return client.address;
}
