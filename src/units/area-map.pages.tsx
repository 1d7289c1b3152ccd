import type { AreaMap } from './area-map.ts';

export interface AreaMapProps {
  readonly map: AreaMap;
  /** Names by unit; a shape without a name is not drawn. */
  readonly names: ReadonlyMap<string, string>;
  readonly chosenId?: string | undefined;
}

/** The areas of a province as one drawing; each leads to its page, the chosen one is filled. */
export function AreaMapFigure({ map, names, chosenId }: AreaMapProps) {
  const drawn = map.shapes.filter((one) => names.has(one.unitId));
  const chosen = names.get(chosenId ?? '');
  return (
    <figure class="area-map">
      <svg viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`} aria-label="Bản đồ các xã, phường">
        {drawn.map(({ unitId, path }) => (
          <a key={unitId} href={`/units/${unitId}`} aria-label={names.get(unitId)}>
            <path d={path} class={unitId === chosenId ? 'chosen' : undefined}>
              <title>{names.get(unitId)}</title>
            </path>
          </a>
        ))}
      </svg>
      <figcaption class="soft">
        {chosen ? `${chosen} trong tỉnh.` : 'Chạm vào một xã, phường để mở.'} Ranh giới từ
        01/07/2025, chỉ để nhận biết vị trí.
      </figcaption>
    </figure>
  );
}
