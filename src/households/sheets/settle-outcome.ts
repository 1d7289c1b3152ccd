import type { Closing, Listing, MoveReason, Opening } from '../household-class.ts';
import { classify } from '../standard/classification.ts';
import { type HouseholdDraft, isArrival } from './imported-household.ts';
import { type KnownHousehold, nameOf, type SayAt, type SettleContext } from './known-household.ts';

/** The class by the standard of the round, and why the household is on the list. */
export function outcomeOf(
  draft: HouseholdDraft,
  known: KnownHousehold | undefined,
  opening: Opening,
  context: SettleContext,
  say: SayAt,
) {
  const { incomeScore, deprived, said } = draft;
  const areaType = draft.areaType ?? known?.areaType;
  const onList = opening === 'poor' || opening === 'near-poor' ? ('last-list' as const) : null;
  const listed = known?.listed ?? onList;
  const reason = opening === 'absent' ? (draft.reason ?? arrivalOf(known)) : null;
  if (incomeScore === undefined || !deprived || !areaType)
    return { listed, reason, closing: unscored(draft, known, listed, context, say) };
  const result = classify(context.standard, { areaType, incomeScore, deprived });
  const closing = result?.householdClass ?? null;
  if (said && closing && said !== closing)
    say('class', `Kết quả ghi ${nameOf(said)}, nhưng theo điểm thì khác: ${result?.because ?? ''}`);
  return { listed: listed ?? ('found' as const), reason, closing };
}

/** As the round has it; a household of which nobody has said why it is new was formed. */
function arrivalOf(known: KnownHousehold | undefined): MoveReason {
  return isArrival(known?.reason) ? known.reason : 'formed';
}

/**
 * Where a household stands whose row has no scores: as before, waiting, or not poor. One that waits
 * in the round may go on waiting: an office fills its list in as the surveys come home.
 */
function unscored(
  { said, areaType }: HouseholdDraft,
  known: KnownHousehold | undefined,
  listed: Listing | null,
  { scored }: SettleContext,
  say: SayAt,
): Closing | null {
  const before = known?.closing === 'gone' ? null : (known?.closing ?? null);
  if (listed && before) {
    if (known && areaType && known.areaType !== areaType)
      say('areaType', 'Khu vực khác với phiếu đã khảo sát. Hãy ghi cả điểm A và các chỉ số.');
    if (said && said !== before)
      say(
        'class',
        `Kết quả ghi ${nameOf(said)}, phiếu đã khảo sát là ${nameOf(before)}. Hãy ghi cả điểm A và các chỉ số.`,
      );
    return before;
  }
  const waits = known !== undefined && known.version !== null;
  if (listed && scored && !waits)
    say(
      'incomeScore',
      'Hộ thuộc danh sách phải rà soát mà chưa có điểm A và chỉ số thiếu hụt. Hãy ghi kết quả khảo sát.',
    );
  else if (said && said !== 'absent' && (said !== 'not-poor' || listed))
    say(
      'class',
      `Kết quả ghi ${nameOf(said)} mà chưa có điểm A và chỉ số. Hãy ghi điểm, hoặc để trống ô này.`,
    );
  return listed ? null : 'not-poor';
}
