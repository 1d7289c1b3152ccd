import type { ReadRow } from '../../shared/sheet/cells.ts';
import {
  detectLegacyFont,
  fromLegacyFont,
  type LegacyFont,
} from '../../shared/sheet/legacy-font.ts';
import { matchColumns } from '../../shared/sheet/match.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { isBlank } from './cell-values.ts';
import { columnsOf, type LayoutColumn, type SheetRole, wantedColumns } from './household-layout.ts';
import { briefly } from './quoted.ts';
import { type Remembered, rememberedHeadings } from './remembered-headings.ts';

/** One column of a sheet that somebody sent in. */
export interface PlannedColumn {
  /** From 0. */
  readonly position: number;
  readonly heading: string;
  /** Key of the layout; null: nothing that is read. */
  readonly meaning: string | null;
  /** A few of its first texts. */
  readonly samples: readonly string[];
  /** The old font that its texts were typed in, as far as the first rows tell. */
  readonly font: LegacyFont | null;
  /** To be read from that font. */
  readonly convert: boolean;
}

/** What is known of one sheet before it is read; the person may set it right. */
export interface SheetPlan {
  readonly name: string;
  readonly role: SheetRole | null;
  readonly headerRow: number;
  readonly columns: readonly PlannedColumn[];
}

const ROLES: readonly SheetRole[] = ['households', 'members'];
/** Titles and names of offices may stand above the headings, not more. */
export const ROWS_LOOKED_AT = 60;
export const LAST_HEADER_ROW = 30;
const SAMPLES = 3;
/** With fewer a row of headings was not found. */
const ENOUGH_MATCHES = 3;

/** What the person says of a sheet whose headings were taken for something else. */
export interface PlanWish {
  readonly role: SheetRole | null;
  readonly headerRow: number;
}

/**
 * A plan of a sheet by its first rows: which row has the headings, what each column holds; with a
 * wish, by that row and for that content.
 */
export function planSheet(
  name: string,
  rows: readonly ReadRow[],
  standard: PovertyStandard,
  remembered: Remembered,
  wish?: PlanWish,
): SheetPlan {
  if (wish && !wish.role) return { ...unmatchedPlan(name, rows, wish.headerRow), role: null };
  const heads = rows.filter(({ number }) => number <= LAST_HEADER_ROW);
  const guesses = heads.flatMap((row, at) => {
    if (wish && wish.headerRow !== row.number) return [];
    const headings = headingsOf(row, heads[at - 1]);
    return ROLES.filter((role) => !wish || wish.role === role).map((role) => ({
      row,
      role,
      headings,
      ...meant(role, headings, standard, remembered),
    }));
  });
  const [first] = guesses;
  const best = guesses.reduce((most, one) => (one.score > (most?.score ?? 0) ? one : most), first);
  if (!best || (!wish && best.score < ENOUGH_MATCHES)) return unmatchedPlan(name, rows);
  const body = rows.filter(({ number }) => number > best.row.number);
  const columns = best.headings.map((one) =>
    planColumn(one, best.meanings.get(one.position) ?? null, body),
  );
  return { name, role: best.role, headerRow: best.row.number, columns };
}

/** No row looks like headings: the first with several texts may be one, the person will say. */
function unmatchedPlan(name: string, rows: readonly ReadRow[], headerRow?: number): SheetPlan {
  const row = rows.find(({ number, cells }) =>
    headerRow === undefined
      ? cells.filter((cell) => cell.kind === 'text').length > 2
      : number === headerRow,
  );
  if (!row) return { name, role: null, headerRow: headerRow ?? 1, columns: [] };
  const body = rows.filter(({ number }) => number > row.number);
  const columns = headingsOf(row, undefined).map((one) => planColumn(one, null, body));
  return { name, role: null, headerRow: row.number, columns };
}

interface Heading {
  readonly position: number;
  readonly heading: string;
  /** With the heading of the group above it; the same where there is none. */
  readonly full: string;
}

/** Headings too may have been typed in an old font. */
function legible(texts: readonly string[]): readonly string[] {
  const font = detectLegacyFont(texts.join(' ; '));
  return font ? texts.map((text) => fromLegacyFont(text, font)) : texts;
}

/** Headings of a row; those that span several columns above them count as their group. */
function headingsOf(row: ReadRow, above: ReadRow | undefined): Heading[] {
  const own = legible(row.cells.map((cell) => cell.text.trim()));
  const groups =
    above?.number === row.number - 1 ? legible(above.cells.map((cell) => cell.text.trim())) : [];
  const width = Math.max(own.length, groups.length);
  let group = '';
  return Array.from({ length: width }, (_, position) => {
    group = groups[position] || group;
    const heading = own[position] || (groups[position] ?? '');
    return { position, heading, full: own[position] && group ? `${group}: ${heading}` : heading };
  }).filter(({ heading }) => heading !== '');
}

/** What headings mean: as the office has said before, by the whole heading, then by its own words. */
function meant(
  role: SheetRole,
  headings: readonly Heading[],
  standard: PovertyStandard,
  remembered: Remembered,
) {
  const layout = columnsOf(role, standard);
  const keys = new Set(layout.map(({ key }) => key));
  const meanings = new Map<number, string>();
  const before = rememberedHeadings(
    role,
    headings.map(({ heading }) => heading),
  );
  for (const [at, { position }] of headings.entries()) {
    const known = remembered.get(before[at] ?? '');
    if (known && keys.has(known) && !has(meanings, known)) meanings.set(position, known);
  }
  for (const words of ['full', 'heading'] as const) {
    const wanted = wantedColumns(layout).filter(({ key }) => !has(meanings, key));
    const free = headings.filter(({ position }) => !meanings.has(position));
    const { columns } = matchColumns(
      free.map((one) => one[words]),
      wanted,
    );
    for (const [key, at] of columns) meanings.set(free[at]?.position ?? -1, key);
  }
  const required = layout.filter((one) => one.required && has(meanings, one.key)).length;
  return { meanings, score: meanings.size + 2 * required };
}

function has(meanings: ReadonlyMap<number, string>, key: string): boolean {
  return [...meanings.values()].includes(key);
}

function planColumn(
  { position, heading }: Heading,
  meaning: string | null,
  body: readonly ReadRow[],
): PlannedColumn {
  const texts = body.flatMap(({ cells }) => {
    const cell = cells[position];
    return cell && !isBlank(cell) ? [cell.text.trim()] : [];
  });
  const font = detectLegacyFont(texts.join(' ; ')) ?? null;
  const samples = [...new Set(texts)].slice(0, SAMPLES).map(briefly);
  return { position, heading, meaning, samples, font, convert: font !== null };
}

/** The plans with columns to be read from the old fonts that the reading met in them. */
export function withFonts(
  plans: readonly SheetPlan[],
  met: readonly { readonly sheet: string; readonly position: number; readonly font: LegacyFont }[],
): SheetPlan[] {
  return plans.map((plan) => ({
    ...plan,
    columns: plan.columns.map((column) => {
      const found = met.find((one) => one.sheet === plan.name && one.position === column.position);
      return found ? { ...column, font: found.font, convert: true } : column;
    }),
  }));
}

/** A text of a column as it is read: from its old font where that was asked for. */
export function convertedText({ font, convert }: PlannedColumn, text: string): string {
  return font && convert ? fromLegacyFont(text, font) : text;
}

/** Why the sheets cannot be read yet, as sentences, each with the place of its sheet. */
export function planFaults(
  plans: readonly SheetPlan[],
  standard: PovertyStandard,
  communeKnown: boolean,
): { readonly sheet: number; readonly message: string }[] {
  const faults = plans.flatMap((plan, sheet) =>
    sheetFaults(plan, standard, communeKnown).map((message) => ({ sheet, message })),
  );
  if (plans.some(({ role }) => role === 'households')) return faults;
  const message =
    'Chưa có trang nào là trang Hộ. Hãy chọn nội dung “Hộ” cho trang có danh sách hộ.';
  return [{ sheet: 0, message }, ...faults];
}

function sheetFaults(
  { name, role, columns }: SheetPlan,
  standard: PovertyStandard,
  communeKnown: boolean,
): string[] {
  if (!role) return [];
  const keys = columns.flatMap(({ meaning }) => meaning ?? []);
  const layout = columnsOf(role, standard);
  const twice = layout.filter(({ key }) => keys.filter((one) => one === key).length > 1);
  return [
    ...missingOf(role, layout, keys, communeKnown).map(
      ({ heading }) => `Trang “${name}” thiếu cột “${heading}”. Hãy chọn cột có nội dung này.`,
    ),
    ...twice.map(
      ({ heading }) => `Trang “${name}” có hai cột cùng là “${heading}”. Hãy bỏ bớt một cột.`,
    ),
    ...missingIndicators(layout, keys).map(
      ({ heading }) =>
        `Trang “${name}” thiếu cột chỉ số “${heading}”: phải có đủ ${standard.indicators.length} chỉ số hoặc không cột nào. Hãy chọn cột, hoặc bỏ các cột chỉ số.`,
    ),
  ];
}

/** A code says which household is meant: then the file may say only what is new of it. */
function missingOf(
  role: SheetRole,
  layout: readonly LayoutColumn[],
  keys: readonly string[],
  communeKnown: boolean,
): LayoutColumn[] {
  const coded = role === 'households' && keys.includes('code');
  const asksCommune = role === 'households' && !communeKnown;
  return layout.filter(
    ({ key, required }) =>
      !keys.includes(key) && ((required && !coded) || (key === 'commune' && asksCommune)),
  );
}

function missingIndicators(layout: readonly LayoutColumn[], keys: readonly string[]) {
  const asked = layout.filter(({ key }) => key.startsWith('indicator.'));
  const unanswered = asked.filter(({ key }) => !keys.includes(key));
  return unanswered.length < asked.length ? unanswered : [];
}
