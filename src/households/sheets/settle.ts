import type { Day } from '../../shared/day.ts';
import { showDay } from '../../shared/day.ts';
import { fold } from '../../shared/vietnamese.ts';
import {
  type AreaType,
  CLASSES,
  type Closing,
  type Listing,
  type MoveReason,
  type Opening,
} from '../household-class.ts';
import { maskName } from '../masking.ts';
import { classify } from '../standard/classification.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ImportPlaces } from './import-places.ts';
import { type HouseholdDraft, isArrival, isLeaving, NEEDED } from './imported-household.ts';

/** A household that the register knows, and how it stands in the round. */
export interface KnownHousehold {
  readonly householdId: string;
  readonly code: string;
  readonly endedOn: Day | null;
  readonly villageId: string;
  readonly areaType: AreaType;
  /** Of its row in the round; null: it is not in the review of this commune yet. */
  readonly version: number | null;
  readonly opening: Opening | null;
  readonly openingMembers: number | null;
  readonly listed: Listing | null;
  readonly closing: Closing | null;
  readonly reason: MoveReason | null;
  readonly members: number | null;
  readonly children: number | null;
  readonly childrenHealth: number | null;
  readonly childrenSchool: number | null;
  /** The head as the register has it; no page shows this, sentences mask it. */
  readonly headName: string | null;
  readonly headBorn: number | null;
  readonly headNumber: string | null;
  /** What last year's review left no choice about; null: it was not in it. */
  readonly fixedOpening: Opening | null;
  readonly fixedMembers: number | null;
  /** The other commune whose review of this round counts it. */
  readonly countedIn: string | null;
}

/** What follows for the round from what a row says and what is known. */
export interface Settled {
  readonly opening: Opening;
  readonly openingMembers: number;
  readonly listed: Listing | null;
  readonly closing: Closing | null;
  readonly reason: HouseholdDraft['reason'] | null;
}

export interface SettleContext {
  readonly standard: PovertyStandard;
  readonly places: ImportPlaces;
  /** Of the round before, for the sentences. */
  readonly lastYear: number;
  /** The file has a column for score A: then a household on the list must have one. */
  readonly scored: boolean;
  /** The communes whose last review is here: a household that was not in it is new. */
  readonly reviewedLastYear: ReadonlySet<string>;
}

type SayAt = (key: string, message: string) => void;

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
  refuseElsewhere(draft, known, context, refuse);
  if (known) refuseOther(draft, known, refuse);
  else if (!isLeaving(draft.reason)) refuseIncomplete(draft, refuse);
  if (!isLeaving(draft.reason)) refuseCounts(draft, known, refuse);
  const opening = openingOf(draft, known, context, refuse);
  const openingMembers = openingMembersOf(draft, known, opening, context, refuse);
  const settled = isLeaving(draft.reason)
    ? {
        opening,
        openingMembers,
        listed: known?.listed ?? null,
        closing: 'gone' as const,
        reason: draft.reason,
      }
    : { opening, openingMembers, ...outcomeOf(draft, known, opening, context, refuse) };
  return right ? settled : undefined;
}

/** A household that ended, or that lives or counts in another commune, is no row of this one. */
function refuseElsewhere(
  { reason, commune }: HouseholdDraft,
  known: KnownHousehold | undefined,
  { places }: SettleContext,
  say: SayAt,
): void {
  if (!known) {
    if (isLeaving(reason))
      say('change', 'Sổ không có hộ này nên không ghi được là hộ đã đi. Hãy xem lại mã hộ.');
    return;
  }
  const { endedOn, villageId, code, countedIn, closing } = known;
  if (isLeaving(reason) && closing === 'gone') return;
  if (reason === 'merged' || reason === 'split-up')
    say(
      'change',
      `Hộ ${code} nhập hoặc tách thì người của hộ phải chuyển theo: hãy ghi việc này ở trang của hộ trong sổ, rồi bỏ dòng này.`,
    );
  if (endedOn && !isLeaving(reason))
    say('code', `Hộ ${code} không còn trong sổ từ ngày ${showDay(endedOn)}. Hãy xem lại mã hộ.`);
  const there = places.communeOf(villageId);
  if (!endedOn && there && there.communeId !== commune.communeId)
    say(
      'commune',
      `Theo sổ, hộ ${code} đang ở ${there.name}. Nếu hộ đã chuyển nơi ở, hãy ghi việc chuyển ở sổ hộ trước.`,
    );
  else if (!endedOn && !there && known.version === null)
    say(
      'code',
      `Theo sổ, hộ ${code} ở một thôn, bản không còn trong danh bạ của kỳ này. Hãy ghi nơi ở hiện nay ở sổ hộ trước.`,
    );
  else if (countedIn)
    say(
      'code',
      `Hộ ${code} đã được tính ở ${countedIn} trong kỳ này nên không tính thêm lần nữa. Hãy bỏ dòng này.`,
    );
}

/**
 * Does a row without a code mean a household of its village and year of birth? The name has to be the
 * same with its marks (Hùng is not Hưng), and two numbers must not differ.
 */
export function isSameHead(draft: HouseholdDraft, known: KnownHousehold): boolean {
  const { headName = '', citizenNumber } = draft;
  const sameName = headName.toLowerCase() === known.headName?.toLowerCase();
  return sameName && (!citizenNumber || !known.headNumber || citizenNumber === known.headNumber);
}

/**
 * A code typed wrong must not write one household over another: the head has to be the same by
 * number, by name, or by year of birth. Another head is a change of the register, not of a sheet.
 */
function refuseOther(
  { headName, birth, citizenNumber }: HouseholdDraft,
  { code, headName: name, headBorn, headNumber }: KnownHousehold,
  say: SayAt,
): void {
  if (!headName || !name || fold(headName) === fold(name)) return;
  if (birth?.year === headBorn || (citizenNumber && citizenNumber === headNumber)) return;
  say(
    'headName',
    `Theo sổ, chủ hộ của ${code} là ${maskName(name)}${headBorn ? `, sinh năm ${headBorn}` : ''}. Hãy xem lại mã hộ; nếu hộ đổi chủ hộ, hãy ghi ở trang của hộ trong sổ trước.`,
  );
}

/** What the file says together with what is known: children are people of the household. */
function refuseCounts(draft: HouseholdDraft, known: KnownHousehold | undefined, say: SayAt): void {
  const members = draft.members ?? known?.members ?? undefined;
  const children = draft.children ?? known?.children ?? 0;
  if (members !== undefined && children > members)
    say(
      'children',
      `Hộ có ${members} người mà có ${children} trẻ em. Hãy ghi lại số trẻ em hoặc số nhân khẩu.`,
    );
  for (const key of ['childrenHealth', 'childrenSchool'] as const) {
    const lacking = draft[key] ?? known?.[key] ?? 0;
    if (lacking > children)
      say(key, `Ghi ${lacking} trẻ em thiếu hụt mà hộ có ${children} trẻ em. Hãy ghi số trẻ em.`);
  }
}

/** Of a household that the register does not know the file has to say everything. */
function refuseIncomplete(draft: HouseholdDraft, say: SayAt): void {
  const { members, villageId, areaType, headName, sex, birth, ethnicity } = draft;
  if (members && villageId && areaType && headName && sex && birth && ethnicity) return;
  const told = { members, village: villageId, areaType, headName, sex, born: birth, ethnicity };
  const missing = Object.entries(NEEDED).flatMap(([key, words]) =>
    told[key as keyof typeof NEEDED] === undefined ? [words] : [],
  );
  if (missing.length > 0)
    say(
      'code',
      `Sổ không có hộ mang mã này. Nếu là hộ mới, hãy ghi thêm ${missing.join(', ')}; nếu không, hãy xem lại mã.`,
    );
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

function nameOf(opening: Opening | Closing): string {
  if (opening === 'gone') return '“Không còn hộ”';
  return opening === 'absent' ? '“Chưa có trong sổ”' : `“${CLASSES[opening]}”`;
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

/** The class by the standard of the round, and why the household is on the list. */
function outcomeOf(
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
