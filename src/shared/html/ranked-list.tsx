import type { ComponentChildren } from 'preact';

export interface RankedItem {
  readonly key: string;
  readonly name: string;
  readonly href?: string;
  /** The figure as shown: `<NumberText>`, `<Missing>`, `<Nil>`. */
  readonly value: ComponentChildren;
  /** A small line under the value: last year's, the change. */
  readonly before?: ComponentChildren;
  /** Length of the bar, 0 to 1; none for a figure we do not have. */
  readonly share?: number;
}

export interface RankedListProps {
  readonly label: string;
  readonly items: readonly RankedItem[];
}

/** One figure over many units, largest first as handed in: what a matrix is on a phone. */
export function RankedList({ label, items }: RankedListProps) {
  return (
    <ol class="ranked" aria-label={label}>
      {items.map((item, place) => (
        <li key={item.key}>
          <span class="ranked-place">{place + 1}</span>
          {item.href ? (
            <a class="ranked-name" href={item.href}>
              {item.name}
            </a>
          ) : (
            <span class="ranked-name">{item.name}</span>
          )}
          <span class="ranked-value">
            {item.value}
            {item.before ? <small>{item.before}</small> : null}
          </span>
          {item.share === undefined ? null : <Bar share={item.share} />}
        </li>
      ))}
    </ol>
  );
}

function Bar({ share }: { readonly share: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg class="ranked-bar" aria-hidden="true">
      <rect class="track" width="100%" height="4" />
      <rect width={`${percent}%`} height="4" />
    </svg>
  );
}
