import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayRunReviews } from '../households.policy.ts';
import { listStandingAgencies } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import {
  confirmPart,
  holdStandard,
  isNameTaken,
  storeIndicator,
  storeStandard,
  takeVersion,
} from './standard-changes.sql.ts';
import {
  readIndicator,
  readSource,
  readStandard,
  type StandardWish,
  type Typed,
} from './standard-draft.ts';
import { faultsInUse, isUsed, useInWords } from './standard-use.ts';
import { findUse } from './standard-uses.sql.ts';
import { findPart } from './standard-words.ts';
import { findStandard, insertStandard } from './standards.sql.ts';
import { copyOf } from './typed-standard.ts';

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
    const wish = await wishOf(tx, standard, typed);
    refuseFaults(faultsInUse(wish, await findUse(tx, seen.id)));
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
    found(findPart(standard, seen.part), 'phần này của chuẩn nghèo');
    const faults: FieldProblem[] = [];
    const source = readSource(typed, 'source', (field, message) => faults.push({ field, message }));
    refuseFaults(faults);
    await take(tx, seen, standard);
    await confirmPart(tx, seen.id, seen.part, source);
    const detail = { part: seen.part, source };
    return [undefined, { noun: NOUN, subjectId: seen.id, verb: 'confirm', detail }];
  });
}

/** Adds a standard, with the indicators of the one it was begun from; gives its id. */
export function copyStandard(
  house: House,
  person: Person,
  from: string,
  typed: Typed,
): Promise<string> {
  return act(house, person, async (tx, now) => {
    const copy = copyOf(await kept(tx, person, from, now), newId());
    const wish = await wishOf(tx, copy, typed);
    await insertStandard(tx, { ...copy, ...wish });
    const detail = { from, ...wish };
    return [copy.id, { noun: NOUN, subjectId: copy.id, verb: 'copy', detail }];
  });
}

async function wishOf(tx: Tx, standard: PovertyStandard, typed: Typed): Promise<StandardWish> {
  const wish = readStandard(typed, standard.indicators.length);
  if ('faults' in wish) throw new Problem('invalidForm', {}, wish.faults);
  const message = 'Đã có chuẩn mang tên này. Hãy ghi tên khác để khi mở kỳ không chọn nhầm.';
  if (await isNameTaken(tx, wish.name, standard.id)) refuseFaults([{ field: 'name', message }]);
  return wish;
}

function refuseFaults(faults: readonly FieldProblem[]): void {
  if (faults.length > 0) throw new Problem('invalidForm', {}, faults);
}

/** The standard, held, for the standing agency only. */
async function kept(tx: Tx, person: Person, id: string, now: Date): Promise<PovertyStandard> {
  must(mayRunReviews(person, await listStandingAgencies(tx, dayInVietnam(now))), 'chuẩn nghèo');
  await holdStandard(tx, id);
  return found(await findStandard(tx, id), THIS);
}

async function changeable(
  tx: Tx,
  person: Person,
  { id }: SeenStandard,
  now: Date,
): Promise<PovertyStandard> {
  const standard = await kept(tx, person, id, now);
  const use = await findUse(tx, id);
  if (isUsed(use))
    throw new Problem('standardUsed', { standard: standard.name, why: useInWords(use) });
  return standard;
}

async function take(tx: Tx, { id, version }: SeenStandard, { name }: PovertyStandard) {
  if (!(await takeVersion(tx, id, version)))
    throw new Problem('changedMeanwhile', { what: `“${name}”` });
}
