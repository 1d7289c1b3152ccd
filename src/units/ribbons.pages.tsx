import type { MergerRow, RibbonPlan } from './merger.ts';

const ROW = 16;
const WIDTH = 610;
const OLD_EDGE = 275;
const NEW_EDGE = 465;

/** Old communes at the left, by district; new ones at the right; a ribbon for each. */
export function Ribbons({ plan }: { readonly plan: RibbonPlan }) {
  const height = plan.ribbons.length * ROW + ROW;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="ribbons" aria-label="Dải nối xã cũ với xã mới" tabIndex={0}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img">
        <title>{`${plan.ribbons.length} xã, phường, thị trấn cũ nhập vào ${plan.targets.length} xã, phường mới`}</title>
        {plan.districts.map((one, place) => (
          <District key={one.name} {...one} striped={place % 2 === 0} />
        ))}
        {plan.ribbons.map((one) => (
          <path
            key={one.row.oldId}
            class={one.crosses ? 'ribbon ribbon-crosses' : 'ribbon'}
            d={pathOf(one.from, one.to)}
          />
        ))}
        {plan.ribbons.map((one) => (
          <OldName key={one.row.oldId} row={one.row} at={one.from} />
        ))}
        {plan.targets.map(({ merged, at }) => (
          <NewName key={merged.id} name={merged.name} at={at} count={merged.from.length} />
        ))}
      </svg>
    </section>
  );
}

interface DistrictProps {
  readonly name: string;
  readonly first: number;
  readonly count: number;
  readonly striped: boolean;
}

function District({ name, first, count, striped }: DistrictProps) {
  const top = first * ROW;
  const height = count * ROW;
  return (
    <>
      {striped ? <rect class="ribbon-ground" y={top} width={OLD_EDGE} height={height} /> : null}
      <text class="ribbon-district" x="8" y={top + ROW * 0.8}>
        {name}
      </text>
    </>
  );
}

function OldName({ row, at }: { readonly row: MergerRow; readonly at: number }) {
  return (
    <text class="ribbon-name" x={OLD_EDGE - 8} y={at * ROW + 4} text-anchor="end">
      {row.oldName}
    </text>
  );
}

interface NewNameProps {
  readonly name: string;
  readonly at: number;
  readonly count: number;
}

function NewName({ name, at, count }: NewNameProps) {
  const height = count * ROW - 3;
  return (
    <>
      <rect class="ribbon-end" x={NEW_EDGE} y={at * ROW - height / 2} width="4" height={height} />
      <text class="ribbon-new" x={NEW_EDGE + 12} y={at * ROW + 4}>
        {name}
      </text>
    </>
  );
}

function pathOf(from: number, to: number): string {
  const middle = (OLD_EDGE + NEW_EDGE) / 2;
  const [start, end] = [from * ROW, to * ROW];
  return `M${OLD_EDGE} ${start}C${middle} ${start} ${middle} ${end} ${NEW_EDGE} ${end}`;
}
