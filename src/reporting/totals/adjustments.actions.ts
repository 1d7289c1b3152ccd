import type { Person } from '../../people/person.ts';
import { act, type EventNote } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { fieldsOf } from '../forms/form.ts';
import { loadForm } from '../forms/forms.sql.ts';
import { mayAdjustTotal } from '../reporting.policy.ts';
import type { Round } from '../rounds/round.ts';
import { loadRound } from '../rounds/rounds.sql.ts';
import {
  type AdjustedPlace,
  holdSum,
  insertAdjustment,
  loadAdjustment,
  loadAdjustments,
} from './adjustments.sql.ts';
import {
  type AdjustmentDraft,
  isTakenBack,
  readAdjustment,
  takingBackReason,
} from './adjustments.ts';
import { levelPath } from './totals.ts';
import { loadCountedReports } from './totals-reports.sql.ts';

export interface AdjustmentWish extends AdjustmentDraft {
  readonly roundId: string;
  /** The figure that is counted; a ratio follows its parts and is never adjusted itself. */
  readonly slug: string;
  readonly levelId: string;
}

const THIS = 'việc điều chỉnh số tổng hợp';

/**
 * A level changes its own sum, signed and with a reason that stays visible. Counts at the
 * level and at all above it in the same commit. Throws `invalidForm` with what to mend.
 */
export function adjustTotal(house: House, person: Person, wish: AdjustmentWish): Promise<void> {
  return act(house, person, async (tx, at) => {
    const round = found(await loadRound(tx, wish.roundId), 'kỳ báo cáo này');
    must(mayAdjustTotal(person, wish.levelId, round), THIS);
    const place = await placeOf(tx, round, wish);
    const read = readAdjustment(wish, await holdSum(tx, place));
    if ('faults' in read) throw new Problem('invalidForm', {}, read.faults);
    const change = { delta: read.delta, reason: wish.reason.trim(), at };
    const id = await insertAdjustment(tx, person, place, change);
    return [undefined, note(id, 'adjust', wish, change)];
  });
}

async function placeOf(tx: Tx, round: Round, wish: AdjustmentWish): Promise<AdjustedPlace> {
  const form = found(await loadForm(tx, round.formId), 'biểu báo cáo');
  const field = fieldsOf(form).find(({ slug }) => slug === wish.slug);
  const counted = field?.kind === 'count' || field?.kind === 'money' ? field : undefined;
  const path = levelPath(await loadCountedReports(tx, round.id), round.topId, wish.levelId);
  return {
    roundId: round.id,
    figureId: found(counted, 'số liệu để điều chỉnh').id,
    path: found(path, 'cấp tổng hợp này'),
  };
}

/** Takes an adjustment back by its opposite, with a reason of its own; both stay visible. */
export function takeBackAdjustment(
  house: House,
  person: Person,
  wish: { readonly adjustmentId: string; readonly reason: string },
): Promise<void> {
  return act(house, person, async (tx, at) => {
    const place = found(await loadAdjustment(tx, wish.adjustmentId), 'điều chỉnh này');
    const round = found(await loadRound(tx, place.roundId), 'kỳ báo cáo này');
    const levelId = place.path.at(-1) ?? '';
    must(mayAdjustTotal(person, levelId, round), THIS);
    await holdSum(tx, place);
    const all = await loadAdjustments(tx, round.id, [place.figureId], levelId);
    const one = found(
      all.find(({ id }) => id === wish.adjustmentId),
      'điều chỉnh này',
    );
    if (isTakenBack(one, all)) throw new Problem('alreadyExists', { what: 'Việc thu hồi này' });
    if (wish.reason.trim() === '') throw new Problem('invalidForm', {}, [NO_REASON]);
    const change = { delta: -one.delta, reason: takingBackReason(one, wish.reason), at };
    const id = await insertAdjustment(tx, person, place, change);
    return [undefined, note(id, 'takeBack', { ...place, levelId }, change)];
  });
}

const NO_REASON = { field: 'reason', message: 'Chưa ghi lý do thu hồi. Hãy ghi lý do.' };

function note(
  subjectId: string,
  verb: string,
  { roundId, slug, levelId }: { roundId: string; slug: string; levelId: string },
  { delta, reason }: { delta: number; reason: string },
): EventNote {
  return { noun: 'adjustment', subjectId, verb, detail: { roundId, slug, levelId, delta, reason } };
}
