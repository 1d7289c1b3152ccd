import { ButtonLink } from './button.tsx';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** How many things wait there. */
  readonly count?: number;
}

/** Sides of one thing, each with its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface PagerProps {
  /** "Dòng 1–50 của 11.000 hộ" */
  readonly shown: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** Pages of a long list by key, not by number: earlier and later. */
export function Pager({ shown, previous, next }: PagerProps) {
  return (
    <nav class="pager" aria-label="Trang của danh sách">
      <span class="soft">{shown}</span>
      <span class="pager-links">
        {previous ? (
          <ButtonLink href={previous} icon="back">
            Trang trước
          </ButtonLink>
        ) : null}
        {next ? (
          <span class="pager-next">
            <ButtonLink href={next} icon="next">
              Trang sau
            </ButtonLink>
          </span>
        ) : null}
      </span>
    </nav>
  );
}
