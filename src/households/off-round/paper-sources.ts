import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import { inSentence } from '../procedure/place-names.ts';
import type { Signing } from '../procedure/signing.ts';
import type { ClassRequest } from './class-request.ts';

/** A member as printed; the head is the first. */
export interface NamedMember {
  readonly fullName: string;
  /** Day of birth, or its year where nobody wrote the day down. */
  readonly born: string;
  readonly sex: string;
  readonly ethnicity: string;
  readonly relation: string;
  readonly citizenNumber: string | null;
}

/** All that a paper is made of, names included. */
export interface PaperSources {
  readonly request: Pick<
    ClassRequest,
    | 'code'
    | 'wish'
    | 'classBefore'
    | 'receivedOn'
    | 'areaType'
    | 'surveyedOn'
    | 'result'
    | 'because'
    | 'villageName'
  >;
  readonly granted: boolean;
  readonly reason: string | null;
  readonly number: number;
  readonly decidedOn: Day;
  readonly communeName: string;
  readonly officeName: string;
  readonly standardName: string;
  readonly head: NamedMember;
  readonly members: readonly NamedMember[];
  readonly signing: Signing;
  readonly signerName: string;
}

/** What the papers differ in. */
export type PaperBody = Pick<OfficialDocument, 'summary' | 'body' | 'recipients'> &
  Partial<OfficialDocument>;

/** `bản Một, xã Mường Than` */
export function whereOf({ request, communeName }: PaperSources): string {
  return `${inSentence(request.villageName)}, ${inSentence(communeName)}`;
}

/** How a person is addressed. */
export function titleOf({ sex }: NamedMember): string {
  return sex === 'f' ? 'bà' : 'ông';
}

/** A word at the beginning of a line. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
