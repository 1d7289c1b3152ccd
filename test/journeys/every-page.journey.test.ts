import { afterAll, beforeAll } from 'vitest';
import { day } from '../../src/shared/day.ts';
import { MUONG_THAN, type Samples, samplesOf } from '../authority/samples.ts';
import type { Login } from '../harness/small-province.ts';
import { canBrowse, checkPage, firstVisit, journey, openStage, type Stage } from './browser.ts';

let stage: Stage;
let samples: Samples;
beforeAll(async () => {
  if (!canBrowse) return;
  stage = await openStage({ today: day('2025-11-17') });
  samples = await samplesOf(stage.world);
});
afterAll(() => stage?.close());

/** Pages that are alike with a small province; `pages.journey.test.ts` has those that are not. */
const PAGES: readonly [string, Login, (samples: Samples) => string][] = [
  ['the rounds', 'thuong-truc', () => '/rounds'],
  ['opening a round', 'thuong-truc', () => '/rounds/new'],
  ['the roles', 'thuong-truc', ({ movement }) => `/movements/${movement}/roles`],
  ['giving a role', 'thuong-truc', ({ movement }) => `/movements/${movement}/roles/new`],
  ['a role for many', 'thuong-truc', ({ movement }) => `/movements/${movement}/roles/group`],
  [
    'handing a role over',
    'thuong-truc',
    ({ movement, holder }) => `/movements/${movement}/roles/${holder}/hand-over`,
  ],
  ['the units', 'thuong-truc', () => '/units'],
  ['a unit', 'thuong-truc', ({ unit }) => `/units/${unit(MUONG_THAN)}`],
  ['the merger', 'thuong-truc', () => '/units/merger'],
  ['the accounts', 'quan-tri', () => '/people'],
  ['a person', 'quan-tri', ({ person }) => `/people/${person('can-bo-muong-than')}`],
  ['a new account', 'quan-tri', () => '/people/new'],
  ['own sessions', 'can-bo-muong-than', () => '/sessions'],
  ['a search', 'can-bo-muong-than', () => '/search?q=muong'],
];

for (const [name, login, address] of PAGES) {
  journey(`${name}: quick on a slow line, without barriers, on any screen`, async () => {
    const tab = await stage.open(login);
    await firstVisit(tab, address(samples));
    await checkPage(tab);
    await tab.page.context().close();
  });
}
