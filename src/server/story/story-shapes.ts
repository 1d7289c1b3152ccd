import type { Duty } from '../../people/person.ts';
import type { RoundKind } from '../../reporting/rounds/round.ts';
import type { Day } from '../../shared/day.ts';

/** The shapes of the JSON files that make up what happened: amounts, words, rounds, people. */

export interface PovertySeed {
  /** Totals of the province at the end of each year, in households. */
  readonly province: readonly {
    readonly year: number;
    readonly households: number;
    readonly poor: number;
    readonly nearPoor: number;
  }[];
  readonly temporaryHouses: number;
  /** Rates and shares in percent. */
  readonly districts: readonly {
    readonly code: string;
    readonly poorRate: number;
    readonly nearPoorRate: number;
    readonly ethnicShare: number;
    readonly temporaryHouses: number;
  }[];
}

export interface AmountRange {
  readonly figure: string;
  readonly role: string;
  readonly from: number;
  readonly to: number;
  /** Percent a year. */
  readonly growth: number;
  readonly round?: number;
}

export interface AmountSeed {
  readonly ranges: readonly AmountRange[];
  readonly fundOpening2022: number;
  readonly fixed: readonly {
    readonly figure: string;
    readonly unit: string;
    readonly year: number;
    readonly amount: number;
  }[];
}

type Pair = readonly [title: string, body: string];

export interface WordsSeed {
  readonly villages: readonly string[];
  readonly crops: readonly string[];
  readonly livestock: readonly string[];
  /** By role: pools of sentences, one taken from each. */
  readonly highlights: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly models: readonly Pair[];
  readonly exemplars: readonly Pair[];
  readonly difficulties: readonly Pair[];
  readonly communesAfterMerger: readonly Pair[];
  readonly proposals: readonly Pair[];
  readonly keptReasons: readonly string[];
  readonly returnReasons: readonly string[];
}

export interface RoundSeed {
  readonly year: number;
  readonly kind: RoundKind;
  readonly form: string;
  readonly late: readonly string[];
  readonly unsent: readonly string[];
  readonly nil: readonly string[];
  readonly returned: readonly { readonly unit: string; readonly figures: readonly string[] }[];
}

export interface AdjustmentSeed {
  readonly year: number;
  readonly level: string;
  readonly figure?: string;
  readonly figures?: readonly string[];
  /** A unit that counted so many households too many, which the adjustment takes back. */
  readonly unit?: string;
  readonly surplus?: number;
  readonly delta: number;
  readonly reason: string;
}

export interface TodaySeed {
  readonly returned: readonly {
    readonly unit: string;
    readonly figures: readonly { readonly figure: string; readonly reason: string }[];
  }[];
  readonly prepared: readonly string[];
  readonly submitted: readonly string[];
  readonly received: readonly string[];
  readonly partly: readonly string[];
  readonly empty: readonly string[];
  readonly extension: { readonly unit: string; readonly until: Day; readonly reason: string };
}

export interface RoundsSeed {
  readonly storyDay: Day;
  readonly legalSource: string;
  readonly rounds: readonly RoundSeed[];
  readonly adjustments: readonly AdjustmentSeed[];
  readonly today: TodaySeed;
}

interface DemoPerson {
  readonly login: string;
  readonly sex: 'm' | 'f';
  readonly ethnic: string;
  readonly does: string;
  readonly posts: readonly {
    readonly unit: string;
    readonly title: string;
    readonly from: Day;
    readonly to?: Day;
    readonly duties: readonly Duty[];
  }[];
  /** Duties at a unit other than the post's. */
  readonly extra?: readonly { readonly unit: string; readonly duty: Duty; readonly from: Day }[];
}

export interface DemoSeed {
  readonly password: string;
  readonly people: readonly DemoPerson[];
}

/** Where a commune stands in the review of the story's year: being surveyed, or posted. */
export type ReviewToday =
  | {
      readonly commune: string;
      /** Of the households on the list, 0 to 1. */
      readonly surveyed: number;
      /** The days on which the first villages have met. */
      readonly met: readonly Day[];
    }
  | {
      readonly commune: string;
      readonly postedOn: Day;
      /** One that is not answered yet, about a household of the class. */
      readonly objection?: { readonly on: Day; readonly kind: string; readonly content: string };
    };

export interface HouseholdsSeed {
  /** Names of made-up villages are put together from these. */
  readonly toponyms: { readonly first: readonly string[]; readonly second: readonly string[] };
  /** By district, then by ethnic group: the minorities that no source counts, in percent. */
  readonly minorities: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The communes of 1/7/2025 that have households even in the small story. */
  readonly communes: readonly string[];
  readonly today: readonly ReviewToday[];
  readonly opinions: readonly string[];
  readonly places: { readonly meeting: string; readonly posting: string };
}
