import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWorld, type World, type WorldOptions } from '../harness/world.ts';
import { CHROMIUM, QUIET } from './chromium.ts';

/** Whether this machine has a browser to tell stories in. */
export const canBrowse = CHROMIUM !== undefined;

/** What the first visit to a page may cost on a slow line, all of it, compressed. */
const FIRST_VISIT_BYTES = 60_000;
const NARROWEST = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

/** A story in a real browser; said to be left out, in words, where there is none. */
export function journey(name: string, run: () => Promise<void>): void {
  if (!CHROMIUM) console.log(`  (no Chromium on this machine: left out "${name}")`);
  test.skipIf(!CHROMIUM)(name, { timeout: 90_000 }, run);
}

/** One tab, with what went wrong in it and what it has fetched. */
export interface Tab {
  readonly page: Page;
  readonly errors: readonly string[];
  /** Bytes over the line since the tab was opened, headers included. */
  bytes(): number;
}

/** How a browser is kept. */
interface Habits {
  /** Scripts run, unless said otherwise. */
  readonly scripts?: boolean;
}

/** A world behind a real port, and a browser before it. */
export interface Stage {
  readonly world: World;
  /** A new browser of nobody, or of a person who has signed in; nothing cached. */
  open(login?: string, habits?: Habits): Promise<Tab>;
  close(): Promise<void>;
}

/** Raises a world with a browser; close it in `afterAll`. */
export async function openStage(options: WorldOptions): Promise<Stage> {
  const world = await openWorld(options);
  const address = await world.site.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET });
  return {
    world,
    open: (login, habits) => openTab(browser, world, address, login, habits),
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

async function openTab(
  browser: Browser,
  world: World,
  address: string,
  login: string | undefined,
  { scripts = true }: Habits = {},
): Promise<Tab> {
  const context = await browser.newContext({
    ...{ baseURL: address, locale: 'vi-VN', viewport: DESK },
    javaScriptEnabled: scripts,
  });
  context.setDefaultTimeout(20_000); // other stories share the two cores
  if (login) await carryOver(context, world, address, login);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors, bytes: await countBytes(context, page) };
}

async function carryOver(context: BrowserContext, world: World, url: string, login: string) {
  const value = (await world.as(login)).cookies.get('session') ?? '';
  await context.addCookies([{ name: 'session', value, url, httpOnly: true, sameSite: 'Lax' }]);
}

async function countBytes(context: BrowserContext, page: Page): Promise<() => number> {
  const line = await context.newCDPSession(page);
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await line.send('Network.enable');
  return () => bytes;
}

/** Opens a page as the first thing in a tab: it must arrive within the budget of a slow line. */
export async function firstVisit(tab: Tab, path: string): Promise<void> {
  const answer = await tab.page.goto(path, { waitUntil: 'networkidle' });
  expect(answer?.status(), `the answer at ${path}`).toBe(200);
  expect(tab.bytes(), 'the page and its parts came over the line').toBeGreaterThan(0);
  expect(tab.bytes(), `bytes of the first visit to ${path}`).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
}

/**
 * What every page owes to everybody: no barrier that axe can find, at a desk by day and on a
 * phone by night; no sideways scrolling on the narrowest phone; no error in the console.
 */
export async function checkPage({ page, errors }: Tab): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESK);
  expect(await barriersOf(page), `barriers on ${page.url()} (desk, light)`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(NARROWEST);
  expect(await barriersOf(page), `barriers on ${page.url()} (phone, dark)`).toEqual([]);
  await checkWidth({ page, errors });
}

/** The same without axe, which is slow on long pages: no sideways scrolling, no error. */
export async function checkWidth({ page, errors }: Pick<Tab, 'page' | 'errors'>): Promise<void> {
  await page.setViewportSize(NARROWEST);
  expect(await overhang(page), `what sticks out of ${page.url()} on a phone`).toEqual([]);
  await page.setViewportSize(DESK);
  expect(errors, `errors in the console of ${page.url()}`).toEqual([]);
}

async function barriersOf(page: Page): Promise<string[]> {
  // No page of ours holds a frame; without the look for frames axe needs no second tab.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ; ')}`,
  );
}

/** The elements that make the page wider than the window, unless a part of theirs may scroll. */
function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 100))
      .slice(0, 5);
  });
}
