import { type Day, parseDay } from '../../shared/day.ts';
import { clean } from '../../shared/vietnamese.ts';
import { AREA_TYPES, ARRIVALS, type AreaType, type Arrival } from '../household-class.ts';
import { type Checked, checkMember, fault, type MemberDraft, type Typed } from './member-draft.ts';
import { dayFault } from './member-forms.ts';

/** A new household with its head, checked; the village is checked against the register. */
export interface HouseholdDraft {
  readonly villageId: string;
  readonly areaType: AreaType;
  readonly came: Arrival;
  readonly on: Day;
  /** The code of the household that it split off from. */
  readonly originCode: string | null;
  /** To be surveyed in the open review. */
  readonly toReview: boolean;
  readonly head: MemberDraft;
}

/** A form for a new household as a draft, or what to mend at which field. */
export function checkHousehold(typed: Typed, today: Day): Checked<HouseholdDraft> {
  const { village, areaType, came } = typed;
  const on = parseDay(typed.on ?? '');
  const originCode = clean(typed.originCode ?? '') || null;
  const head = checkMember({ ...typed, relation: 'head' }, today);
  const known = { came: isArrival(came), areaType: isAreaType(areaType) };
  const faults = [
    ...fault('village', village ? undefined : 'Hãy chọn thôn, bản nơi hộ ở.'),
    ...fault('areaType', known.areaType ? undefined : AREA_FAULT),
    ...fault('came', known.came ? undefined : 'Hãy chọn vì sao có hộ này.'),
    ...fault('on', dayFault(on, today)),
    ...fault('originCode', originFault(came, originCode)),
    ...('faults' in head ? head.faults : []),
  ];
  if (faults.length > 0 || 'faults' in head || !village || !on) return { faults };
  if (!isArrival(came) || !isAreaType(areaType)) return { faults };
  const toReview = typed.toReview === 'yes';
  const { draft } = head;
  return { draft: { villageId: village, areaType, came, on, originCode, toReview, head: draft } };
}

export const AREA_FAULT =
  'Hãy chọn nông thôn hay thành thị: mức điểm A khác nhau, và không suy được từ tên xã.';

export function isAreaType(text: string | undefined): text is AreaType {
  return text !== undefined && Object.hasOwn(AREA_TYPES, text);
}

function isArrival(text: string | undefined): text is Arrival {
  return text !== undefined && Object.hasOwn(ARRIVALS, text);
}

function originFault(came: string | undefined, originCode: string | null): string | undefined {
  if (came === 'split-off' && !originCode) return 'Tách hộ thì ghi mã của hộ cũ, ví dụ MT-001.';
  if (came !== 'split-off' && originCode) return 'Chỉ ghi mã hộ cũ khi chọn “Tách hộ”.';
  return undefined;
}
