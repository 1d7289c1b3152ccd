import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../../../public/css/', import.meta.url);
const TOKENS = await readFile(new URL('00-tokens.css', FOLDER), 'utf8');

type Palette = ReadonlyMap<string, string>;

/** The colours of one block of the tokens, by the selector that opens it. */
function paletteOf(selector: string): Palette {
  const start = TOKENS.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const block = TOKENS.slice(start, TOKENS.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, front: string, back: string): number {
  const [light = 0, dark = 0] = [front, back]
    .map((name) => luminance(palette.get(name) ?? ''))
    .sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

const AAA = [
  ['ink', 'ground'],
  ['ink', 'paper'],
  ['ink', 'sunken'],
  ['ink', 'cham-wash'],
  ['ink', 'red-wash'],
  ['ink', 'amber-wash'],
  ['ink-soft', 'ground'],
  ['ink-soft', 'paper'],
  ['on-cloth', 'cloth'],
] as const;

const AA = [
  ['ink-faint', 'ground'],
  ['ink-faint', 'paper'],
  ['ink-soft', 'sunken'],
  ['cham', 'ground'],
  ['cham', 'paper'],
  ['cham-deep', 'cham-wash'],
  ['on-cham', 'cham'],
  ['on-cham', 'cham-deep'],
  ['red', 'red-wash'],
  ['red', 'ground'],
  ['amber', 'amber-wash'],
  ['green', 'green-wash'],
  ['green', 'paper'],
  ['on-cloth-soft', 'cloth'],
  ['on-cloth-soft', 'cloth-raised'],
] as const;

describe.each([
  ['by day', ':root'],
  ['at night', '[data-theme="dark"]'],
])('ink on its ground, %s', (_, selector) => {
  const palette = paletteOf(selector);

  test.each(AAA)('%s on %s reads at AAA', (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(7);
  });

  test.each(AA)('%s on %s reads at AA', (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of an input stands out by 3 to 1', () => {
    expect(contrast(palette, 'line-strong', 'paper')).toBeGreaterThanOrEqual(3);
  });
});

test('the dark that is chosen and the dark that the machine asks for are one', () => {
  const asked = paletteOf(':root:not([data-theme="light"])');
  expect([...asked]).toEqual([...paletteOf('[data-theme="dark"]')]);
  expect(asked.size).toBeGreaterThan(20);
});

test('the whole look weighs at most 13 kB on the line', async () => {
  const names = (await readdir(FOLDER)).filter((name) => /^\d.*\.css$/.test(name)).sort();
  const sheets = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER))));
  const { length } = await promisify(gzip)(Buffer.concat(sheets));
  expect(length).toBeLessThanOrEqual(13_000);
});
