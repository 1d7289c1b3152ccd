import type { DueRule } from '../../movements/due-rule.ts';
import type { FigureKind } from '../../reporting/forms/figure.ts';

/** The shapes of the JSON files in db/seed/movement: what is asked, of whom, on which clause. */

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
