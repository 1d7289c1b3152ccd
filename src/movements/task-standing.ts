import { type Day, daysBetween, distance, showDay } from '../shared/day.ts';
import { dueOn } from './due-rule.ts';
import type { RoleReports, Task } from './task.ts';

/** How a task stands; the worst comes first. */
export const TASK_STATES = {
  late: 'Quá hạn',
  offTrack: 'Có nguy cơ chậm',
  unproven: 'Qua hạn, chưa ghi kết quả',
  near: 'Sắp đến hạn',
  running: 'Đúng tiến độ',
  done: 'Đã xong',
  resting: 'Chưa đến kỳ',
} as const;

export type TaskState = keyof typeof TASK_STATES;

const ORDER = Object.keys(TASK_STATES) as TaskState[];

/** From how many days before the last day a task is near, and from when half must be in. */
const NEAR = 14;
const HALF_IN = 7;

export interface TaskStanding {
  readonly state: TaskState;
  /** The state with its count or distance: "còn 3 ngày", "5/62 đơn vị chưa nộp". */
  readonly words: string;
  /** The last day on time in the year that counts. */
  readonly due: Day | undefined;
  readonly reports: ReportCount | undefined;
}

/** Reports of all roles of a task in one round. */
export interface ReportCount extends Omit<RoleReports, 'role'> {}

/**
 * How a task stands on a day. What units report is counted from the round of that year, so
 * that "late" is never a guess; other kinds of proof count when somebody has written them down.
 */
export function standingOf(task: Task, rounds: readonly RoleReports[], today: Day): TaskStanding {
  const year = task.due.kind === 'year' ? task.due.year : Number(today.slice(0, 4));
  const due = dueOn(task.due, year);
  const reports = countFor(task, rounds);
  const at = (state: TaskState, words: string) => ({ state, words, due, reports });
  const result = task.results.find((one) => one.year === year);
  if (result) return at('done', `Xong ngày ${showDay(result.doneOn)}`);
  if (task.validTo && task.validTo < today)
    return at('resting', `Kết thúc từ ${showDay(task.validTo)}`);
  if (due === undefined || year > Number(today.slice(0, 4)))
    return at('resting', TASK_STATES.resting);
  if (reports && year === Number(today.slice(0, 4))) return ofReports(reports, due, today, at);
  if (today > due) return at('unproven', TASK_STATES.unproven);
  return at(daysBetween(today, due) <= NEAR ? 'near' : 'running', onTheWay(task, due, today));
}

type At = (state: TaskState, words: string) => TaskStanding;

function ofReports(count: ReportCount, due: Day, today: Day, at: At): TaskStanding {
  const { expected, sent, sentLate, overdue } = count;
  if (sent >= expected) {
    const late = sentLate > 0 ? `, ${sentLate} nộp muộn` : '';
    return at('done', `Đủ ${sent}/${expected} đơn vị${late}`);
  }
  if (overdue > 0) return at('late', `${overdue}/${expected} đơn vị quá hạn chưa nộp`);
  const words = `${sent}/${expected} đơn vị đã nộp`;
  if (daysBetween(today, due) <= HALF_IN && sent * 2 < expected)
    return at('offTrack', `Có nguy cơ chậm: ${words}`);
  return at(daysBetween(today, due) <= NEAR ? 'near' : 'running', words);
}

function onTheWay(task: Task, due: Day, today: Day): string {
  if (task.due.kind !== 'period') return distance(today, due).replace(/^./, (c) => c.toUpperCase());
  return 'Đang thực hiện';
}

/**
 * The round's reports that prove a task: of the lead roles; where the proof is the report itself,
 * of the co-ordinating roles too. Of several rounds of a year the one that asks most of them.
 */
function countFor(task: Task, rounds: readonly RoleReports[]): ReportCount | undefined {
  if (task.evidence !== 'report' && task.evidence !== 'figure') return undefined;
  const roles = new Set(task.evidence === 'report' ? [...task.lead, ...task.with] : task.lead);
  const asked = rounds.filter((one) => roles.has(one.role));
  const counts = [...Map.groupBy(asked, (one) => one.roundId).values()].map(sumOf);
  return counts.toSorted((one, other) => other.expected - one.expected)[0];
}

function sumOf(parts: readonly RoleReports[]): ReportCount {
  const sum = (of: (part: RoleReports) => number) => parts.reduce((all, one) => all + of(one), 0);
  return {
    roundId: parts[0]?.roundId ?? '',
    roundName: parts[0]?.roundName ?? '',
    expected: sum((one) => one.expected),
    sent: sum((one) => one.sent),
    sentLate: sum((one) => one.sentLate),
    overdue: sum((one) => one.overdue),
  };
}

/** The worst of several states: what the edge of the sheet and the strip show. */
export function worstOf(states: readonly TaskState[]): TaskState | undefined {
  return ORDER.find((state) => states.includes(state));
}

/** Late, or likely to be: what the filter "quá hạn, cần chú ý" shows. */
export function needsCare(state: TaskState): boolean {
  return state === 'late' || state === 'offTrack' || state === 'unproven';
}
