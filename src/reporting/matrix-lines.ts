import {
  ADJUSTED_APART,
  type CountedReport,
  levelsOf,
  type Placement,
  reportsUnder,
} from './totals.ts';

/** One line of a matrix before its numbers. */
export interface MatrixLine {
  readonly key: string;
  readonly name: string;
  readonly depth: 0 | 1 | 2;
  /** total and level add others up; own is a level's own report; area is one of another day. */
  readonly kind: 'total' | 'level' | 'own' | 'unit' | 'area' | 'heading' | 'adjustments';
  /** Where its totals are kept. */
  readonly placeId: string;
  readonly reports: readonly CountedReport[];
  /** Of a level: how many units add into it, and whether they are shown. */
  readonly fold?: { readonly open: boolean; readonly count: number };
}

export interface MatrixLines {
  /** The level at the head of the matrix. */
  readonly levelId: string;
  readonly levelName: string;
  /** The reports under that level, in the order of a list. */
  readonly reports: readonly CountedReport[];
  /** Levels whose units are shown; `all`: every one. */
  readonly open: string;
  /** Given when told in the units of a day. */
  readonly placements: readonly Placement[] | null;
}

/** The lines from the top down. */
export function matrixLines(source: MatrixLines): MatrixLine[] {
  const { levelId, levelName, reports, placements } = source;
  const total: MatrixLine = {
    key: 'total',
    name: levelName,
    depth: 0,
    kind: 'total',
    placeId: levelId,
    reports,
  };
  return [total, ...(placements ? movedLines(reports, placements) : treeLines(source))];
}

function treeLines({ levelId, reports, open }: MatrixLines): MatrixLine[] {
  const levels = levelsOf(reports, levelId);
  const own = reports.find((report) => report.unitId === levelId);
  const children = reports.filter((report) => report.parentId === levelId);
  const byRole = Map.groupBy(children, (report) => report.roleName);
  const lines = [...byRole].flatMap(([role, same]) => [
    ...(byRole.size > 1 ? [heading(role)] : []),
    ...same.flatMap((report) => branch(report, reports, levels, open)),
  ]);
  return own ? [ownLine(own, 1), ...lines] : lines;
}

function branch(
  report: CountedReport,
  reports: readonly CountedReport[],
  levels: ReadonlySet<string>,
  open: string,
): MatrixLine[] {
  if (!levels.has(report.unitId)) return [unitLine(report, 1)];
  const under = reportsUnder(reports, report.unitId);
  const fold = { open: open === 'all' || open === report.unitId, count: under.length - 1 };
  const level: MatrixLine = { ...unitLine(report, 1), kind: 'level', reports: under, fold };
  if (!fold.open) return [level];
  const below = under.filter((one) => one.unitId !== report.unitId);
  return [level, ownLine(report, 2), ...below.map((one) => unitLine(one, 2))];
}

function unitLine(report: CountedReport, depth: 1 | 2): MatrixLine {
  const { unitId, unitName } = report;
  return { key: unitId, name: unitName, depth, kind: 'unit', placeId: unitId, reports: [report] };
}

function ownLine(report: CountedReport, depth: 1 | 2): MatrixLine {
  const name = `Phần ${report.unitName} tự báo cáo`;
  return { ...unitLine(report, depth), key: `own-${report.unitId}`, name, kind: 'own' };
}

function heading(name: string): MatrixLine {
  return { key: `role-${name}`, name, depth: 0, kind: 'heading', placeId: '', reports: [] };
}

/** Areas of the day, then those that serve none of them as they were, then adjustments. */
function movedLines(
  reports: readonly CountedReport[],
  placements: readonly Placement[],
): MatrixLine[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const areas = Map.groupBy(
    placements.filter((one) => one.moved),
    (one) => one.placeId,
  );
  const stayed = new Set(placements.flatMap((one) => (one.moved ? [] : [one.reportId])));
  const byRole = Map.groupBy(
    reports.filter((report) => stayed.has(report.id)),
    (report) => report.roleName,
  );
  return [
    ...[...areas].map(([placeId, same]) => areaLine(placeId, same, byId)),
    ...[...byRole].flatMap(([role, same]) => [
      heading(`${role} (như khi báo cáo)`),
      ...same.map((report) => unitLine(report, 1)),
    ]),
    ADJUSTMENTS_LINE,
  ];
}

function areaLine(
  placeId: string,
  same: readonly Placement[],
  byId: ReadonlyMap<string, CountedReport>,
): MatrixLine {
  const reports = same.flatMap(({ reportId }) => byId.get(reportId) ?? []);
  const name = same[0]?.placeName ?? '';
  return { key: placeId, name, depth: 1, kind: 'area', placeId, reports };
}

const ADJUSTMENTS_LINE: MatrixLine = {
  key: ADJUSTED_APART,
  name: 'Điều chỉnh có ký tên ở các cấp',
  depth: 0,
  kind: 'adjustments',
  placeId: ADJUSTED_APART,
  reports: [],
};
