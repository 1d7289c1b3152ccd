import {
  detectLegacyFont,
  fromLegacyFont,
  type LegacyFont,
} from '../../shared/sheet/legacy-font.ts';
import type { MetFont } from './household-import.ts';
import { briefly } from './quoted.ts';
import type { SheetPlan } from './sheet-plan.ts';

export const FONT_NAMES: Readonly<Record<LegacyFont, string>> = { tcvn3: 'TCVN3', vni: 'VNI' };

/** Only with such a sign, and no letter that only Unicode has, can a text come from an old font. */
const MARKED = /^[^\u0100-\u024f\u1e00-\u1eff]*[\u00a1-\u00ff][^\u0100-\u024f\u1e00-\u1eff]*$/;
const MOST_REMEMBERED = 20_000;

/** Looks at the texts of a sheet as they go by for those that an old font typed. */
export class FontWatch {
  readonly #plan: SheetPlan;
  readonly #typed: ReadonlySet<string>;
  readonly #seen = new Map<string, LegacyFont | null>();
  readonly #met = new Map<number, MetFont>();

  constructor(plan: SheetPlan, typed: ReadonlySet<string>) {
    this.#plan = plan;
    this.#typed = typed;
  }

  /** The font that a text of a column was typed in, if it is an old one. */
  look(key: string, position: number, text: string): LegacyFont | undefined {
    if (!this.#typed.has(key) || !MARKED.test(text)) return undefined;
    const font = this.#fontOf(text);
    if (font && !this.#met.has(position)) this.#note(position, font, text);
    return font ?? undefined;
  }

  met(): MetFont[] {
    return [...this.#met.values()];
  }

  #fontOf(text: string): LegacyFont | null {
    const seen = this.#seen.get(text);
    if (seen !== undefined) return seen;
    const font = detectLegacyFont(text) ?? null;
    if (this.#seen.size < MOST_REMEMBERED) this.#seen.set(text, font);
    return font;
  }

  #note(position: number, font: LegacyFont, text: string): void {
    const heading = this.#plan.columns.find((one) => one.position === position)?.heading ?? '';
    const from = briefly(text);
    this.#met.set(position, {
      ...{ sheet: this.#plan.name, position, heading, font, from },
      to: fromLegacyFont(from, font),
    });
  }
}
