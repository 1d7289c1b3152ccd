import type { DueRule } from '../../movements/due-rule.ts';
import type { Duty } from '../../people/person.ts';
import type { FigureKind } from '../../reporting/figure.ts';
import type { RoundKind } from '../../reporting/round.ts';
import type { Day } from '../../shared/day.ts';

/** The shapes of the JSON files in db/seed/movement and db/seed/people. */

interface MovementHead {
  readonly name: string;
  readonly shortName: string;
  readonly fromYear: number;
  readonly toYear: number;
}

/** Who holds a role: offices by code, or all of some kinds at a level (by default the province). */
export interface HolderSeed {
  readonly role: string;
  readonly codes?: readonly string[];
  readonly kinds?: readonly string[];
  readonly level?: string;
  readonly source: string;
  readonly confirmed?: boolean;
}

export interface BlockSeed {
  readonly name: string;
  readonly years: readonly number[];
  readonly role?: string;
  readonly codes?: readonly string[];
  readonly source: string;
  readonly confirmed: boolean;
}

export interface MovementSeed {
  readonly parent: MovementHead;
  readonly movement: MovementHead;
  readonly roles: readonly { readonly key: string; readonly name: string }[];
  readonly holders: readonly HolderSeed[];
  readonly blocks: readonly BlockSeed[];
}

export interface FigureSeed {
  readonly slug: string;
  readonly name: string;
  readonly short: string;
  readonly kind: FigureKind;
  readonly measure?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly better?: 'lower' | 'higher';
  readonly review?: boolean;
  readonly clause: string;
  readonly source: string;
}

export interface FieldSeed {
  readonly figure: string;
  readonly roles: readonly string[];
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly warn?: number;
  readonly prefill?: string;
  readonly hint?: string;
}

export interface SectionSeed {
  readonly title: string;
  readonly clause: string;
  readonly fields: readonly FieldSeed[];
}

/** `terms` are slugs with their sign in front: `+poor_opening`. */
export interface CheckSeed {
  readonly terms: readonly string[];
  readonly relation: '=' | '<=';
  readonly result: string;
  readonly message: string;
}

/** A form of its own, or another one with differences. */
export interface FormSeed {
  readonly key: string;
  readonly name: string;
  readonly copiedFrom: string | null;
  readonly sections?: readonly SectionSeed[];
  readonly withoutRoles?: readonly string[];
  readonly without?: readonly string[];
  readonly additions?: readonly (FieldSeed & { readonly section: string })[];
  readonly checks: readonly CheckSeed[];
}

export interface FormsSeed {
  /** Names for several roles at once. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly forms: readonly FormSeed[];
}

export interface TaskSeed {
  readonly clause: string;
  readonly name: string;
  readonly due: DueRule;
  readonly evidence: string;
  readonly lead: readonly string[];
  readonly with: readonly string[];
}

export interface TargetSeed {
  readonly clause: string;
  readonly name: string;
  readonly measure: string;
  readonly better: 'lower' | 'higher';
  readonly figure: string | null;
  readonly source: string;
  readonly confirmed: boolean;
  readonly values: readonly {
    readonly year: number;
    readonly planned?: number;
    readonly reached?: number;
    readonly source: string;
    readonly confirmed: boolean;
  }[];
}

export interface TasksSeed {
  readonly tasks: readonly TaskSeed[];
  readonly targets: readonly TargetSeed[];
}

export interface OfficialSeed {
  readonly figure: string;
  readonly year: number;
  readonly amount: number;
  readonly source: string;
}

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

export interface DemoPerson {
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
