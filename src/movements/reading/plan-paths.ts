import type { ClauseKind, PlanClause } from './plan-clause.ts';

interface Marked {
  readonly kind: ClauseKind;
  readonly marker: string;
  readonly children: readonly Marked[];
}

/**
 * The unique label of every clause, outermost first: `V`, `V.3`, `V.3.g1` (first dash, "gạch"),
 * `V.đ1` (first unnumbered paragraph, "đoạn"). A number printed twice gets `-2` the second time.
 */
export function labelClauses<Clause extends Marked>(
  clauses: readonly Clause[],
): Map<Clause, string> {
  const paths = new Map<Clause, string>();
  labelUnder('', '', clauses, paths, new Set());
  return paths;
}

function labelUnder<Clause extends Marked>(
  path: string,
  parentMarker: string,
  clauses: readonly Clause[],
  paths: Map<Clause, string>,
  taken: Set<string>,
): void {
  const unmarked = { dash: 0, other: 0, section: 0 };
  for (const clause of clauses) {
    const own = numbered(clause.marker, parentMarker) || countedLabel(clause.kind, unmarked);
    const label = unique(path === '' ? own : `${path}.${own}`, taken);
    paths.set(clause, label);
    labelUnder(label, clause.marker, clause.children as readonly Clause[], paths, taken);
  }
}

/** `1.1` under `1` is `1`, so that the whole reads `I.1.1`; signs are left out: `(i)` is `i`. */
function numbered(marker: string, parentMarker: string): string {
  const bare = marker
    .replace(/[^\p{L}\d. ]/gu, '')
    .replace(/\.+$/, '')
    .trim();
  return bare.startsWith(`${parentMarker}.`) && parentMarker !== ''
    ? bare.slice(parentMarker.length + 1)
    : bare;
}

function countedLabel(
  kind: ClauseKind,
  counts: { dash: number; other: number; section: number },
): string {
  if (kind === 'dash') return `g${++counts.dash}`;
  return kind === 'section' ? `m${++counts.section}` : `đ${++counts.other}`;
}

function unique(label: string, taken: Set<string>): string {
  let found = label;
  for (let time = 2; taken.has(found); time += 1) found = `${label}-${time}`;
  taken.add(found);
  return found;
}

/** The same tree with its labels. */
export function withPaths(clauses: readonly Omit<PlanClause, 'path'>[]): PlanClause[] {
  const paths = labelClauses(clauses as readonly PlanClause[]);
  const label = (clause: PlanClause): PlanClause => ({
    ...clause,
    path: paths.get(clause) ?? '',
    children: clause.children.map(label),
  });
  return (clauses as readonly PlanClause[]).map(label);
}
