import { showDay } from '../../shared/day.ts';
import { fold } from '../../shared/vietnamese.ts';
import { maskName } from '../masking.ts';
import { type HouseholdDraft, NEEDED } from './imported-household.ts';
import type { KnownHousehold, SayAt, SettleContext } from './known-household.ts';

/** A household that ended is no row of a sheet, unless it says that it left. */
export function refuseEnded({ endedOn, code }: KnownHousehold, say: SayAt): void {
  if (endedOn)
    say('code', `Hộ ${code} không còn trong sổ từ ngày ${showDay(endedOn)}. Hãy xem lại mã hộ.`);
}

/** Who joins another household takes the people along, which a sheet does not say. */
export function refuseJoining(
  { reason }: HouseholdDraft,
  { code }: KnownHousehold,
  say: SayAt,
): void {
  if (reason === 'merged' || reason === 'split-up')
    say(
      'change',
      `Hộ ${code} nhập hoặc tách thì người của hộ phải chuyển theo: hãy ghi việc này ở trang của hộ trong sổ, rồi bỏ dòng này.`,
    );
}

/** A household that lives or counts in another commune is no row of this one. */
export function refuseElsewhere(
  { commune }: HouseholdDraft,
  { endedOn, villageId, code, countedIn, version }: KnownHousehold,
  { places }: SettleContext,
  say: SayAt,
): void {
  const there = places.communeOf(villageId);
  if (!endedOn && there && there.communeId !== commune.communeId)
    say(
      'commune',
      `Theo sổ, hộ ${code} đang ở ${there.name}. Nếu hộ đã chuyển nơi ở, hãy ghi việc chuyển ở sổ hộ trước.`,
    );
  else if (!endedOn && !there && version === null)
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
export function refuseOther(
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
export function refuseCounts(
  draft: HouseholdDraft,
  known: KnownHousehold | undefined,
  say: SayAt,
): void {
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
export function refuseIncomplete(draft: HouseholdDraft, say: SayAt): void {
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
