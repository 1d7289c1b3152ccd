import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { AREA_TYPES } from '../household-class.ts';
import { mayRunReviews } from '../households.policy.ts';
import { listStandingAgencies } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import {
  confirmPart,
  listUses,
  storeIndicator,
  storeStandard,
  takeVersion,
} from './standard-changes.sql.ts';
import { copyOf, readIndicator, readSource, readStandard, type Typed } from './standard-draft.ts';
import { isUsed, useInWords } from './standard-use.ts';
import { findStandard, insertStandard } from './standards.sql.ts';

const NOUN = 'povertyStandard';
const THIS = 'chuẩn nghèo này';

/** Which standard, as the person saw it. */
export interface SeenStandard {
  readonly id: string;
  readonly version: number;
}

/** Writes a standard and its lines anew; refused once anything is signed by it (`standardUsed`). */
export function rewriteStandard(
  house: House,
  person: Person,
  seen: SeenStandard,
  typed: Typed,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const standard = await changeable(tx, person, seen, now);
    const wish = readStandard(typed, standard.indicators.length);
    if ('faults' in wish) throw new Problem('invalidForm', {}, wish.faults);
    await take(tx, seen, standard);
    await storeStandard(tx, seen.id, wish);
    return [undefined, { noun: NOUN, subjectId: seen.id, verb: 'rewrite', detail: wish }];
  });
}

/** Writes when a household is deprived of an indicator; refused like the standard itself. */
export function rewriteIndicator(
  house: House,
  person: Person,
  seen: SeenStandard & { readonly key: string },
  typed: Typed,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const standard = await changeable(tx, person, seen, now);
    const { key } = found(
      standard.indicators.find((one) => one.key === seen.key),
      'chỉ số này của chuẩn nghèo',
    );
    const wish = readIndicator(typed);
    if ('faults' in wish) throw new Problem('invalidForm', {}, wish.faults);
    await take(tx, seen, standard);
    await storeIndicator(tx, seen.id, key, wish);
    const detail = { indicator: key, ...wish };
    return [undefined, { noun: NOUN, subjectId: seen.id, verb: 'rewriteIndicator', detail }];
  });
}

/** Says by which text a part is right. No number changes, so a used standard takes it too. */
export function confirmStandard(
  house: House,
  person: Person,
  seen: SeenStandard & { readonly part: string },
  typed: Typed,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const standard = await kept(tx, person, seen.id, now);
    found(isPartOf(standard, seen.part) ? seen.part : undefined, 'phần này của chuẩn nghèo');
    const faults: { field: string; message: string }[] = [];
    const source = readSource(typed, 'source', (field, message) => faults.push({ field, message }));
    if (faults.length > 0) throw new Problem('invalidForm', {}, faults);
    await take(tx, seen, standard);
    await confirmPart(tx, seen.id, seen.part, source);
    const detail = { part: seen.part, source };
    return [undefined, { noun: NOUN, subjectId: seen.id, verb: 'confirm', detail }];
  });
}

function isPartOf({ indicators }: PovertyStandard, part: string): boolean {
  const keys = ['standard', ...Object.keys(AREA_TYPES), ...indicators.map(({ key }) => key)];
  return keys.includes(part);
}

/** Begins a new standard from another; gives its id. */
export function copyStandard(house: House, person: Person, id: string): Promise<string> {
  return act(house, person, async (tx, now) => {
    const standard = await kept(tx, person, id, now);
    const copy = copyOf(standard, newId());
    await insertStandard(tx, copy);
    const detail = { from: id, name: copy.name };
    return [copy.id, { noun: NOUN, subjectId: copy.id, verb: 'copy', detail }];
  });
}

/** The standard, for the standing agency only. */
async function kept(tx: Tx, person: Person, id: string, now: Date): Promise<PovertyStandard> {
  must(mayRunReviews(person, await listStandingAgencies(tx, dayInVietnam(now))), 'chuẩn nghèo');
  return found(await findStandard(tx, id), THIS);
}

async function changeable(
  tx: Tx,
  person: Person,
  { id }: SeenStandard,
  now: Date,
): Promise<PovertyStandard> {
  const standard = await kept(tx, person, id, now);
  const use = (await listUses(tx)).get(id);
  if (use && isUsed(use))
    throw new Problem('standardUsed', { standard: standard.name, why: useInWords(use) });
  return standard;
}

async function take(tx: Tx, { id, version }: SeenStandard, { name }: PovertyStandard) {
  if (!(await takeVersion(tx, id, version)))
    throw new Problem('changedMeanwhile', { what: `“${name}”` });
}
