import { type Tone, ToneShape } from './tone.tsx';

export interface ClauseBarItem {
  readonly href: string;
  /** The clause and how it stands: "Mục II.1: quá hạn 2 ngày". */
  readonly title: string;
  readonly tone: Tone;
  readonly current?: boolean;
}

export interface ClauseBarProps {
  readonly label: string;
  readonly items: readonly ClauseBarItem[];
}

/** The whole plan at a glance: one stretch per clause, shaped and coloured by how it stands. */
export function ClauseBar({ label, items }: ClauseBarProps) {
  return (
    <nav class="clause-bar" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a
              class={`tone-${item.tone}`}
              href={item.href}
              title={item.title}
              aria-current={item.current ? 'true' : undefined}
            >
              <ToneShape tone={item.tone} />
              <span class="sr-only">{item.title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
