import { lowerFirst } from '../../shared/vietnamese.ts';
import { type Closing, changeWords, type HouseholdYear, type Opening } from '../household-class.ts';

/** The four lists that the chairman recognises (QĐ 24/2021/QĐ-TTg), in their order. */
export const PARTS = {
  poor: 'Hộ nghèo',
  'near-poor': 'Hộ cận nghèo',
  'escaped-poor': 'Hộ thoát nghèo',
  'escaped-near-poor': 'Hộ thoát cận nghèo',
} as const;
export type Part = keyof typeof PARTS;

/** A household that stands in at least one of the lists, still without a name. */
export interface ListedHousehold {
  readonly householdId: string;
  readonly code: string;
  readonly villageName: string;
  readonly members: number;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly relapsed: boolean;
  readonly reason: HouseholdYear['reason'];
}

/**
 * The lists that a household is in. One that went from poor to near-poor has escaped poverty and
 * is near-poor: it stands in both lists.
 */
export function partsOf({
  opening,
  closing,
}: Pick<ListedHousehold, 'opening' | 'closing'>): Part[] {
  const now: Part[] = closing === 'poor' || closing === 'near-poor' ? [closing] : [];
  if (opening === 'poor' && (closing === 'near-poor' || closing === 'not-poor'))
    return [...now, 'escaped-poor'];
  return opening === 'near-poor' && closing === 'not-poor' ? [...now, 'escaped-near-poor'] : now;
}

/** What is remarked of a household in a list: where it came from, or where it still is. */
export function remarkOf(household: ListedHousehold, part: Part): string {
  const { opening, closing } = household;
  if (part === 'escaped-poor') return closing === 'near-poor' ? 'còn cận nghèo' : '';
  if (part === 'escaped-near-poor' || opening === closing) return '';
  return lowerFirst(changeWords(household));
}

interface VillageNames {
  readonly name: string;
  readonly households: readonly ListedHousehold[];
}

export interface NameList {
  readonly part: Part;
  readonly villages: readonly VillageNames[];
  readonly households: number;
  readonly members: number;
}

/** The four lists by village, in the order handed in; an empty list is there too. */
export function nameLists(households: readonly ListedHousehold[]): NameList[] {
  return (Object.keys(PARTS) as Part[]).map((part) => {
    const own = households.filter((one) => partsOf(one).includes(part));
    const villages = Map.groupBy(own, ({ villageName }) => villageName);
    return {
      part,
      villages: [...villages].map(([name, those]) => ({ name, households: those })),
      households: own.length,
      members: own.reduce((sum, { members }) => sum + members, 0),
    };
  });
}
