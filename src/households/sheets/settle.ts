import type { Opening } from '../household-class.ts';
import { type HouseholdDraft, isArrival, isLeaving } from './imported-household.ts';
import {
  type KnownHousehold,
  nameOf,
  type SayAt,
  type SettleContext,
  type Settled,
} from './known-household.ts';
import { outcomeOf } from './settle-outcome.ts';
import {
  refuseCounts,
  refuseElsewhere,
  refuseEnded,
  refuseIncomplete,
  refuseJoining,
  refuseOther,
} from './settle-refusals.ts';

/** Holds a row against the register and the round; `undefined`: something is wrong, and was said. */
export function settle(
  draft: HouseholdDraft,
  known: KnownHousehold | undefined,
  context: SettleContext,
  say: SayAt,
): Settled | undefined {
  let right = true;
  const refuse: SayAt = (key, message) => {
    right = false;
    say(key, message);
  };
  const settled = isLeaving(draft.reason)
    ? settleLeaver(draft, known, context, refuse)
    : settleStayer(draft, known, context, refuse);
  return right ? settled : undefined;
}

/** One that left must be known; of one that the round has as gone nothing is asked any more. */
function settleLeaver(
  draft: HouseholdDraft,
  known: KnownHousehold | undefined,
  context: SettleContext,
  say: SayAt,
): Settled {
  if (!known)
    say('change', 'Sổ không có hộ này nên không ghi được là hộ đã đi. Hãy xem lại mã hộ.');
  else {
    refuseOther(draft, known, say);
    if (known.closing !== 'gone') {
      refuseJoining(draft, known, say);
      refuseElsewhere(draft, known, context, say);
    }
  }
  const listed = known?.listed ?? null;
  return { ...openedAs(draft, known, context, say), listed, closing: 'gone', reason: draft.reason };
}

function settleStayer(
  draft: HouseholdDraft,
  known: KnownHousehold | undefined,
  context: SettleContext,
  say: SayAt,
): Settled {
  if (known) {
    refuseEnded(known, say);
    refuseElsewhere(draft, known, context, say);
    refuseOther(draft, known, say);
  } else refuseIncomplete(draft, say);
  refuseCounts(draft, known, say);
  const opened = openedAs(draft, known, context, say);
  return { ...opened, ...outcomeOf(draft, known, opened.opening, context, say) };
}

/** Where a household stood when the year began, and with how many people. */
function openedAs(
  draft: HouseholdDraft,
  known: KnownHousehold | undefined,
  context: SettleContext,
  say: SayAt,
): Pick<Settled, 'opening' | 'openingMembers'> {
  const opening = openingOf(draft, known, context, say);
  return { opening, openingMembers: openingMembersOf(draft, known, opening, context, say) };
}

/** What last year's review says stands; else what the file says, else what the round has. */
function openingOf(
  { opening: said, reason, commune }: HouseholdDraft,
  known: KnownHousehold | undefined,
  { lastYear, reviewedLastYear }: SettleContext,
  say: SayAt,
): Opening {
  const fixed = known?.fixedOpening ?? null;
  if (!fixed && reviewedLastYear.has(commune.communeId)) {
    if (said && said !== 'absent')
      say(
        'opening',
        `Hộ không có trong kết quả năm ${lastYear} của ${commune.name} nên đầu năm chưa có trong sổ. Hãy để trống ô này.`,
      );
    return known?.opening ?? 'absent';
  }
  if (fixed && said && said !== fixed)
    say(
      'opening',
      `Phân loại đầu năm ghi ${nameOf(said)}, theo kết quả năm ${lastYear} là ${nameOf(fixed)}. Kết quả đã công nhận được giữ nguyên; hãy sửa hoặc để trống ô này.`,
    );
  if (isArrival(reason) && fixed && fixed !== 'absent')
    say(
      'change',
      `Hộ có trong danh sách đầu năm (${nameOf(fixed)}) nên không phải hộ mới đến. Hãy xem lại cột Biến động.`,
    );
  if (fixed) return fixed;
  return isArrival(reason) ? 'absent' : (said ?? known?.opening ?? 'absent');
}

function openingMembersOf(
  { openingMembers: said, members = 0 }: HouseholdDraft,
  known: KnownHousehold | undefined,
  opening: Opening,
  { lastYear }: SettleContext,
  say: SayAt,
): number {
  if (opening === 'absent') return 0;
  const before = known?.fixedMembers ?? null;
  if (before !== null && said !== undefined && said !== before)
    say(
      'openingMembers',
      `Số nhân khẩu đầu năm ghi ${said}, theo kết quả năm ${lastYear} là ${before}.`,
    );
  return before ?? said ?? (known?.openingMembers || members);
}
