/** Outlines of areas on one sheet, ready to be drawn; stored as the setting `area_map`. */
export interface AreaMap {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly AreaShape[];
}

export interface AreaShape {
  readonly unitId: string;
  /** The `d` of an SVG path. */
  readonly path: string;
}

type Point = readonly [number, number];

interface Feature {
  readonly properties: { readonly code: string };
  readonly geometry: Polygon | MultiPolygon;
}
interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly Point[])[];
}
interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly Point[])[])[];
}

const WIDTH = 1000;

/**
 * A GeoJSON text (RFC 7946, degrees, longitude first) as outlines 1000 wide in whole steps.
 * Equirectangular about the middle latitude: over one degree of a province nobody sees the
 * difference. `idOf` gives the unit of a feature's code. Rounding is the same on both sides of a
 * border, so neighbours keep touching.
 */
export function areaMap(geojson: string, idOf: (code: string) => string): AreaMap {
  const { features } = JSON.parse(geojson) as { features: readonly Feature[] };
  const sheet = sheetOf(features.flatMap((one) => ringsOf(one).flat()));
  return {
    width: WIDTH,
    height: sheet.height,
    shapes: features.map((one) => ({
      unitId: idOf(one.properties.code),
      path: ringsOf(one)
        .map((ring) => pathOf(ring, sheet.place))
        .join(''),
    })),
  };
}

function ringsOf({ geometry }: Feature): readonly (readonly Point[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** How a point of the earth lies on the sheet, north on top. */
function sheetOf(points: readonly Point[]) {
  const [west, east] = rangeOf(points.map(([longitude]) => longitude));
  const [south, north] = rangeOf(points.map(([, latitude]) => latitude));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * squeeze);
  return {
    height: Math.ceil((north - south) * scale),
    place: ([longitude, latitude]: Point): Point => [
      Math.round((longitude - west) * squeeze * scale),
      Math.round((north - latitude) * scale),
    ],
  };
}

function rangeOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** A closed ring in relative steps; points that fall on the one before are left out. */
function pathOf(ring: readonly Point[], place: (point: Point) => Point): string {
  const [start = [0, 0], ...rest] = ring.map(place);
  let [x, y] = start;
  const steps = rest.slice(0, -1).flatMap(([nextX, nextY]) => {
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step[0] === 0 && step[1] === 0 ? [] : [step.join(' ').replace(' -', '-')];
  });
  return `M${start.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}
