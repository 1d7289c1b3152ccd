import type { ComponentChildren } from 'preact';
import { type Tone, ToneShape } from './tone.tsx';

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
}

/** Names and values, one line each. */
export function KeyValues({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="key-values">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface FigureFact extends Fact {
  /** Last year's value and the change, in words. */
  readonly before?: ComponentChildren;
}

/** A few key figures in a row, each with what it was before. */
export function Figures({ figures }: { readonly figures: readonly FigureFact[] }) {
  return (
    <dl class="figures">
      {figures.map((one) => (
        <div class="figure" key={one.name}>
          <dt>{one.name}</dt>
          <dd class="figure-value">{one.value}</dd>
          {one.before ? <dd class="figure-before">{one.before}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

export interface TimelineStep {
  readonly key: string;
  readonly what: ComponentChildren;
  readonly who?: ComponentChildren;
  /** As shown: "14:32 ngày 19/11/2025". */
  readonly when: string;
  /** The reason given, or a remark. */
  readonly said?: ComponentChildren;
  readonly tone?: Tone;
}

/** Who did what when, in the order handed in. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <ol class="timeline">
      {steps.map(({ key, what, who, when, said, tone = 'idle' }) => (
        <li key={key} class={`tone-${tone}`}>
          <ToneShape tone={tone} />
          <span class="timeline-what">{what}</span>
          <span class="timeline-who">
            {who}
            {who ? ' · ' : ''}
            <span class="number">{when}</span>
          </span>
          {said ? <p class="timeline-said">{said}</p> : null}
        </li>
      ))}
    </ol>
  );
}
