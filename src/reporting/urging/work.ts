import { type Person, unitsWithDuty } from '../../people/person.ts';
import { type Day, daysBetween, showDay } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Status } from '../reports/report.ts';
import { isLocked, lastDayFor, type RoundDates } from '../rounds/deadline.ts';

/** A report of an open round that concerns a person: own, or sent to the person's office. */
export interface WorkReport extends RoundDates {
  readonly id: string;
  readonly roundId: string;
  readonly roundName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly receiverId: string;
  readonly receiverName: string;
  readonly status: Status;
  readonly openReturns: number;
  readonly sentOn: Day | null;
  readonly extendedUntil: Day | null;
  readonly movedAt: Date;
}

/** One thing to do: what, where, until when, and the word on its button. */
export interface Todo {
  readonly key: string;
  readonly what: string;
  readonly href: string;
  readonly button: string;
  readonly due: Day | null;
  readonly since: Date;
}

/** Somebody else's turn: what waits, and for whom. */
export interface Waiting {
  readonly key: string;
  readonly what: string;
  readonly whom: string;
  readonly href: string;
}

/** An open round that a person looks on from above, with how far it is. */
export interface WatchedRound {
  readonly id: string;
  readonly name: string;
  readonly expected: number;
  readonly sent: number;
  readonly accepted: number;
}

export interface Work {
  readonly sentence: string;
  readonly todos: readonly Todo[];
  readonly waiting: readonly Waiting[];
  /** Units below that are past their last day and have not sent. */
  readonly offTrack: readonly WorkReport[];
}

/**
 * What a person has to do today, oldest first; the page and the digest both show it. `others` are
 * things to do in other rooms.
 */
export function workOf(
  person: Person,
  reports: readonly WorkReport[],
  today: Day,
  others: readonly Todo[] = [],
): Work {
  const todos = reports
    .flatMap((report) => todoOf(person, report) ?? [])
    .concat(others)
    .sort((left, right) => left.since.getTime() - right.since.getTime());
  const waiting = reports.flatMap((report) => waitingOf(person, report) ?? []);
  const offTrack = receivedBy(person, reports).filter((report) => isOverdue(report, today));
  return { sentence: sentenceOf(person, reports, todos, today), todos, waiting, offTrack };
}

function carriesAt(person: Person, duty: Parameters<typeof unitsWithDuty>[1], unitId: string) {
  return unitsWithDuty(person, duty).includes(unitId);
}

function todoOf(person: Person, report: WorkReport): Todo | undefined {
  const ownTodo = carriesAt(person, 'prepareReports', report.unitId) && preparing(report);
  const headTodo = carriesAt(person, 'approveReports', report.unitId) && approving(report);
  const receiverTodo = carriesAt(person, 'receiveReports', report.receiverId) && receiving(report);
  const found = headTodo || ownTodo || receiverTodo;
  if (!found) return undefined;
  const due = receiverTodo ? null : lastDayFor(report, report.extendedUntil);
  return { key: report.id, href: `/reports/${report.id}`, due, since: report.movedAt, ...found };
}

type Words = Pick<Todo, 'what' | 'button'>;

function preparing({ status, roundName, unitName, openReturns }: WorkReport): Words | undefined {
  if (status === 'returned')
    return { what: `Sửa ${openReturns} chỗ bị trả lại: ${roundName}, ${unitName}`, button: 'Sửa' };
  return status === 'open'
    ? { what: `Lập ${lowerFirst(roundName)} của ${unitName}`, button: 'Lập báo cáo' }
    : undefined;
}

function approving({ status, roundName, unitName }: WorkReport): Words | undefined {
  return status === 'prepared'
    ? { what: `Duyệt ${lowerFirst(roundName)} của ${unitName}`, button: 'Xem và duyệt' }
    : undefined;
}

function receiving({ status, roundName, unitName }: WorkReport): Words | undefined {
  const what = `${unitName}: ${lowerFirst(roundName)}`;
  if (status === 'submitted') return { what, button: 'Tiếp nhận' };
  return status === 'received' ? { what, button: 'Xem tiếp' } : undefined;
}

function waitingOf(person: Person, report: WorkReport): Waiting | undefined {
  const own =
    carriesAt(person, 'prepareReports', report.unitId) ||
    carriesAt(person, 'approveReports', report.unitId);
  if (!own) return undefined;
  const base = { key: report.id, what: report.roundName, href: `/reports/${report.id}` };
  if (report.status === 'prepared' && !carriesAt(person, 'approveReports', report.unitId))
    return { ...base, whom: 'Chờ lãnh đạo đơn vị duyệt' };
  if (report.status === 'submitted' || report.status === 'received')
    return { ...base, whom: `Chờ ${report.receiverName} xem` };
  return undefined;
}

function receivedBy(person: Person, reports: readonly WorkReport[]): WorkReport[] {
  return reports.filter((report) => carriesAt(person, 'receiveReports', report.receiverId));
}

function isOverdue(report: WorkReport, today: Day): boolean {
  const late = today > lastDayFor(report, report.extendedUntil);
  return !report.sentOn && (late || isLocked(report, report.extendedUntil, today));
}

/** "Còn 3 ngày đến hạn nộp Báo cáo năm 2025; 2 số liệu bị trả lại." */
function sentenceOf(
  person: Person,
  reports: readonly WorkReport[],
  todos: readonly Todo[],
  today: Day,
): string {
  const parts = [ownDeadline(person, reports, today), ...received(person, reports)].filter(Boolean);
  if (parts.length > 0) return `${parts.join('; ')}.`;
  return todos.length > 0
    ? `Có ${todos.length} việc đang chờ bạn.`
    : 'Không còn việc nào chờ bạn. Cảm ơn bạn!';
}

function ownDeadline(person: Person, reports: readonly WorkReport[], today: Day): string {
  const own = reports.find(
    (report) =>
      !['submitted', 'received', 'accepted'].includes(report.status) &&
      (carriesAt(person, 'prepareReports', report.unitId) ||
        carriesAt(person, 'approveReports', report.unitId)),
  );
  if (!own) return '';
  const due = lastDayFor(own, own.extendedUntil);
  const returned = own.openReturns > 0 ? `; ${own.openReturns} chỗ bị trả lại` : '';
  return `${untilDue(daysBetween(today, due), due, own.roundName)}${returned}`;
}

function untilDue(left: number, due: Day, roundName: string): string {
  if (left > 0) return `Còn ${left} ngày đến hạn nộp ${lowerFirst(roundName)} (${showDay(due)})`;
  if (left === 0) return `Hôm nay là ngày cuối nộp ${lowerFirst(roundName)}`;
  return `Đã quá hạn nộp ${lowerFirst(roundName)} ${-left} ngày`;
}

function received(person: Person, reports: readonly WorkReport[]): string[] {
  const mine = receivedBy(person, reports);
  if (mine.length === 0) return [];
  const count = (...statuses: Status[]) =>
    mine.filter((report) => statuses.includes(report.status)).length;
  return [
    `${count('open', 'prepared')} đơn vị chưa nộp`,
    `${count('submitted', 'received')} báo cáo chờ xem`,
    `${count('returned')} báo cáo đang bị trả lại`,
  ];
}
