/** A commune as it was, and a unit of today that it became, whole or in part. */
export interface Succession {
  readonly communeId: string;
  readonly todayId: string;
  readonly todayName: string;
}

export interface TodayUnit {
  readonly id: string;
  readonly name: string;
}

/**
 * The unit of today of each commune. Where one was split over several, these are one unit here
 * ("Xã A và xã B"): so each unit of today sums whole communes and nothing is estimated.
 */
export function todayUnits(successions: readonly Succession[]): Map<string, TodayUnit> {
  const names = new Map(successions.map(({ todayId, todayName }) => [todayId, todayName]));
  const groups: Set<string>[] = [];
  for (const ids of Map.groupBy(successions, (one) => one.communeId).values()) {
    const touched = new Set(ids.map(({ todayId }) => todayId));
    const joined = groups.filter((group) => [...touched].some((id) => group.has(id)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...joined.flatMap((group) => [...group]), ...touched]));
  }
  return new Map(
    successions.map(({ communeId, todayId }) => {
      const ids = [...(groups.find((group) => group.has(todayId)) ?? [todayId])].sort();
      const [id = todayId] = ids;
      return [communeId, { id, name: ids.map((one) => names.get(one) ?? '').join(' và ') }];
    }),
  );
}
