/** One old commune and where it went. */
export interface MergerRow {
  readonly oldId: string;
  readonly oldName: string;
  readonly districtId: string;
  readonly districtName: string;
  readonly newId: string;
  readonly newName: string;
  readonly source: string;
}

/** A new commune with all that went into it. */
export interface Merged {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly from: readonly MergerRow[];
  /** Old districts met in it; more than one: district totals cannot be built again from it. */
  readonly districts: readonly string[];
  readonly keptLand: boolean;
}

/** The new communes in the order in which their first part comes. */
export function mergedOf(rows: readonly MergerRow[]): Merged[] {
  return [...Map.groupBy(rows, (row) => row.newId)].map(([id, from]) => ({
    id,
    name: from[0]?.newName ?? '',
    source: from[0]?.source ?? '',
    from,
    districts: [...new Set(from.map((row) => row.districtName))],
    keptLand: from.some((row) => row.oldId === id),
  }));
}

export interface Ribbon {
  readonly row: MergerRow;
  /** Middle of the old end and of the new end, in rows from the top. */
  readonly from: number;
  readonly to: number;
  readonly crosses: boolean;
}

export interface RibbonPlan {
  readonly ribbons: readonly Ribbon[];
  /** New communes with the middle of their band, top to bottom. */
  readonly targets: readonly { readonly merged: Merged; readonly at: number }[];
  /** Old districts with first row and count of rows. */
  readonly districts: readonly {
    readonly name: string;
    readonly first: number;
    readonly count: number;
  }[];
}

/**
 * Where each ribbon begins and ends. Districts that share new communes stand side by side, new
 * communes by the mean place of their parts, so that ribbons cross as little as may be. The same
 * rows on both sides: a new commune is as high as its parts together.
 */
export function planRibbons(unordered: readonly MergerRow[]): RibbonPlan {
  const chain = chainDistricts(unordered);
  const rows = unordered.toSorted(
    (left, right) => chain.indexOf(left.districtName) - chain.indexOf(right.districtName),
  );
  const place = new Map(rows.map((row, at) => [row.oldId, at]));
  const meanOf = (one: Merged) =>
    one.from.reduce((sum, row) => sum + (place.get(row.oldId) ?? 0), 0) / one.from.length;
  const ordered = mergedOf(rows).sort((left, right) => meanOf(left) - meanOf(right));
  let next = 0;
  const targets = ordered.map((merged) => {
    const first = next;
    next += merged.from.length;
    return { merged, at: first + merged.from.length / 2, first };
  });
  const ribbons = targets.flatMap(({ merged, first }) =>
    merged.from.map((row, at) => ({
      row,
      from: (place.get(row.oldId) ?? 0) + 0.5,
      to: first + at + 0.5,
      crosses: merged.districts.length > 1,
    })),
  );
  return { ribbons, targets, districts: districtsOf(rows) };
}

function districtsOf(rows: readonly MergerRow[]) {
  return [...Map.groupBy(rows, (row) => row.districtName)].map(([name, own]) => ({
    name,
    first: rows.findIndex((row) => row.districtName === name),
    count: own.length,
  }));
}

/** Districts in a row, each beside one that it shares the most new communes with. */
function chainDistricts(rows: readonly MergerRow[]): string[] {
  const left = new Set(rows.map((row) => row.districtName));
  const merged = mergedOf(rows);
  const shared = (one: string, other: string) =>
    merged.filter(({ districts }) => districts.includes(one) && districts.includes(other)).length;
  const chain: string[] = [];
  while (left.size > 0) {
    const [head, tail] = [chain[0], chain.at(-1)];
    const best = [...left]
      .flatMap((name) => [
        { name, end: 'tail', weight: tail ? shared(tail, name) : 0 },
        { name, end: 'head', weight: head ? shared(head, name) : 0 },
      ])
      .reduce((first, second) => (second.weight > first.weight ? second : first));
    left.delete(best.name);
    if (best.end === 'head') chain.unshift(best.name);
    else chain.push(best.name);
  }
  return chain;
}
