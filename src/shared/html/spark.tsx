import { showNumber } from '../vietnamese.ts';

export interface YearValue {
  readonly year: number;
  /** `undefined`: not reported; the line has a gap there. */
  readonly value: number | undefined;
}

export interface SparkProps {
  /** The name of the figure, for those who hear it. */
  readonly label: string;
  readonly values: readonly YearValue[];
}

const WIDTH = 72;
const HEIGHT = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The last years (up to six) of one figure as a line, the newest as a dot, told in words too. */
export function Spark({ label, values }: SparkProps) {
  const shown = values.slice(-6);
  const points = pointsOf(shown);
  const last = points.findLast((point) => point !== undefined);
  return (
    <span class="spark">
      <svg width={WIDTH} height={HEIGHT} role="img" aria-label={`${label}: ${inWords(shown)}`}>
        <path d={pathOf(points)} />
        {points.map((point, place) =>
          point ? <circle key={shown[place]?.year} cx={point.x} cy={point.y} r="1.5" /> : null,
        )}
        {last ? <circle class="last" cx={last.x} cy={last.y} r="2.75" /> : null}
      </svg>
    </span>
  );
}

/** "2022: 1.200; 2023: chưa có số liệu" */
function inWords(values: readonly YearValue[]): string {
  return values
    .map(
      ({ year, value }) =>
        `${year}: ${value === undefined ? 'chưa có số liệu' : showNumber(value)}`,
    )
    .join('; ');
}

/** The line keeps 3 px free all round for the dots; equal values lie in the middle. */
function pointsOf(values: readonly YearValue[]): (Point | undefined)[] {
  const known = values.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = (WIDTH - 6) / Math.max(values.length - 1, 1);
  return values.map(({ value }, place) => {
    if (value === undefined) return undefined;
    const height = span === 0 ? 0.5 : (value - low) / span;
    return { x: round(3 + place * step), y: round(HEIGHT - 3 - height * (HEIGHT - 6)) };
  });
}

function pathOf(points: readonly (Point | undefined)[]): string {
  return points
    .map((point, place) => (point ? `${points[place - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
