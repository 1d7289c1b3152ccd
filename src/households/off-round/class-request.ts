import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import { type AreaType, CLASSES, type HouseholdClass } from '../household-class.ts';

/** What a household asks for off the yearly round (application form 04 of Decision 24/2021). */
export const WISHES = {
  poor: 'Công nhận là hộ nghèo',
  'near-poor': 'Công nhận là hộ cận nghèo',
  leave: 'Ra khỏi danh sách hộ nghèo, hộ cận nghèo',
} as const;
export type Wish = keyof typeof WISHES;

export function isWish(text: string | undefined): text is Wish {
  return text !== undefined && Object.hasOwn(WISHES, text);
}

/** A request of a household, as in `class_requests`. */
export interface ClassRequest {
  readonly id: string;
  readonly communeId: string;
  readonly villageId: string;
  readonly villageName: string;
  readonly householdId: string;
  /** Of the household, as shown to people. */
  readonly code: string;
  readonly wish: Wish;
  readonly classBefore: HouseholdClass;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly content: string;
  readonly at: Date;
  readonly personId: string;
  readonly personName: string;
  readonly standardId: string;
  readonly areaType: AreaType;
  /** Empty until surveyed. */
  readonly incomeScore: number | null;
  readonly deprived: readonly string[] | null;
  readonly surveyedOn: Day | null;
  readonly surveyorName: string | null;
  readonly surveyedBy: string | null;
  readonly result: HouseholdClass | null;
  /** The working of the result, in words. */
  readonly because: string | null;
  /** Empty until decided. */
  readonly granted: boolean | null;
  readonly reason: string | null;
  readonly number: number | null;
  readonly decidedOn: Day | null;
  readonly signerName: string | null;
  readonly signerTitle: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}

/** How far a request is. */
export const STANDINGS = {
  received: 'Chờ khảo sát',
  surveyed: 'Chờ quyết định',
  granted: 'Đã công nhận',
  refused: 'Đã từ chối',
} as const;
export type Standing = keyof typeof STANDINGS;

/** What may happen next; pages and server read the same table. */
export const NEXT = {
  received: { survey: 'surveyed', refuse: 'refused' },
  surveyed: { survey: 'surveyed', grant: 'granted', refuse: 'refused' },
  granted: {},
  refused: {},
} as const satisfies Record<Standing, Readonly<Record<string, Standing>>>;

export type Verdict = 'grant' | 'refuse';

export function standingOf({
  granted,
  result,
}: Pick<ClassRequest, 'granted' | 'result'>): Standing {
  if (granted !== null) return granted ? 'granted' : 'refused';
  return result === null ? 'received' : 'surveyed';
}

/** May this be done now? */
export function follows(standing: Standing, step: 'survey' | Verdict): boolean {
  return step in NEXT[standing];
}

const NEED: Readonly<Record<HouseholdClass, number>> = { 'not-poor': 0, 'near-poor': 1, poor: 2 };

/** Does the survey bear out the wish: is the household worse off, or better off, than its class? */
export function isBorneOut(
  wish: Wish,
  before: HouseholdClass,
  result: HouseholdClass | null,
): boolean {
  if (result === null) return false;
  return wish === 'leave' ? NEED[result] < NEED[before] : NEED[result] > NEED[before];
}

/** Can a household of a class wish this at all? Else the sentence why not. */
export function wishFault(wish: Wish, before: HouseholdClass): string | undefined {
  const now = CLASSES[before].toLocaleLowerCase('vi');
  if (wish === 'leave')
    return before === 'not-poor' ? `Hộ đang là ${now} nên không có gì để ra khỏi.` : undefined;
  if (NEED[wish] > NEED[before]) return undefined;
  return wish === before
    ? `Hộ đang là ${now} rồi. Hãy chọn điều hộ đề nghị thay đổi.`
    : `Hộ đang là ${now}; muốn chuyển lên thì chọn “${WISHES.leave}”.`;
}

/** What is signed: a certificate, a decision that it has left the list, or a letter of refusal. */
export type Paper = 'certificate' | 'decision' | 'letter';

/** Which paper a verdict gives. */
export function paperOf(granted: boolean, result: HouseholdClass | null): Paper {
  if (!granted) return 'letter';
  return result === 'not-poor' ? 'decision' : 'certificate';
}

export const PAPERS: Readonly<Record<Paper, string>> = {
  certificate: 'Giấy chứng nhận',
  decision: 'Quyết định',
  letter: 'Văn bản từ chối',
};

/** The paper of a decided request, as it was signed. */
export interface SignedPaper {
  readonly document: OfficialDocument;
  readonly fingerprint: string;
}

/** What a household was found to be off the round, and on which day. */
export interface GrantedDecision {
  readonly requestId: string;
  readonly decidedOn: Day;
  readonly result: HouseholdClass;
  readonly classBefore: HouseholdClass;
  readonly number: number;
}
