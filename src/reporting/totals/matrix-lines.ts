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
  const lines = grouped(children).flatMap(({ title, same }) => [
    ...(title ? [heading(title)] : []),
    ...same.flatMap((report) => branch(report, reports, levels, open)),
  ]);
  return own ? [ownLine(own, 1), ...lines] : lines;
}

interface Group {
  readonly title: string;
  readonly same: readonly CountedReport[];
}

/**
 * Units by role under its name. A role that one unit holds alone makes no group where others of
 * its sort stand: the department that is the standing agency is listed with the departments.
 */
function grouped(reports: readonly CountedReport[]): Group[] {
  const byRole = [...Map.groupBy(reports, (report) => report.roleName)];
  const homes = byRole.filter(([, same]) => same.length > 1);
  const homeOf = ({ roleName, officeKind }: CountedReport) =>
    homes.find(([title]) => title === roleName)?.[0] ??
    homes.find(([, same]) => same.some((one) => one.officeKind === officeKind))?.[0] ??
    roleName;
  const groups = [...Map.groupBy(reports, homeOf)];
  return groups.map(([title, same]) => ({
    title: groups.length > 1 ? title : '',
    same: same.toSorted((left, right) => left.unitName.localeCompare(right.unitName, 'vi')),
  }));
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
  const still = reports.filter((report) => stayed.has(report.id));
  return [
    ...[...areas].map(([placeId, same]) => areaLine(placeId, same, byId)),
    ...grouped(still).flatMap(({ title, same }) => [
      heading(`${title || (same[0]?.roleName ?? '')} (như khi báo cáo)`),
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
